// The thread that makes the PDF edition: paging, assembly and tags, beside the site and the e-book.
import { connectBrowser } from '../../browser.ts'
import { openCache } from '../../cache.ts'
import type { Pages } from '../../pdf/index.ts'
import type { Document } from '../../renditions.ts'
import { serve } from '../../thread.ts'
import { type MadePdf, makePdf } from './make-pdf.ts'
import type { PdfOrder } from './pdf.ts'

serve<PdfOrder, Pages, MadePdf, readonly Document[]>(
  async ({ endpoint, ...order }, { tell, signal, rest: documents }) => {
    await using opened = await connectBrowser(endpoint)
    const workplace = {
      ...order,
      cache: openCache(order.cacheDir),
      browser: { open: async () => opened.browser },
      signal,
    }
    return await makePdf(workplace, documents, tell)
  },
)
