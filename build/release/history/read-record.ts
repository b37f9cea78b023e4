import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asDraft, isWorkingVersion } from '../../../src/kit.ts'
import { codeOf } from '../../disk/code-of.ts'
import { compareRecords } from './compare-records.ts'
import type { ContentRecord, EditionName } from './content-record.ts'

export const RECORD_FILE = 'contenu.json'

/** What the release in `path` said (a release's folder, or its `contenu.json`); null when there is none.
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

/** The record of this release: its texts, and the history with what it brings. An edition released anew, and one that
 *  follows a draft, is compared with the edition before it, and takes the place of the former entry. */
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
