// The thread that makes the PDF edition: paging, assembly and tags, beside the site and the e-book.
import type { Browser } from 'puppeteer'
import { itemsOf, type Kit } from '../../../src/kit/index.ts'
import { connectBrowser, openCache, serve } from '../../ground/index.ts'
import { type PrintDocument, standWorkshops } from '../../paper/index.ts'
import { makePdf } from './make-pdf.ts'
import type { PdfTalk, SentDocument } from './pdf-thread.ts'

/** The browser of the last order, and its tabs, open for the next order. They end with that browser. */
let connected: { endpoint: string; browser: Browser } | undefined
const workshops = standWorkshops()

async function browserAt(endpoint: string): Promise<Browser> {
  if (connected?.endpoint !== endpoint) connected = { endpoint, browser: await connectBrowser(endpoint) }
  return connected.browser
}

serve<PdfTalk>(async ({ endpoint, ...order }, { tell, later, signal }) => {
  const browser = await browserAt(endpoint)
  const cache = openCache(order.cacheDir, order.name)
  const documents = later.then(sent => documentsOf(order.kit, sent))
  documents.catch(() => {}) // thrown to the work, if it waits
  return makePdf({ ...order, cache, browser, workshops, signal }, documents, tell)
})

function documentsOf(kit: Kit, sent: readonly SentDocument[]): PrintDocument[] {
  const items = new Map(itemsOf(kit).map(item => [item.id, item]))
  return sent.map(({ id, html }) => {
    const item = items.get(id)
    if (!item) throw new Error(`the kit has no document ${id}`)
    return { item, html }
  })
}
