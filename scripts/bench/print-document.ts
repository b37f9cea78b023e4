/** `print-document.ts native|stock DOCUMENT PDF`: one HTML document through the browser of the press, in a process of its
 *  own. `native` is the floor: Chromium prints it as it is. `stock` lets Paged.js page it first, as its own script does on
 *  any page. Prints `{ "ms": … }`, the browser's start included and Node's own left out. */
import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openBrowser } from '../../build/browser/browser.ts'

const [mode, file, pdf] = process.argv.slice(2)
if (!file || !pdf) throw new Error('usage: print-document.ts native|stock DOCUMENT PDF')
const polyfill = join(createRequire(import.meta.url).resolve('pagedjs'), '../../dist/paged.polyfill.js')

const start = performance.now()
{
  await using opened = await openBrowser({
    cacheDir: process.env['KIT_CACHE'] ?? '.cache',
    executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'],
  })
  const tab = await opened.browser.newPage()
  tab.setDefaultTimeout(0)
  await tab.goto(pathToFileURL(file).href, { waitUntil: 'load' })
  await tab.evaluate(() => document.fonts.ready.then(() => undefined))
  if (mode === 'stock') {
    await tab.evaluate(
      // Not awaited here: the promise ends with the pages.
      'void (window.done = new Promise(resolve => { window.PagedConfig = { after: () => resolve(true) } }))',
    )
    await tab.addScriptTag({ path: polyfill })
    await tab.evaluate('window.done')
  }
  await writeFile(
    pdf,
    await tab.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    }),
  )
}
console.log(JSON.stringify({ ms: performance.now() - start }))
