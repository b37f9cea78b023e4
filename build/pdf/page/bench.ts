import { shareColumns } from '../../../src/markdown/share-columns.ts'
import { amendPaging } from './tab/amend-paging.ts'
import { announce } from './tab/announce.ts'
import { breakWideTables } from './tab/break-wide-tables.ts'
import { cleanPage } from './tab/clean-page.ts'
import { columnCut } from './tab/column-cut.ts'
import { findFaults } from './tab/find-faults.ts'
import { fitTitles } from './tab/fit-titles.ts'
import { halve } from './tab/halve.ts'
import { joinLastWords } from './tab/join-last-words.ts'
import { keepPunctuation } from './tab/keep-punctuation.ts'
import { layCopies } from './tab/lay-copies.ts'
import { layPages } from './tab/lay-pages.ts'
import { loadFaces } from './tab/load-faces.ts'
import { bottomOf, firstBlockOf, headingAtFoot, leadOf, overflowOf, streamsOf } from './tab/measure.ts'
import { measureBand } from './tab/measure-band.ts'
import { measureFlow } from './tab/measure-flow.ts'
import { measureMatter } from './tab/measure-matter.ts'
import { pageOnce } from './tab/page-once.ts'
import { paginatePart } from './tab/paginate-part.ts'
import { reshape } from './tab/reshape.ts'
import { setApart } from './tab/set-apart.ts'
import { setOnLines } from './tab/set-on-lines.ts'
import { setTablesApart } from './tab/set-tables-apart.ts'
import { startOfClosing } from './tab/start-of-closing.ts'
import { startOfHeading } from './tab/start-of-heading.ts'
import { placeInSource, traceSource } from './tab/trace-source.ts'
import type { Draft } from './tab/workbench.ts'

/** The tools that a tab is given to page documents. Each function is sent as text: it may use `window.workbench` and the browser, and
 *  nothing of its own file. */
export const bench = {
  traceSource,
  placeInSource,
  streamsOf,
  bottomOf,
  firstBlockOf,
  overflowOf,
  headingAtFoot,
  leadOf,
  loadFaces,
  cleanPage,
  breakWideTables,
  columnCut,
  findFaults,
  halve,
  joinLastWords,
  keepPunctuation,
  measureFlow,
  setOnLines,
  announce,
  setApart,
  setTablesApart,
  shareColumns,
  measureBand,
  layCopies,
  measureMatter,
  layPages,
  startOfClosing,
  startOfHeading,
  amendPaging,
  fitTitles,
  reshape,
  pageOnce,
  paginatePart,
}

declare global {
  interface Window {
    workbench: typeof bench & {
      /** Rendered text → the text of the source that it is a copy of. */
      origins: WeakMap<Text, Text>
      /** What `measureMatter` laid out, for `layPages`. */
      draft?: Draft | undefined
    }
  }
}
