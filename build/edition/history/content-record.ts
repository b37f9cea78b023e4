import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asDraft, isWorkingVersion, type Kit } from '../../../src/kit/index.ts'
import { codeOf } from '../../ground/index.ts'
import { type Changes, compareRecords, passagesOf, type TextRecord } from './compare-records.ts'

/** Digest of the texts of a release, small enough to keep: `contenu.json`. The next release is compared with it. */
export type ContentRecord = {
  edition: EditionName
  /** Published fiches and pages, in reading order; announced fiches by their title alone. */
  textes: TextRecord[]
  /** The texts of the edition before this one; null: there was none. */
  avant: TextRecord[] | null
  /** News of each edition, the latest first. */
  historique: { edition: EditionName; changements: Changes }[]
}

export type EditionName = {
  titre: string
  numero: number | null
  mois: string
  statut: string | null
  date: string
}

/** The record of a kit, without its history. */
export function recordOf(kit: Kit, date: Date): Omit<ContentRecord, 'historique' | 'avant'> {
  const { titre } = kit
  const { numero, mois, statut } = kit.edition
  const familyOf = (id: string) => kit.familles.find(famille => famille.id === id)?.singulier ?? id
  const fiches = kit.fiches.map((fiche): TextRecord => {
    const { slug, numero, titre, statut } = fiche
    const common = { slug, numero, titre, famille: familyOf(fiche.famille), statut }
    return fiche.statut === 'a-paraitre'
      ? { ...common, resume: null, anciens_slugs: [], passages: [] }
      : {
          ...common,
          resume: fiche.resume,
          anciens_slugs: fiche.anciens_slugs,
          passages: passagesOf(fiche.corps),
        }
  })
  const pages = kit.pages.map(
    (page): TextRecord => ({
      slug: page.slug,
      anciens_slugs: [],
      numero: null,
      titre: page.titre,
      resume: null,
      famille: null,
      statut: 'publiee',
      passages: passagesOf(page.corps),
    }),
  )
  return {
    edition: { titre, numero, mois, statut, date: date.toISOString() },
    textes: [...fiches, ...pages],
  }
}

export const RECORD_FILE = 'contenu.json'

/** Reads the record in `path` (a release's folder, or its `contenu.json`); null when there is none.
 *  @throws Error when the file is there and is no record, or cannot be read */
export async function readRecord(path: string): Promise<ContentRecord | null> {
  let file = path
  let text: string
  try {
    if ((await stat(path)).isDirectory()) file = join(path, RECORD_FILE)
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw new Error(`${file} ne peut pas être lu.`, { cause: error })
  }
  try {
    const record = JSON.parse(text) as ContentRecord
    if (Array.isArray(record.historique) && record.textes.every(({ passages }) => Array.isArray(passages)))
      return record
  } catch (cause) {
    throw new Error(`${file} : ce n’est pas le contenu enregistré d’une livraison`, { cause })
  }
  throw new Error(`${file} : ce n’est pas le contenu enregistré d’une livraison`)
}

/** Makes the record of this release: its texts, and the history with its changes. A repeated release, or one after its
 *  draft, is compared with the edition before, and replaces the former entry. */
export function continueRecord(
  former: ContentRecord | null,
  current: Omit<ContentRecord, 'historique' | 'avant'>,
): ContentRecord {
  const again = former !== null && (isWorkingVersion(former) || isSame(former.edition, current.edition))
  const avant = again ? former.avant : (former?.textes ?? null)
  const earlier = former?.historique ?? []
  const entry = { edition: current.edition, changements: compareRecords(avant, current.textes) }
  return { ...current, avant, historique: [entry, ...(again ? earlier.slice(1) : earlier)] }
}

/** An edition and its draft are one. */
const isSame = (a: EditionName, b: EditionName) =>
  a.numero === b.numero && a.mois === b.mois && statutOfDraft(a) === statutOfDraft(b)

const statutOfDraft = (edition: EditionName) => asDraft({ edition }).edition.statut
