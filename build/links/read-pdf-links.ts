import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Covered } from '../../src/links/readings.ts'

/** The links of a PDF to addresses of the web, with the words under each.
 *  @throws what pdf.js says of bytes that are no PDF, or of one that a password closes */
export async function readPdfLinks(bytes: Uint8Array, signal: AbortSignal): Promise<Covered[]> {
  // pdf.js takes the buffer away from its owner.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 })
  try {
    const pdf = await loading.promise
    const found: Covered[] = []
    for (let number = 1; number <= pdf.numPages; number++) {
      signal.throwIfAborted()
      const page = await pdf.getPage(number)
      for (const { subtype, url, unsafeUrl, overlaidText, rect } of (await page.getAnnotations()) as Raw[]) {
        const address = url ?? unsafeUrl ?? ''
        if (subtype !== 'Link' || !/^https?:/i.test(address)) continue
        const words = (overlaidText ?? '').replace(/\s+/g, ' ').trim()
        found.push({ url: address, words, page: number, box: rect })
      }
    }
    return found
  } finally {
    await loading.destroy()
  }
}

type Raw = {
  subtype: string
  url?: string
  unsafeUrl?: string
  overlaidText?: string
  rect: readonly [number, number, number, number]
}
