import {
  authoredOf,
  type Item,
  isBackCover,
  type Kit,
  titleOf as nameOf,
  sequence,
} from '../../../src/kit/index.ts'
import type { PdfPage, PdfText } from './pdf.ts'
import { lettersOf } from './words.ts'

/** The pages of each document of the kit, as the file itself tells them: by the destination that bears the document's
 *  name, or by its bookmark. A document that neither names is not in the list. */
export function pdfDocuments(pdf: PdfText, kit: Kit): { item: Item; first: number; pages: PdfPage[] }[] {
  const items = sequence(kit)
  const tops = pdf.outline.filter(({ depth }) => depth === 0)
  const starts = items.map(item => {
    const destination = pdf.destinations.get(item.id)
    if (destination !== undefined) return destination
    const names = bookmarkTitlesOf(kit, item).map(lettersOf)
    const bookmarks = tops.filter(({ title }) => names.includes(lettersOf(title)))
    // The back cover bears the cover's title.
    return (item.kind === 'couverture' ? bookmarks[0] : bookmarks.at(-1))?.page ?? null
  })
  const sortedStarts = starts.filter(start => start !== null).sort((a, b) => a - b)
  return items.flatMap((item, index) => {
    const first = starts[index] ?? null
    if (first === null) return []
    const next = sortedStarts.find(start => start > first) ?? pdf.pages.length + 1
    return [{ item, first, pages: pdf.pages.slice(first - 1, next - 1) }]
  })
}

/** Says where a page of the PDF is to be mended: « PDF, Achats (leviers/02-achats.md, ligne 12), page 36 ».
 *  @returns the place of a page, from 1, and of words on it that an author may have written */
export function placesIn(pdf: PdfText, kit: Kit): (page: number, words?: string) => string {
  const documents = pdfDocuments(pdf, kit)
  return (page, words = '') => {
    const item = documents.find(({ pages }) => pages.some(({ number }) => number === page))?.item
    const authored = item && authoredOf(item)
    const letters = lettersOf(words)
    const at =
      letters === ''
        ? -1
        : (authored?.corps.source.split('\n') ?? []).findIndex(line => lettersOf(line).includes(letters))
    const file = authored ? ` (${authored.file}${at < 0 ? '' : `, ligne ${authored.corps.line + at}`})` : ''
    return `PDF${item ? `, ${titleOf(kit, item)}${file}` : ''}, page ${page}`
  }
}

/** Title of a document in all editions; the home page and the back cover bear the kit's own name. */
export function titleOf(kit: Kit, item: Item): string {
  const isCover = item.kind === 'couverture' || isBackCover(item)
  return isCover ? kit.titre : nameOf(item)
}

/** Bookmarks that a document may have: its title, its number and title; the back cover, its own title. */
function bookmarkTitlesOf(kit: Kit, item: Item): string[] {
  const title = titleOf(kit, item)
  if (item.kind === 'page') return [title, item.page.titre]
  return item.kind === 'fiche' ? [title, `${item.fiche.numero}. ${title}`] : [title]
}
