import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, CDPSession } from 'puppeteer'
import { type Files, type OfflineTab, openOfflineTab, origin } from '../offline-tab.ts'
import { newStillPage } from '../still-page.ts'
import type { Styles } from './styles.ts'
import { amendPaging } from './tab/amend-paging.ts'
import { balanceRows } from './tab/balance-rows.ts'
import { cleanPage } from './tab/clean-page.ts'
import { columnCut } from './tab/column-cut.ts'
import { cutRow } from './tab/cut-row.ts'
import { fastFrames } from './tab/fast-frames.ts'
import { fitTitles } from './tab/fit-titles.ts'
import { bottomOf, headingAtFoot, overflowOf, streamsOf } from './tab/measure.ts'
import { pageOnce } from './tab/page-once.ts'
import { paginatePart } from './tab/paginate-part.ts'
import { reshape } from './tab/reshape.ts'
import { splitRow } from './tab/split-row.ts'
import { startOfClosing } from './tab/start-of-closing.ts'
import { startOfHeading } from './tab/start-of-heading.ts'
import { placeInSource, traceSource } from './tab/trace-source.ts'
import { canBeWide, widen } from './tab/widen.ts'
import { widenHere } from './tab/widen-here.ts'

// A name the compiler may give to the functions it moves; they are sent to the tab without it.
const bench = {
  traceSource,
  placeInSource,
  streamsOf,
  bottomOf,
  overflowOf,
  headingAtFoot,
  cleanPage,
  columnCut,
  splitRow,
  widen,
  canBeWide,
  widenHere,
  balanceRows,
  cutRow,
  startOfClosing,
  startOfHeading,
  amendPaging,
  fitTitles,
  reshape,
  pageOnce,
  paginatePart,
}

/** What is installed in a tab, as text: it belongs to the key of every page made with it. */
export const benchScript = `globalThis.__name ??= target => target;
window.press = { origins: new WeakMap(),
${Object.entries(bench)
  .map(([name, tool]) => `${name}: ${tool}`)
  .join(',\n')} };`

const { resolve } = createRequire(import.meta.url)

/** Paged.js as a script of its own; the package exports neither this file nor its package.json. */
export const readPagedJs = () => readFile(join(resolve('pagedjs'), '../../dist/paged.min.js'), 'utf8')

/** A tab with fonts, style sheets, Paged.js and the bench, ready for any number of documents: first to page
 *  them, then to print them. */
export type Workshop = OfflineTab & { session: CDPSession }

/** Workshops that one step leaves to the next: to open one takes as long as to page a fiche. */
export type Workshops = {
  /** Adds to what all of them read, those that are taken as well: pictures. */
  add(files: Files): void
  /** Opens one, for whoever takes it later. */
  prepare(): void
  /** One of them, which goes back when its scope ends. */
  take(): Promise<Workshop>
  [Symbol.asyncDispose](): Promise<void>
}

/** Longest time for a tab to read its page, in ms. */
const DEADLINE_MS = 60_000
/** The style sheet of the assembly, which has no say while documents are paged. */
export const ASSEMBLY = 'montage'

export function openWorkshops(
  browser: Browser,
  { styles, pagedJs }: { styles: Pick<Styles, 'fonts' | 'content' | 'assembly' | 'files'>; pagedJs: string },
): Workshops {
  // The style sheets stand in the page, once: read by Paged.js, they would be parsed again for every document.
  const page = `<!doctype html><html lang="fr-FR"><meta charset="utf-8"><title>Atelier</title><link rel="icon" href="data:,"><style>${styles.fonts}\n${styles.content}</style><style id="${ASSEMBLY}" media="not all">${styles.assembly}</style><script src="/paged.js"></script><body>`
  const files = new Map<string, Uint8Array | string>(styles.files)
  files.set('atelier', page).set('paged.js', pagedJs)
  const all: Promise<Workshop>[] = []
  const idle: Promise<Workshop>[] = []
  const open = () => {
    const opening = openWorkshop(browser, files)
    opening.catch(() => {}) // told to whoever takes it
    all.push(opening)
    return opening
  }
  return {
    add(more) {
      for (const [path, content] of more) files.set(path, content)
    },
    prepare: () => void idle.push(open()),
    async take() {
      const workshop = await (idle.pop() ?? open())
      return {
        ...workshop,
        async [Symbol.asyncDispose]() {
          if (workshop.alive()) idle.push(Promise.resolve(workshop))
        },
      }
    },
    async [Symbol.asyncDispose]() {
      for (const ended of await Promise.allSettled(all))
        if (ended.status === 'fulfilled') await ended.value[Symbol.asyncDispose]()
    },
  }
}

async function openWorkshop(browser: Browser, files: Files): Promise<Workshop> {
  const offline = await openOfflineTab(browser, files, DEADLINE_MS, newStillPage)
  const { tab, ask } = offline
  try {
    await ask(tab.goto(`${origin}atelier`))
    await ask(
      tab.evaluate(`${benchScript}
      (${fastFrames})();
      window.PagedModule.registerHandlers(window.press.amendPaging(window.PagedModule.Handler));
      Promise.all([...document.fonts].map(face => face.load().catch(() => face))).then(() => undefined);`),
    )
    return { ...offline, session: await ask(tab.createCDPSession()) }
  } catch (error) {
    await offline[Symbol.asyncDispose]()
    throw error
  }
}
