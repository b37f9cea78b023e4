import type { PdfFile } from '../object/pdf-file.ts'
import { name, type Value } from '../object/values.ts'
import type { Mark } from '../print/marks.ts'

/** A place of a page that a viewer shows: `[page /XYZ left top zoom]`. @see ISO 32000-1 §12.3.2.2 */
export type View = Value[]

/** What stays visible above a heading that is gone to, in pt. */
const ABOVE = 12

/** Makes the views of a file's pages. A document is seen from the top of its page. */
export function createViews(file: PdfFile): (mark: Mark | { page: number }) => View {
  const sheets = file.pages.map(page => {
    const [left, bottom, , top] = page.box('CropBox') ?? page.box('MediaBox') ?? [0, 0, 0, 0]
    return { ref: page.ref, left, bottom, top }
  })
  return mark => {
    const sheet = sheets[mark.page - 1]
    if (!sheet) throw new RangeError(`the file has no page ${mark.page}`)
    // Both boxes lie in the middle of the sheet.
    const sheetHeight = sheet.top + sheet.bottom
    const box = 'box' in mark && mark.tag !== 'article' ? mark.box : undefined
    const top = box ? Math.min(sheet.top, sheetHeight - box[1] * 0.75 + ABOVE) : sheet.top
    return [sheet.ref, name('XYZ'), round(sheet.left), round(top), null]
  }
}

const round = (length: number) => Math.round(length * 100) / 100
