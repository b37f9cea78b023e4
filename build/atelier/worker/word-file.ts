import { publishedPicture } from '../../../src/charts/index.ts'
import { decodeText, type FichePubliee, type Kit } from '../../../src/kit/index.ts'
import { drawnOf, type WordPicture, wordName, wordOfFiche } from '../../../src/word/index.ts'
import { reviewsOf } from './reviews.ts'

/** Lists the drawings that a page makes before a fiche is written: charts as SVG, pictures as they are published. */
export type ToDraw = { charts: string[]; pictures: [path: string, bytes: Uint8Array][] }
export type Drawings = { charts: WordPicture[]; pictures: [path: string, picture: WordPicture][] }

export type WordDownload = { name: string; bytes: Uint8Array }

/** @throws Error that says in French why the file cannot be given */
export function toDraw(kit: Kit | null, files: ReadonlyMap<string, Uint8Array>, file: string): ToDraw {
  const { charts, pictures } = drawnOf(...ficheAt(kit, file))
  const shown = pictures.map((path): ToDraw['pictures'][number] => {
    const bytes = files.get(path)
    if (!bytes) throw new Error(`L’image ${path} n’est pas dans le kit.`)
    return [path, publishedPicture(path, bytes)]
  })
  return { charts, pictures: shown }
}

/** @throws Error that says in French why the file cannot be given */
export function wordFile(
  kit: Kit | null,
  files: ReadonlyMap<string, Uint8Array>,
  { file, drawn }: { file: string; drawn: Drawings },
): WordDownload {
  const [current, fiche] = ficheAt(kit, file)
  const { text } = decodeText(files.get(file) ?? new Uint8Array(), file)
  if (text === null) throw new Error(`${file} n’est pas en UTF-8.`)
  const { charts, pictures } = drawn
  const threads = reviewsOf(files, file).threads.map(({ thread }) => thread)
  const bytes = wordOfFiche(current, fiche, text, { charts, pictures: new Map(pictures) }, threads)
  return { name: wordName(fiche), bytes }
}

function ficheAt(kit: Kit | null, file: string): [Kit, FichePubliee] {
  const fiche = kit?.fiches.find(fiche => fiche.file === file)
  if (!kit || !fiche || fiche.statut === 'a-paraitre')
    throw new Error(
      'Pour donner cette fiche en Word, corriger d’abord ses erreurs et celles des réglages du kit.',
    )
  return [kit, fiche]
}
