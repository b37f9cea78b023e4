import {
  fileName,
  type Kit,
  newFiche,
  newKit,
  placeOfFiche,
  readShippedTokens,
} from '../../../src/kit/index.ts'
import type { Imported } from '../../../src/word/index.ts'

/** Files to add to the kit. `file`: the fiche among them. */
export type NewFile = { file: string; files: Map<string, Uint8Array> }

/** Holds the author's choices for an import; null: the file decides. */
export type ImportChoice = {
  famille: string | null
  numero: number | null
  /** The fiche that was only announced, in whose place the new one stands. */
  announced: string | null
}

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
  return { file, files: new Map([[file, new TextEncoder().encode(text)]]) }
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

/** What a Word file says of itself. `announced`: the fiche to come that it is. */
type WordHead = { titre: string; famille: string | null; announced: string | null }

/** @throws Error in French */
export async function headOfWord(readKit: Kit | null, nom: string, bytes: Uint8Array): Promise<WordHead> {
  const kit = readable(readKit)
  const choice = { famille: null, numero: null, announced: null }
  const others = kit.fiches.filter(({ statut }) => statut !== 'a-paraitre')
  const { head, messages } = await readWord({ ...kit, fiches: others }, new Map(), { ...choice, nom, bytes })
  const value = (key: string) => head.rows.find(([name]) => name === key)?.[1] ?? ''
  const isNumbered = !messages.some(text => text.startsWith('Numéro '))
  const announced = kit.fiches.find(
    ({ statut, slug, titre, numero }) =>
      statut === 'a-paraitre' &&
      (slug === value('slug') || titre === head.titre || (isNumbered && numero === Number(value('numero')))),
  )
  const famille = kit.familles.find(({ id }) => id === value('famille'))?.id ?? announced?.famille
  return { titre: head.titre, famille: famille ?? null, announced: announced?.file ?? null }
}

/** The text with which an announced fiche begins. @throws Error when the kit cannot be read */
export function begunFile(kit: Kit | null, file: string): Uint8Array {
  const fiche = kit?.fiches.find(fiche => fiche.file === file)
  if (!kit || !fiche)
    throw new Error('Corriger d’abord ce que le kit a d’erreurs : cette fiche ne se lit pas.')
  const { plan } = placeOfFiche(kit, fiche.titre, fiche.famille)
  return new TextEncoder().encode(newFiche({ ...fiche, maj: kit.edition.mois, plan }))
}

/** Makes a fiche of a Word file; one that exists is not replaced. @throws Error in French */
export async function importedFile(
  readKit: Kit | null,
  kitFiles: ReadonlyMap<string, Uint8Array>,
  choice: ImportChoice & { nom: string; bytes: Uint8Array },
): Promise<NewFile & { points: ImportPoint[] }> {
  const kit = readable(readKit)
  const manuscript = await readWord(kit, kitFiles, choice)
  const { sayComment } = await import('../../../src/word/index.ts')
  const { nom, announced } = choice
  const headValue = (key: string) => manuscript.head.rows.find(([name]) => name === key)?.[1] ?? ''
  const place = placeOfFiche(kit, headValue('slug') || nom, headValue('famille'))
  const folder = place.file.split('/').slice(0, -1).join('/')
  const slug = headValue('slug') || place.slug
  const file = announced ?? `${folder}/${fileName(Number(headValue('numero')) || place.numero, slug)}`
  if (announced === null) expectFree(file, kitFiles)
  const files = new Map<string, Uint8Array>([[file, new TextEncoder().encode(manuscript.markdown)]])
  for (const picture of manuscript.pictures) files.set(picture.path, picture.bytes)
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
  const points = [
    ...manuscript.comments.map(comment =>
      at(lineOf(comment.citation?.exact ?? ''), `Commentaire de ${sayComment(comment)}`),
    ),
    ...manuscript.complete.map(({ line, text }) => at(line, `À compléter : ${text}`)),
    ...manuscript.readAs.map(({ line, text }) => at(line, `À vérifier : ${text}`)),
    ...manuscript.messages.map(text => at(null, text)),
    ...(manuscript.lost.length > 0 ? [at(null, `Mots non repris : ${manuscript.lost.join(', ')}.`)] : []),
  ]
  return { file, files, points }
}

const lettersOf = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')

async function readWord(
  kit: Kit,
  kitFiles: ReadonlyMap<string, Uint8Array>,
  { nom, bytes, famille, numero, announced }: ImportChoice & { nom: string; bytes: Uint8Array },
): Promise<Imported> {
  // Long to load, and seldom asked for.
  const { importWord } = await import('../../../src/word/index.ts')
  return importWord(bytes, {
    nom,
    famille,
    numero,
    slug: kit.fiches.find(({ file }) => file === announced)?.slug ?? null,
    familles: kit.familles,
    mois: kit.edition.mois,
    taken: new Set(kitFiles.keys()),
    numbers: new Map(
      [...numbersOf(kitFiles), ...kit.fiches]
        .filter(({ file }) => file !== announced)
        .map(({ numero, slug }) => [numero, slug]),
    ),
  })
}

function readable(kit: Kit | null): Kit {
  if (!kit) throw new Error('Corriger d’abord kit.yaml : le kit ne se lit pas.')
  return kit
}

/** A fiche that cannot be read has the number of its file all the same. */
const numbersOf = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files.keys()].flatMap(file => {
    const [, numero, slug = ''] = /^(?!annexes|liminaires).*\/(\d{1,3})-([^/]+)\.md$/.exec(file) ?? []
    return numero ? { file, numero: Number(numero), slug } : []
  })

/** A fiche that cannot be read stands in no kit, and has its file all the same. */
function expectFree(file: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (files.has(file)) throw new Error(`${file} existe déjà : le renommer ou le supprimer d’abord.`)
}
