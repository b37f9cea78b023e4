import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// On older engines, pdf.js replaces JSON and Array.prototype.push for the whole process. Each message to a browser then takes a
// hundred times as long to write.
const { parse, stringify } = JSON
const { push } = Array.prototype
const { getDocument, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
// The part that reads does the same again when it is loaded.
await new PDFWorker({ verbosity: 0 }).promise
Object.assign(JSON, { parse, stringify })
Object.defineProperty(Array.prototype, 'push', { value: push })

/** Numbers of the operators that draw. @see PDFPageProxy.getOperatorList */
export { OPS }

/** Opens a PDF with pdf.js until `read` has ended. @throws what pdf.js says of a broken or locked file */
export async function withPdf<T>(bytes: Uint8Array, read: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // pdf.js takes the buffer away from its owner.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  try {
    return await read(await loading.promise)
  } finally {
    await loading.destroy()
  }
}
