// The thread that makes the PDF edition: paging, assembly and everything done to the bytes, beside the site and the e-book.
import { parentPort } from 'node:worker_threads'
import { connectBrowser } from '../../browser.ts'
import { openCache } from '../../cache.ts'
import { toPortable } from '../../portable-error.ts'
import { makePdf } from './make-pdf.ts'
import type { PdfAnswer, PdfOrder } from './pdf-thread.ts'

if (!parentPort) throw new Error('this module is a thread of its own')
const port = parentPort
const answer = (said: PdfAnswer) => port.postMessage(said)

port.once('message', async ({ endpoint, cacheDir, documents, ...order }: PdfOrder) => {
  try {
    await using opened = await connectBrowser(endpoint)
    const workplace = {
      ...order,
      cache: openCache(cacheDir),
      browser: { open: async () => opened.browser },
      // Whoever asked ends the thread.
      signal: new AbortController().signal,
    }
    answer({ made: await makePdf(workplace, documents, pages => answer({ pages })) })
  } catch (error) {
    answer({ fault: toPortable(error) })
  }
})
