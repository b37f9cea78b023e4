import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type OfflineTab, origin } from '../offline-tab.ts'
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
import type { TabPool } from './tab-pool.ts'

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

/** Takes a tab with fonts, style sheet, Paged.js and the bench, ready for any number of documents. The style sheet stands in
 *  the page, once: read by Paged.js, it would be parsed again for every document. */
export async function openWorkshop(
  tabs: TabPool,
  { styles, pagedJs }: { styles: Pick<Styles, 'fonts' | 'content'>; pagedJs: string },
): Promise<OfflineTab> {
  const page = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Atelier</title><link rel="icon" href="data:,"><style>${styles.fonts}\n${styles.content}</style><script src="/paged.js"></script><body>`
  const workshop = await tabs.take(
    new Map([
      ['atelier', page],
      ['paged.js', pagedJs],
    ]),
  )
  const { tab, ask } = workshop
  await ask(tab.goto(`${origin}atelier`))
  await ask(
    tab.evaluate(`${benchScript}
    (${fastFrames})();
    window.PagedModule.registerHandlers(window.press.amendPaging(window.PagedModule.Handler));
    Promise.all([...document.fonts].map(face => face.load().catch(() => face))).then(() => undefined);`),
  )
  return workshop
}
