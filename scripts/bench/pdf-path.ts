/** `pdf-path.ts cold|kept|finished FICHES CACHE`: the PDF path in a process of its own, from rendered documents on, the
 *  browser's start included; Node's own and the renditions are left out.
 *  `cold` and `kept` end with the PDF that Chromium prints, without and with what is kept in CACHE; `finished` goes on, cold, to
 *  all that the release hands out: screen PDF, printer's PDF with its report, one PDF a fiche.
 *  Prints `{ "ms": …, "pages": …, "steps": { step: ms } }`. */
import { openBrowser } from '../../build/browser/browser.ts'
import { readKit } from '../../build/disk/read-kit.ts'
import { render } from '../../build/pages/renditions.ts'
import { buildPdf } from '../../build/pdf/index.ts'
import { standWorkshops } from '../../build/pdf/page/workshop.ts'
import { makePdf } from '../../build/release/editions/make-pdf.ts'
import { openCache } from '../../build/store/cache.ts'
import { digestOfPress } from '../../build/store/digest-of-press.ts'
import { createRenderer } from '../../src/markdown/create-renderer.ts'

const [mode, fiches, pagesDir] = process.argv.slice(2)
if (!fiches || !pagesDir) throw new Error('usage: pdf-path.ts cold|kept|finished FICHES CACHE')
const { kit } = await readKit(fiches)
if (!kit) throw new Error(`${fiches} has errors`)
const documents = await render(kit, 'print')
const date = new Date(`${kit.edition.mois}-01T00:00:00Z`)
const cache = openCache(mode === 'kept' ? pagesDir : null, digestOfPress('.'))
const browserOptions = {
  cacheDir: process.env['KIT_CACHE'] ?? '.cache',
  executablePath: process.env['PUPPETEER_EXECUTABLE_PATH'],
}
const tabs = 2

const start = performance.now()
const begun = new Map<string, number>()
let pages = 0
await using opened = await openBrowser(browserOptions)
const { browser } = opened
const workshops = standWorkshops()
if (mode === 'finished') {
  const made = await makePdf(
    {
      kit,
      date,
      cache,
      browser,
      workshops,
      jobs: tabs,
      signal: new AbortController().signal,
      ink: 'estimate',
      inputs: [],
    },
    documents,
    { onPages() {}, onFiles() {} },
  )
  pages = made.pages.count
} else {
  begun.set('paginate', performance.now()) // told again, too late, when the first document is paged
  const edition = await buildPdf({
    kit,
    documents,
    typo: createRenderer(kit, 'print').text,
    browser,
    standing: workshops,
    cache,
    date: date.toISOString(),
    tabs,
    onProgress: ({ step }) => {
      if (!begun.has(step)) begun.set(step, performance.now())
    },
  })
  pages = edition.pages.count
}
const end = begun.get('finish') ?? performance.now()
const times = [['browser', start] as const, ...begun].filter(([, time]) => time < end)
const steps = times.map(([step, time], index) => [step, (times[index + 1]?.[1] ?? end) - time])
console.log(
  JSON.stringify({ ms: end - start, pages, steps: begun.size > 0 ? Object.fromEntries(steps) : {} }),
)
