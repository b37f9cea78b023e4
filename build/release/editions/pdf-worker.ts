// The thread that makes the PDF edition: paging, assembly and tags, beside the site and the e-book.
import type { Browser } from 'puppeteer'
import { sequence } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { connectBrowser } from '../../browser/browser.ts'
import type { Pages, PrintDocument } from '../../pdf/index.ts'
import { standWorkshops } from '../../pdf/page/workshop.ts'
import { serve } from '../../thread/thread.ts'
import type { Files } from '../kept-edition.ts'
import { makePdf } from './make-pdf.ts'
import type { PdfTalk, SentDocument } from './pdf-thread.ts'
import { forgetLater, threadCache } from './thread-cache.ts'

/** The browser of the last order, and its tabs, which the next one finds open. They end with that browser. */
let connected: { endpoint: string; browser: Browser } | undefined
const workshops = standWorkshops()
/** HTML of the documents of the last order, by their ids. */
let received: ReadonlyMap<string, string> = new Map()

async function browserAt(endpoint: string): Promise<Browser> {
  if (connected?.endpoint !== endpoint)
    connected = { endpoint, browser: (await connectBrowser(endpoint)).browser }
  return connected.browser
}

serve<PdfTalk>(async ({ endpoint, ...order }, { tell, ask, signal }) => {
  const browser = await browserAt(endpoint)
  const { standing, cacheDir } = order
  const cache = threadCache(cacheDir, standing)
  const documents = ask('documents').then(sent => documentsOf(order.kit, sent))
  documents.catch(() => {}) // told to the work, if it waits
  try {
    const work = { ...order, cache, browser, workshops, signal }
    const listener = {
      onPages: (pages: Pages) => tell({ pages }),
      onFiles: (files: Files) => tell({ files }),
    }
    return await makePdf(work, documents, listener)
  } finally {
    if (standing) forgetLater()
  }
})

/** The documents that were sent. @throws Error when one of them was never sent whole */
function documentsOf(kit: Kit, sent: readonly SentDocument[]): PrintDocument[] {
  const items = new Map(sequence(kit).map(item => [item.id, item]))
  const documents = sent.map(({ id, html }) => {
    const item = items.get(id)
    const known = html ?? received.get(id)
    if (!item || known === undefined) throw new Error(`the document ${id} was not sent`)
    return { item, html: known }
  })
  received = new Map(documents.map(({ item, html }) => [item.id, html]))
  return documents
}
