import { type PDFDocument, PDFName, PDFNull, type PDFRef } from '@cantoo/pdf-lib'
import type { Mark } from '../accessible/marks.ts'

/** A place of a page that a viewer shows: `[page /XYZ left top zoom]`. @see ISO 32000-1 §12.3.2.2 */
export type View = (PDFRef | PDFName | number | typeof PDFNull)[]

/** What stays visible above a heading that is gone to, in pt. */
const ABOVE = 12

/** Makes the views of a file's pages. A document is seen from the top of its page. */
export function createViews(pdf: PDFDocument): (mark: Mark | { page: number }) => View {
  const pages = pdf
    .getPages()
    .map(page => ({ ref: page.ref, height: page.getHeight(), box: page.getCropBox() }))
  const sheet = pages.map(({ box }) => ({ left: box.x, top: box.y + box.height }))
  return mark => {
    const [page, edges] = [pages[mark.page - 1], sheet[mark.page - 1]]
    if (!page || !edges) throw new RangeError(`the file has no page ${mark.page}`)
    // Both boxes lie in the middle of the sheet.
    const sheetHeight = edges.top + page.box.y
    const box = 'box' in mark && mark.tag !== 'article' ? mark.box : undefined
    const top = box ? Math.min(edges.top, sheetHeight - box[1] * 0.75 + ABOVE) : edges.top
    return [page.ref, PDFName.of('XYZ'), round(edges.left), round(top), PDFNull]
  }
}

const round = (length: number) => Math.round(length * 100) / 100
