import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

/** Starts PDFium, which draws pages: another program than the one that made them. Whatever is opened closes with its scope. */
export async function openPdfium() {
  const library = await PDFiumLibrary.init()
  return {
    async open(bytes: Uint8Array): Promise<PDFiumDocument & Disposable> {
      const document = await library.loadDocument(bytes)
      return Object.assign(document, { [Symbol.dispose]: () => document.destroy() })
    },
    [Symbol.dispose]: () => library.destroy(),
  }
}
