/** One measure in a process of its own: from rendered documents to the bytes of a PDF, browser start included.
 *  `native` is the floor: Chromium prints the same documents and style sheet, without Paged.js, numbers or checks.
 *  `cold` and `kept` are the press, without and with pages kept in the cache folder. Prints the time in ms. */
import { openBrowser } from '../../build/browser.ts'
import { openCache } from '../../build/cache.ts'
import { buildPdf } from '../../build/pdf/index.ts'
import { readStyles } from '../../build/pdf/styles.ts'
import { type Document, render } from '../../build/renditions.ts'
import { readKit } from '../../src/content/read-kit.ts'
import type { Kit } from '../../src/kit.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'

const [mode, fiches, cacheDir] = process.argv.slice(2)
if (!fiches || !cacheDir) throw new Error('usage: pdf-path.ts native|cold|kept FICHES CACHE')
const { kit } = await readKit(fiches)
if (!kit) throw new Error(`${fiches} has errors`)
const documents = await render(kit, 'print')

const start = performance.now()
{
  await using opened = await openBrowser({ cacheDir: '.cache' })
  if (mode === 'native') await printNatively(kit, documents, opened.browser)
  else
    await buildPdf({
      kit,
      documents,
      typo: createRenderer(kit, 'print').text,
      browser: opened.browser,
      cache: openCache(mode === 'kept' ? cacheDir : null),
      date: `${kit.edition.mois}-01T00:00:00.000Z`,
    })
}
console.log(JSON.stringify({ ms: performance.now() - start }))

type Browser = Awaited<ReturnType<typeof openBrowser>>['browser']

async function printNatively(kit: Kit, documents: readonly Document[], browser: Browser): Promise<void> {
  const styles = await readStyles(kit)
  const fonts = new Map([...styles.files].map(([path, bytes]) => [`/${path}`, bytes]))
  const tab = await browser.newPage()
  await tab.setRequestInterception(true)
  const html = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${kit.titre}</title><style>${styles.fonts}${styles.paging}
    .part { break-after: page; }</style><body>${documents.map(document => document.html).join('\n')}`
  tab.on('request', request => {
    const { pathname } = new URL(request.url())
    const font = fonts.get(pathname)
    void request.respond(
      font
        ? { body: Buffer.from(font), contentType: 'font/woff2' }
        : { body: html, contentType: 'text/html' },
    )
  })
  await tab.goto('http://kit.invalid/kit', { waitUntil: 'load' })
  await tab.evaluate(() => document.fonts.ready.then(() => undefined))
  await tab.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true, timeout: 0 })
}
