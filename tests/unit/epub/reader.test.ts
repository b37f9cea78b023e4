import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenBrowser, openBrowser } from '../../../build/browser.ts'
import { buildBook } from './book.ts'

/** What the page of the test offers: the book open in epub.js. */
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

describe('a reader (epub.js, offline)', () => {
  let open: OpenBrowser
  let tab: Page
  const refused: string[] = []

  beforeAll(async () => {
    const { resolve } = createRequire(import.meta.url)
    const files: Record<string, Uint8Array | string> = {
      '': host,
      'livre.epub': await buildBook(),
      'epub.js': await readFile(resolve('epubjs/dist/epub.min.js')),
      'jszip.js': await readFile(resolve('jszip/dist/jszip.min.js')),
    }
    open = await openBrowser({ cacheDir: join(process.cwd(), '.cache') })
    tab = await open.browser.newPage()
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
  })

  afterAll(async () => {
    await open?.[Symbol.asyncDispose]()
  })

  /** The reader lays pages out in its own time. */
  const expectPlace = (href: string) =>
    expect.poll(() => tab.evaluate(() => window.place()), { timeout: 5000 }).toBe(href)

  it('opens at the cover and turns to the sommaire', async () => {
    await expectPlace('couverture.xhtml')
    await tab.evaluate(() => window.turn())
    await expectPlace('sommaire.xhtml')
  })

  it('shows the table of contents and the page list, and their entries lead there', async () => {
    const { toc, pages } = await tab.evaluate(() => window.contents())
    expect(toc.filter(Boolean)).toHaveLength(18)
    expect(pages).toHaveLength(18)
    for (const href of ['fiche-vallee.xhtml#agir', pages[12] ?? '', pages[3] ?? '']) {
      await tab.evaluate(target => window.go(target), href)
      await expectPlace(href.split('#')[0] ?? '')
    }
  })

  it('follows a cross-reference to its fiche', async () => {
    await tab.evaluate(() => window.go('fiche-vallee.xhtml'))
    await expectPlace('fiche-vallee.xhtml')
    await tab.evaluate(() => window.follow('a.renvoi'))
    await expectPlace('fiche-col.xhtml')
  })

  it('asked nobody for anything', () => {
    expect(refused).toEqual([])
  })
})
