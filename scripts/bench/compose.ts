/** `compose.ts SITE BASE COUNT`: a browser opens « Composer mon kit » of a built site, whose files this machine gives it, and makes
 *  the PDF of the first COUNT fiches. It has made none before: its code is read and compiled meanwhile.
 *  Prints `{ "ms": from the click to the file, "beyondMb": peak of its memory beyond the page at rest }`. */
import { serveFolders } from '../../build/atelier/server/serve-folder.ts'
import { openBrowser } from '../../build/browser/browser.ts'
import { watchPeak } from './watch-peak.ts'

const [site, base, count] = process.argv.slice(2)
if (!site || !base || !count) throw new Error('usage: compose.ts SITE BASE COUNT')
await using host = await serveFolders(new Map([[base, site]]))
await using press = await openBrowser({ cacheDir: process.env['KIT_CACHE'] ?? '.cache' })
const tab = await press.browser.newPage()
await tab.goto(`${host.origin}${base}composer/`, { waitUntil: 'networkidle0' })
const chosen = await tab.$$eval(
  'input[name=fiche]:not([disabled])',
  (boxes, most) => {
    const first = boxes.slice(0, most)
    for (const box of first) if (box instanceof HTMLInputElement) box.click()
    return first.length
  },
  Number(count),
)
if (chosen < Number(count)) throw new Error(`the page offers ${chosen} fiches, not ${count}`)
// What the page has left behind on its way is not what it needs at rest.
const devtools = await tab.createCDPSession()
await devtools.send('HeapProfiler.collectGarbage')
const peak = watchPeak(press.browser.process()?.pid)
const ms = await tab.evaluate(
  () =>
    new Promise<number>((resolve, reject) => {
      const part = <T extends Element>(selector: string) => {
        const element = document.querySelector<T & HTMLElement>(selector)
        if (!element) throw new Error(`no ${selector}`)
        return element
      }
      const [line, stop] = [part('.composer-suite'), part('[data-arreter]')]
      const start = performance.now()
      new MutationObserver(() => {
        if (line.querySelector('a')) resolve(performance.now() - start)
        else if (stop.hidden) reject(new Error(line.textContent))
      }).observe(line, { childList: true })
      part('.composer [type=submit][value=pdf]').click()
    }),
)
console.log(JSON.stringify({ ms, beyondMb: peak.beyondMb() }))
