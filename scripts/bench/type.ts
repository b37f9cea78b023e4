/** `type.ts FICHES`: a browser opens the kit in the atelier and types in its longest fiche.
 *  Prints `{ "keyMs", "problemsMs", "webMs", "paperMs" }`: from a key to its drawing (95 % of keys, as Event Timing tells it), and from
 *  the last key to the problem, to the page of the site and to the sheets that hold what was typed (each the median of five; null:
 *  the fiche is so long that its sheets are not shown). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'puppeteer'
import { openBrowser } from '../../build/browser/browser.ts'
import { listFiles } from '../../build/disk/list-files.ts'
import { serveIdle } from '../atelier/serve-idle.ts'
import { median } from './statistics.ts'

const TIMES = 5

const [fiches] = process.argv.slice(2)
if (!fiches) throw new Error('usage: type.ts FICHES')
const cacheDir = process.env['KIT_CACHE'] ?? '.cache'
await using server = await serveIdle(fiches, cacheDir)
await using press = await openBrowser({ cacheDir })

const [longest = ''] = listFiles(fiches)
  .filter(path => path.endsWith('.md'))
  .map(path => readFileSync(join(fiches, path), 'utf8'))
  .sort((one, other) => other.length - one.length)
const titre = /^titre: "?(.*?)"?$/m.exec(longest)?.[1] ?? ''
/** How its first paragraph begins. */
const words = (/\n---\n+([^\n]*)/.exec(longest)?.[1] ?? '').slice(0, 20)

const tab = await press.browser.newPage()
await tab.setViewport({ width: 1280, height: 900 })
await tab.goto(server.url)
await tab.waitForSelector('button.titre')
await tab.evaluate(
  wanted =>
    [...document.querySelectorAll<HTMLElement>('button.titre')]
      .find(({ textContent }) => textContent === wanted)
      ?.click(),
  titre,
)
await tab.waitForFunction(
  () =>
    (document.querySelector<HTMLIFrameElement>('.ecran iframe')?.contentDocument?.body.textContent ?? '')
      .length > 2000,
)
await tab.evaluate(() => {
  const durations: number[] = []
  Object.assign(window, { durations, lastKey: 0 })
  new PerformanceObserver(list => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration)
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  addEventListener('keydown', () => Object.assign(window, { lastKey: performance.now() }), true)
})
await enterText(tab)

const problems: number[] = []
const web: number[] = []
const paper: number[] = []
for (let time = 0; time < TIMES; time++) {
  const word = `mot${'abcde'[time]}xyz`
  await tab.keyboard.type(` ${word}. `)
  web.push(await since(tab, word, '.apercu iframe'))
  await tab.keyboard.type(' Etat ')
  problems.push(await since(tab, 'Etat', '.problemes'))
  for (let key = 0; key < 6; key++) await tab.keyboard.press('Backspace')
  await tab.waitForFunction(() => !document.querySelector('.problemes')?.textContent?.includes('Etat'))
}
await tab.evaluate(() =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Feuilles')?.click(),
)
const ending = await tab.waitForFunction(
  () => /tient en|ne se montrent pas/.exec(document.querySelector('.tient')?.textContent ?? '')?.[0],
)
const showsSheets = (await ending.jsonValue()) === 'tient en'
await enterText(tab)
for (let time = 0; showsSheets && time < TIMES; time++) {
  const word = `pap${'abcde'[time]}xyz`
  await tab.keyboard.type(` ${word}. `)
  paper.push(await since(tab, word, '.feuilles iframe'))
}
const { durations, keys } = await tab.evaluate(() => ({
  durations: (window as unknown as { durations: number[] }).durations,
  keys: performance.eventCounts.get('keydown') ?? 0,
}))
// Those that are drawn within a frame are counted, and told as none.
const all = [...durations, ...Array.from({ length: Math.max(0, keys - durations.length) }, () => 0)]
all.sort((one, other) => one - other)
console.log(
  JSON.stringify({
    keyMs: all[Math.floor(all.length * 0.95)],
    problemsMs: median(problems),
    webMs: median(web),
    paperMs: showsSheets ? median(paper) : null,
  }),
)

/** Puts the cursor into the first paragraph. */
async function enterText(page: Page): Promise<void> {
  await page.waitForSelector(`.editeur >>> .cm-line::-p-text(${words})`)
  // The summary of the front matter may begin alike.
  const lines = await page.$$(`.editeur >>> .cm-line::-p-text(${words})`)
  await lines.at(-1)?.click()
  await page.keyboard.press('End')
}

/** How long after the last key the document of a frame, or the page itself, holds a word at a place, in ms. */
function since(page: Page, word: string, selector: string): Promise<number> {
  return page.evaluate(
    async (text, place) => {
      for (;;) {
        const element = document.querySelector(place)
        const content = element instanceof HTMLIFrameElement ? element.contentDocument?.body : element
        if (content?.textContent?.includes(text))
          return performance.now() - (window as unknown as { lastKey: number }).lastKey
        await new Promise(requestAnimationFrame)
      }
    },
    word,
    selector,
  )
}
