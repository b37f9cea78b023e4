import {
  begunFiche,
  decodeText,
  folderOfFamily,
  identitiesIn,
  identityOf,
  type Kit,
  memoryFolder,
  newFiche,
  newKit,
  placeOfFiche,
  readShippedTokens,
} from '../../../src/kit/index.ts'
import type { TakenFiche } from '../../../src/word/index.ts'

/** Files to add to the kit. `file`: the fiche among them. */
export type NewFile = { file: string; numero: number; slug: string; files: Map<string, Uint8Array> }

/** @throws Error when the kit has such a fiche, or such a file, or cannot be read */
export function newFile(
  readKit: Kit | null,
  files: ReadonlyMap<string, Uint8Array>,
  { titre, famille }: { titre: string; famille: string },
): NewFile {
  const kit = readable(readKit)
  const { numero, slug, file, plan } = placeOfFiche(kit, titre, famille)
  if ([...kit.fiches, ...kit.pages].some(sheet => sheet.slug === slug))
    throw new Error('Une fiche du kit porte déjà ce nom : choisir un autre titre.')
  expectFree(file, files)
  const text = newFiche({ numero, slug, titre, famille, maj: kit.edition.mois, plan })
  return { file, numero, slug, files: new Map([[file, new TextEncoder().encode(text)]]) }
}

/** Finds the place of a fiche from elsewhere: over that of its name in the addresses, or beside those of its family. */
export async function placeOfText(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { slugs, famille } = identityOf(name, decodeText(bytes, name).text ?? '')
  const { fiches, pages } = (await identitiesIn(memoryFolder(files))) ?? { fiches: [], pages: [] }
  const same = [...fiches, ...pages].find(({ slug }) => slug === slugs[0])
  return same?.file ?? `${folderOfFamily(fiches, [], famille)}/${name}`
}

const usualFamilies = [
  ['introductive', 'Fiche introductive', 'Introductives'],
  ['levier', 'Fiche levier', 'Leviers'],
  ['thematique', 'Fiche thématique', 'Thématiques'],
] as const

/** The files of a kit of this month, in the colours of the press. */
export function newKitFiles(titre: string, editeur: string): Map<string, Uint8Array> {
  const mois = new Date().toISOString().slice(0, 7)
  const colours = readShippedTokens().familles
  const familles = usualFamilies.flatMap(([id, singulier, pluriel]) => {
    const couleurs = colours[id]
    return couleurs ? [{ singulier, pluriel, couleurs }] : []
  })
  const files = newKit({
    titre,
    sous_titre: null,
    annee: Number(mois.slice(0, 4)),
    mois,
    editeur: { nom: editeur, sigle: null },
    licence: 'CC BY-NC-SA',
    familles,
  })
  const encoder = new TextEncoder()
  return new Map([...files].map(([path, text]) => [path, encoder.encode(text)]))
}

/** Something to look at after an import. `line`: where it stands in the fiche, from 1, and `words`: what stands there. */
export type ImportPoint = { text: string; line: number | null; words: string }

/** An announced fiche with what it takes to write it. `hasBody`: words stood in it already. @throws Error when the kit cannot be read */
export function begunFile(
  kit: Kit | null,
  files: ReadonlyMap<string, Uint8Array>,
  file: string,
): { bytes: Uint8Array; hasBody: boolean } {
  const fiche = kit?.fiches.find(fiche => fiche.file === file)
  const bytes = files.get(file)
  const begun =
    kit && fiche && bytes
      ? begunFiche(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), {
          titre: fiche.titre,
          maj: kit.edition.mois,
          plan: placeOfFiche(kit, fiche.titre, fiche.famille).plan,
        })
      : null
  if (!begun) throw new Error('Pour commencer cette fiche, corriger d’abord les erreurs du kit.')
  return { bytes: new TextEncoder().encode(begun.text), hasBody: begun.hasBody }
}

/** Lists what is to be looked at after an import. */
export async function importPoints(manuscript: TakenFiche): Promise<ImportPoint[]> {
  // Long to load, and seldom asked for.
  const { sayComment } = await import('../../../src/word/index.ts')
  const lines = manuscript.markdown.split('\n')
  const at = (line: number | null, text: string): ImportPoint => ({
    text,
    line,
    words: lines[(line ?? 0) - 1] ?? '',
  })
  const lineOf = (sentence: string) => {
    const start = lettersOf(sentence).slice(0, 60)
    return start === '' ? null : lines.findIndex(line => lettersOf(line).includes(start)) + 1 || null
  }
  return [
    ...manuscript.comments.map(comment =>
      at(lineOf(comment.citation?.exact ?? ''), `Commentaire de ${sayComment(comment)}`),
    ),
    ...manuscript.complete.map(({ line, text }) => at(line, `À compléter : ${text}`)),
    ...manuscript.readAs.map(({ line, text }) => at(line, `À vérifier : ${text}`)),
    ...manuscript.messages.map(text => at(null, text)),
    ...(manuscript.lost.length > 0 ? [at(null, `Mots non repris : ${manuscript.lost.join(', ')}.`)] : []),
  ]
}

const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')

function readable(kit: Kit | null): Kit {
  if (!kit) throw new Error('Corriger d’abord les réglages du kit : leurs erreurs empêchent de le lire.')
  return kit
}

/** A fiche that cannot be read stands in no kit, and has its file all the same. */
function expectFree(file: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (files.has(file)) throw new Error(`${file} existe déjà : le renommer ou le supprimer d’abord.`)
}
