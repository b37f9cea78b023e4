import { readFile } from 'node:fs/promises'
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'
import { withPdf } from '../../build/ground/disk/with-pdf.ts'

/** A PDF as pdf.js reads it, page by page. */
export type ReadPdf = { pages: { text: string }[] }

export async function openPdf(path: string): Promise<ReadPdf> {
  return withPdf(await readFile(path), async pdf => {
    const pages: ReadPdf['pages'] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent()
      pages.push({ text: joinItems(items) })
    }
    return { pages }
  })
}

/** pdf.js breaks a line where the flow of text does; texts that do not touch are apart all the same. A superscript
 *  touches its number and stands less than half a line higher. */
function joinItems(items: readonly (TextItem | TextMarkedContent)[]): string {
  let text = ''
  let end = { x: Number.NaN, y: Number.NaN }
  for (const item of items) {
    if (!('str' in item)) continue
    const [, , , , x = 0, y = 0] = item.transform as number[]
    if (Math.abs(y - end.y) > 5 || Math.abs(x - end.x) > 2) text += '\n'
    text += item.str
    end = item.hasEOL ? { x: Number.NaN, y: Number.NaN } : { x: x + item.width, y }
    if (item.hasEOL) text += '\n'
  }
  return text
}
