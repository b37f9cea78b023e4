// The tools of a tab for paging documents: the exports of this module are `workbench` there.
import type { Matter, Plan } from './page/compose/matter.ts'
import { layPages as layDraft } from './page/tab/lay-pages.ts'
import { measureMatter as measureDraft } from './page/tab/measure-matter.ts'
import type { MeasuredDocument, PagedPart, PagingSheet } from './page/tab/workbench.ts'

export { fitTitles } from './page/tab/fit-text.ts'
export { loadFaces } from './page/tab/measure.ts'
export { paginatePart } from './page/tab/page-once.ts'
export { fastFrames } from './page/tab/workbench.ts'
export { laySheets } from './print/lay-sheets.ts'
export { clearSheets, printSheets } from './print/show-sheets.ts'

/** The document that was measured last: its elements stay in the tab. */
let draft: MeasuredDocument | undefined

/** Measures a document that is made of rows, or null. */
export async function measureMatter(html: string, sheet: PagingSheet): Promise<Matter | null> {
  const measured = await measureDraft(html, sheet)
  draft = measured?.draft
  return measured?.matter ?? null
}

/** Cuts the document that was measured last. @throws when none was */
export async function layPages(plan: Plan, sheet: PagingSheet): Promise<PagedPart> {
  if (!draft) throw new Error('nothing was measured')
  const laid = layDraft(draft, plan, sheet)
  draft = undefined
  return laid
}
