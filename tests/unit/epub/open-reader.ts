import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer'
import { standingBrowser } from '../../chromium.ts'
import { openTab } from '../../open-tab.ts'

/** What a page of the reader offers: the book open in epub.js. */
declare global {
  interface Window {
    go(target: string): Promise<void>
    turn(): Promise<void>
    follow(selector: string): void
    place(): string | undefined
    contents(): Promise<{ toc: string[]; pages: string[] }>
  }
}

const origin = 'http://livre.invalid/'
const host = `<!doctype html><meta charset="utf-8"><div id="lecteur"></div><script src="jszip.js"></script><script src="epub.js"></script>
<script type="module">
const book = ePub(await (await fetch('livre.epub')).arrayBuffer())
const rendition = book.renderTo('lecteur', { width: 400, height: 600, flow: 'paginated', spread: 'none' })
window.go = target => rendition.display(target)
window.turn = () => rendition.next()
window.follow = selector => rendition.getContents()[0].document.querySelector(selector).click()
window.place = () => rendition.currentLocation()?.start?.href
window.contents = async () => { await book.loaded.navigation; await book.loaded.pageList
  const hrefs = entries => entries.flatMap(({ href, subitems }) => [href, ...hrefs(subitems)])
  return { toc: hrefs(book.navigation.toc), pages: book.pageList.pageList.map(({ href }) => href) } }
await rendition.display(); document.title = 'ouvert'
</script>`

/** `refused`: addresses that the book asked for and did not get; a reader may be offline. */
export type Reader = { tab: Page; refused: string[]; close(): Promise<void> }

/** Opens a book in epub.js, in a tab that has no network. */
export async function openReader(book: Uint8Array): Promise<Reader> {
  const { resolve } = createRequire(import.meta.url)
  const files: Record<string, Uint8Array | string> = {
    '': host,
    'livre.epub': book,
    'epub.js': await readFile(resolve('epubjs/dist/epub.min.js')),
    'jszip.js': await readFile(resolve('jszip/dist/jszip.min.js')),
  }
  const browser = await standingBrowser()
  const context = await browser.createBrowserContext()
  const tab = await openTab(context)
  const refused: string[] = []
  await tab.setRequestInterception(true)
  tab.on('request', request => {
    const body = files[request.url().replace(origin, '')]
    if (body !== undefined)
      return void request.respond({
        body: Buffer.from(body),
        contentType: request.url().endsWith('js') ? 'text/javascript' : 'text/html',
      })
    if (/^(?:blob|data|about):/.test(request.url())) return void request.continue()
    refused.push(request.url())
    void request.abort()
  })
  await tab.goto(origin)
  await tab.waitForFunction(() => document.title === 'ouvert')
  return { tab, refused, close: () => context.close() }
}
