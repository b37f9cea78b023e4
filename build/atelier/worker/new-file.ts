import { fileName, type Kit, newFiche, placeOfFiche } from '../../../src/kit/index.ts'

/** Files to add to the kit. `file`: the fiche among them; `remarks`: sentences for its author. */
export type NewFile = { file: string; files: Map<string, Uint8Array>; remarks: string[] }

/** Holds the author's choices for an import; null: the file decides. */
export type ImportChoice = {
  famille: string | null
  numero: number | null
  /** The fiche that was only announced, in whose place the new one stands. */
  announced: string | null
}

/** @throws Error when the kit has such a fiche, or such a file, or cannot be read */
export function newFile(
  kit: Kit | null,
  files: ReadonlyMap<string, Uint8Array>,
  { titre, famille }: { titre: string; famille: string },
): NewFile {
  if (!kit) throw new Error('Corriger d’abord kit.yaml : le kit ne se lit pas.')
  const { numero, slug, file, plan } = placeOfFiche(kit, titre, famille)
  if ([...kit.fiches, ...kit.pages].some(sheet => sheet.slug === slug))
    throw new Error('Une fiche du kit porte déjà ce nom : choisir un autre titre.')
  expectFree(file, files)
  const text = newFiche({ numero, slug, titre, famille, maj: kit.edition.mois, plan })
  return { file, files: new Map([[file, new TextEncoder().encode(text)]]), remarks: [] }
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
  kit: Kit | null,
  kitFiles: ReadonlyMap<string, Uint8Array>,
  { nom, bytes, famille, numero, announced }: ImportChoice & { nom: string; bytes: Uint8Array },
): Promise<NewFile> {
  if (!kit) throw new Error('Corriger d’abord kit.yaml : le kit ne se lit pas.')
  // Long to load, and seldom asked for.
  const { importWord, sayComment } = await import('../../../src/word/index.ts')
  const manuscript = importWord(bytes, {
    nom,
    famille,
    numero,
    mois: kit.edition.mois,
    taken: new Set(kitFiles.keys()),
    slug: kit.fiches.find(({ file }) => file === announced)?.slug ?? null,
    familles: kit.familles,
    numbers: new Map(
      [...numbersOf(kitFiles), ...kit.fiches.map(({ file, numero, slug }) => ({ file, numero, slug }))]
        .filter(({ file }) => file !== announced)
        .map(({ numero, slug }) => [numero, slug]),
    ),
  })
  const headValue = (key: string) => manuscript.head.rows.find(([name]) => name === key)?.[1] ?? ''
  const place = placeOfFiche(kit, headValue('slug') || nom, headValue('famille'))
  const folder = place.file.split('/').slice(0, -1).join('/')
  const slug = headValue('slug') || place.slug
  const file = announced ?? `${folder}/${fileName(Number(headValue('numero')) || place.numero, slug)}`
  if (announced === null) expectFree(file, kitFiles)
  const files = new Map<string, Uint8Array>([[file, new TextEncoder().encode(manuscript.markdown)]])
  for (const picture of manuscript.pictures) files.set(picture.path, picture.bytes)
  const lostWords = manuscript.lost.length > 0 ? [`Mots non repris : ${manuscript.lost.join(', ')}.`] : []
  const complete = manuscript.complete.map(({ line, text }) => `À compléter, ligne ${line} : ${text}`)
  const readAs = manuscript.readAs.map(({ line, text }) => `À vérifier, ligne ${line} : ${text}`)
  const comments = manuscript.comments.map(comment => `Commentaire de ${sayComment(comment)}`)
  const remarks = [...comments, ...complete, ...readAs, ...manuscript.messages, ...lostWords]
  return { file, files, remarks }
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
