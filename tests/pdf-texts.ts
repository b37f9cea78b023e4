import { withPdf } from '../build/ground/disk/with-pdf.ts'

/** A piece of text of a page, as pdf.js finds it: its place from the lower left corner, its width and the size of its type, in pt. */
export type PdfText = { text: string; x: number; y: number; width: number; size: number }

/** The texts of each page of a PDF that are more than white, and where its page begins: left and top, in pt. */
export const textsOfPdf = (bytes: Uint8Array): Promise<{ left: number; top: number; texts: PdfText[] }[]> =>
  withPdf(bytes, async pdf => {
    const pages: Awaited<ReturnType<typeof textsOfPdf>> = []
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const [left = 0, , , top = 0] = page.view
      const { items } = await page.getTextContent()
      const texts = items.flatMap(item => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , skew, size, x, y] = item.transform.map(Number)
        return {
          text: item.str,
          x: x ?? 0,
          y: y ?? 0,
          width: item.width,
          size: Math.hypot(skew ?? 0, size ?? 0),
        }
      })
      pages.push({ left, top, texts })
    }
    return pages
  })
