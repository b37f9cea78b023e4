/** `npm run bench -- [--fiches DIR] [--runs N]`: how long builds of a kit take, beside pagedjs-cli's PDF alone, and what a writer waits for in the atelier. Prints Markdown tables. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { parse } from 'postcss'
import type { Page } from 'puppeteer'
import { appFiles, diskShelf, serveAtelier } from '../build/atelier/index.ts'
import { hashLooks } from '../build/edition/index.ts'
import { digestOfPress, findChromium, openBrowser, openCache, readKit } from '../build/ground/index.ts'
import { render } from '../build/pages/index.ts'
import { readPictures, readStyles } from '../build/paper/index.ts'
import type { Kit } from '../src/kit/index.ts'
import { pagingCss } from '../src/text/index.ts'

/** The newest that runs on the oldest Node which the press supports. */
const PAGEDJS_CLI = 'pagedjs-cli@0.4.3'
/** The first line of text after the front matter. */
const FIRST_PARAGRAPH = /(?<=\n---\n(?:.*\n)*?)\p{L}.*/u

const root = resolve('.cache/bench')
const [fiches, cache] = [join(root, 'fiches'), join(root, 'cache')]

const { values } = parseArgs({
  options: {
    fiches: { type: 'string', default: 'fiches' },
    runs: { type: 'string', default: '3' },
  },
})
await rm(fiches, { recursive: true, force: true })
await cp(values.fiches, fiches, { recursive: true })
const { kit, problems } = await readKit(fiches)
if (!kit) throw new Error(`${values.fiches} has errors: ${JSON.stringify(problems[0])}`)
const published = kit.fiches
  .filter(({ statut }) => statut !== 'a-paraitre')
  .map(({ file }) => join(fiches, file))
console.log(`${published.length} fiches\n`)
await timeBuilds(kit, published, Number(values.runs))
await timeAtelier(published)

/** Runs the four cases in turn, round after round: whatever else the machine does meets all of them. */
async function timeBuilds(kit: Kit, published: readonly string[], rounds: number): Promise<void> {
  const chromium = await findChromium(cache, process.env['PUPPETEER_EXECUTABLE_PATH'])
  const cli = await installPagedjsCli()
  const document = await writeDocument(kit, join(root, 'document'))
  const edited = published[Math.floor(published.length / 2)] ?? ''
  const text = await readFile(edited, 'utf8')
  let edits = 0
  const buildArgs = ['scripts/kit.js', 'build', '--fiches', fiches, '--out', join(root, 'dist')]
  const build = () => timeCommand(process.execPath, buildArgs, { KIT_CACHE: cache })
  await build() // Compiles the command, once a machine.
  const browserArgs = '--no-sandbox,--disable-gpu,--disable-dev-shm-usage,--font-render-hinting=none'
  const out = ['--output', join(root, 'pagedjs-cli.pdf'), '--timeout', '900000', '--browserArgs', browserArgs]
  const env = { ...chromium.env, PUPPETEER_EXECUTABLE_PATH: chromium.executablePath }
  const cases: Record<string, () => Promise<number>> = {
    'pagedjs-cli, its PDF alone': () => timeCommand(cli, [document, ...out], env),
    'everything, cold': async () => {
      for (const name of await readdir(cache))
        if (!name.startsWith('chromium-')) await rm(join(cache, name), { recursive: true, force: true })
      return build()
    },
    'nothing edited': build,
    async 'one fiche edited'() {
      await writeFile(edited, text.replace(FIRST_PARAGRAPH, `$& Mesure ${++edits}.`))
      return build()
    },
  }
  const costs = new Map(Object.keys(cases).map(name => [name, [] as number[]]))
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(cases)) costs.get(name)?.push(await run())
  const [pdf = Number.NaN, cold = Number.NaN] = [...costs.values()].map(median)
  console.log('| build | s | × pagedjs-cli | × cold |\n| --- | --: | --: | --: |')
  for (const [name, seconds] of costs) {
    const time = median(seconds)
    console.log(
      `| ${[name, ...[time, time / pdf, time / cold].map(value => value.toFixed(2))].join(' | ')} |`,
    )
  }
}

/** Time from start to exit, in s. */
async function timeCommand(program: string, args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const start = performance.now()
  await promisify(execFile)(program, args, { env: { ...process.env, ...env }, maxBuffer: 2 ** 26 })
  return (performance.now() - start) / 1000
}

/** Installs it once, without any browser: it is given the press's. @returns its command */
async function installPagedjsCli(): Promise<string> {
  const dir = join(root, 'pagedjs-cli')
  const command = join(dir, 'node_modules/.bin/pagedjs-cli')
  if (!existsSync(command)) {
    await mkdir(dir, { recursive: true })
    const install = ['install', '--prefix', dir, '--no-audit', '--no-fund', '--ignore-scripts', PAGEDJS_CLI]
    await timeCommand('npm', install, { PUPPETEER_SKIP_DOWNLOAD: '1' })
  }
  return command
}

/** Writes the print edition as one document, without the press's frame; CSS counts its pages. @returns its path */
async function writeDocument(kit: Kit, dir: string): Promise<string> {
  const documents = await render(kit, 'print')
  const styles = await readStyles(kit)
  const pictures = await readPictures(documents, kit.dir)
  for (const [path, bytes] of [...styles.files, ...pictures.files]) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), bytes)
  }
  const numbers =
    '.part { break-after: page; } .n::after { content: target-counter(attr(data-cible), page); }'
  const css = [
    styles.fonts.replaceAll('url(/', 'url('),
    styles.content,
    pagingCss(styles.plan),
    numbers,
  ].join('\n')
  const body = documents
    .map(({ html }) => html)
    .join('\n')
    .replace(/<span class="n" data-page="([^"]*)">0<\/span>/g, '<span class="n" data-cible="#$1"></span>')
  const path = join(dir, 'document.html')
  const head = `<meta charset="utf-8"><title>${kit.titre}</title><style>${withoutLists(css)}</style>`
  await writeFile(path, `<!doctype html><html lang="fr"><head>${head}</head><body>${body}</body></html>`)
  return path
}

/** Writes `:is(a, b)` and `:has(a, b)` out: Paged.js parts selectors at each comma. */
function withoutLists(css: string): string {
  const root = parse(css)
  root.walkRules(rule => {
    rule.selectors = rule.selectors.flatMap(writtenOut)
  })
  return root.toString()
}

function writtenOut(selector: string): string[] {
  const [whole = '', name, list] = /:(is|has)\(([^(),]*,[^()]*)\)/.exec(selector) ?? []
  const parts = list?.split(/,\s*/).map(one => selector.replace(whole, `:${name}(${one})`))
  return parts?.flatMap(writtenOut) ?? [selector]
}

/** Types in the first paragraph of the longest fiche, in a browser on the local atelier. */
async function timeAtelier(published: readonly string[]): Promise<void> {
  const texts = await Promise.all(published.map(path => readFile(path, 'utf8')))
  const longest = texts.toSorted((one, other) => other.length - one.length)[0] ?? ''
  const titre = /^titre: "?(.*?)"?$/m.exec(longest)?.[1] ?? ''
  const opening = (FIRST_PARAGRAPH.exec(longest)?.[0] ?? '').slice(0, 20)
  const deeds = { build: async () => {}, release: async () => {}, draft: async () => {} }
  const files = await appFiles(openCache(cache, digestOfPress('.')), hashLooks('.'))
  await using server = await serveAtelier({ shelf: diskShelf(fiches, 'fiches'), files, deeds, port: 0 })
  await using press = await openBrowser({ cacheDir: cache })
  const tab = await press.browser.newPage()
  await tab.setViewport({ width: 1280, height: 900 })
  await tab.goto(server.url)
  // Its remarks lead to their lines by buttons that say the title too.
  await clickOn(tab, `//th/button[normalize-space()=${JSON.stringify(titre)}]`)
  await tab.waitForFunction(
    () =>
      (document.querySelector<HTMLIFrameElement>('.ecran iframe')?.contentDocument?.body.textContent ?? '')
        .length > 2000,
  )
  await tab.evaluate(() => {
    const keys: number[] = []
    Object.assign(window, { keys, lastKey: 0 })
    new PerformanceObserver(list => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') keys.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
    addEventListener('keydown', () => Object.assign(window, { lastKey: performance.now() }), true)
  })
  await enterText(tab, opening)
  const typeWords = async (stem: string, place: string) => {
    const waits: number[] = []
    for (const letter of 'abcde') {
      const word = `${stem}${letter}xyz`
      await tab.keyboard.type(` ${word}. `)
      waits.push(await timeSinceKey(tab, word, place))
    }
    return median(waits)
  }
  const page = await typeWords('mot', '.apercu iframe')
  const problems: number[] = []
  while (problems.length < 5) {
    await tab.keyboard.type(' Etat ')
    problems.push(await timeSinceKey(tab, 'Etat', '.problemes'))
    for (let key = 0; key < ' Etat '.length; key++) await tab.keyboard.press('Backspace')
    await tab.waitForFunction(() => !document.querySelector('.problemes')?.textContent?.includes('Etat'))
  }
  await clickOn(tab, '//button[normalize-space()="Feuilles"]')
  await tab.waitForFunction(() => document.querySelector('.tient')?.textContent?.includes('tient en'))
  await enterText(tab, opening)
  const sheets = await typeWords('pap', '.feuilles iframe')
  const { slow, all } = await tab.evaluate(() => ({
    slow: (window as unknown as { keys: number[] }).keys,
    all: performance.eventCounts.get('keydown') ?? 0,
  }))
  // Event Timing leaves out keys that are drawn within a frame: they come first.
  const drawing = slow.toSorted((one, other) => one - other)[slow.length - Math.ceil(all * 0.05)] ?? 0
  console.log('\n| atelier, longest fiche: from the key to | ms |\n| --- | --: |')
  for (const [name, ms] of Object.entries({ drawing, problem: median(problems), page, sheets }))
    console.log(`| its ${name}${name === 'drawing' ? ', 95 % of keys' : ''} | ${ms.toFixed(0)} |`)
}

async function clickOn(tab: Page, xpath: string): Promise<void> {
  const button = await tab.waitForSelector(`::-p-xpath(${xpath})`)
  await button?.evaluate(element => (element as HTMLElement).click())
}

/** Puts the cursor at the end of the paragraph; the summary of the front matter may begin alike. */
async function enterText(tab: Page, opening: string): Promise<void> {
  const line = `.editeur >>> .cm-line::-p-text(${opening})`
  await tab.waitForSelector(line)
  await (await tab.$$(line)).at(-1)?.click()
  await tab.keyboard.press('End')
}

/** From the last key until an element, or the document of a frame, holds a word, in ms. */
function timeSinceKey(tab: Page, word: string, selector: string): Promise<number> {
  return tab.evaluate(
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

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
