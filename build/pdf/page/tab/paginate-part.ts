import type { Form, PagedPart, PagingSheet } from './workbench.ts'

/** Runs in the tab. Cuts one document into pages with Paged.js: as it is written; closer, when that saves a last page that holds
 *  little; in one flow, when something would be lost, repeated or cut off.
 *  @param forms those to try: a document of rows that could not be composed has one
 *  @returns the pages of the first form without fault, or the faults of the first form */
export async function paginatePart(html: string, sheet: PagingSheet, forms: Form[]): Promise<PagedPart> {
  const MM = 96 / 25.4
  /** Part of a page under which its last one may be saved. */
  const LITTLE = 0.75
  const [usual = 'libre', ...others] = forms
  const whole = await pageAs(usual)
  const { pages } = whole
  const last = pages.at(-1)
  if (whole.faults.length === 0) {
    tell(whole, usual)
    if (usual !== 'libre' || pages.length === 1 || !last || last.bottom >= LITTLE * sheet.height * MM)
      return whole
    const close = await pageAs('serre')
    return close.faults.length === 0 && close.pages.length < pages.length ? close : whole
  }
  // What a simpler form does not mend: a font that is missing.
  if (whole.faults.some(({ kind }) => kind === 'police')) return whole
  for (const form of others) {
    const simpler = await pageAs(form)
    if (simpler.faults.length > 0) continue
    tell(simpler, form)
    return simpler
  }
  return whole

  /** The edition tells of a document that is in a simpler form. */
  function tell({ pages: [first] }: PagedPart, form: Form): void {
    if (first && form === 'lineaire') first.form = form
  }

  async function pageAs(form: Form): Promise<PagedPart> {
    try {
      return await window.workbench.pageOnce(html, sheet, form)
    } catch (error) {
      return { pages: [], faults: [{ kind: 'avis', text: String(error) }] }
    }
  }
}
