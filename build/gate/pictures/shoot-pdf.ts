import { openPdfium } from '../read/open-pdfium.ts'
import { encode } from './encode.ts'
import type { Shot } from './shot.ts'

/** Small enough to keep a book of a hundred pages in about a megabyte, fine enough to read its text. */
const DPI = 40

/** What a page of a PDF belongs to: the document, and the page's rank in it, from 1. */
export type PagePlace = { id: string; titre: string; rang: number; texte: string; lignes: Shot['lignes'] }

/** Every page of a PDF, drawn by PDFium: another program than the one that made it.
 *  @param places in the order of the pages
 *  @throws Error when the PDF has other pages than `places` tells */
export async function shootPdf(
  bytes: Uint8Array,
  places: readonly PagePlace[],
  signal: AbortSignal,
): Promise<Shot[]> {
  using pdfium = await openPdfium()
  using document = await pdfium.open(bytes)
  if (document.getPageCount() !== places.length)
    throw new Error(`${document.getPageCount()} pages, ${places.length} places`)
  const shots: Shot[] = []
  for (const [index, { id, titre, rang, texte, lignes }] of places.entries()) {
    signal.throwIfAborted()
    const { data, width, height } = await document
      .getPage(index)
      .render({ scale: DPI / 72, render: 'bitmap' })
    shots.push({
      id: `pdf/${id}-${String(rang).padStart(2, '0')}`,
      edition: 'pdf',
      titre,
      vue: `page ${rang}`,
      page: index + 1,
      texte,
      lignes,
      scale: DPI / 96,
      png: await encode({ data, width, height }),
    })
  }
  return shots
}
