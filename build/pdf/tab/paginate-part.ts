import type { Form, PagedPart, PagingSheet } from './press.ts'

/** Runs in the tab. Cuts one document into pages: as it is written; closer, when that saves a last page that holds little;
 *  in simpler forms, when something would be lost, repeated or cut off. A document whose words fit is always paged whole.
 *  @returns the pages of the first form without fault, or the faults of the first form */
export async function paginatePart(html: string, sheet: PagingSheet): Promise<PagedPart> {
  /** Part of a page under which its last one may be saved, and pages that a fiche should not exceed. */
  const LITTLE = 0.75
  const MANY = 5
  /** Space between blocks that a page's end swallows, in px. */
  const SWALLOWED = 5 * (96 / 25.4)
  const whole = await pageAs('libre')
  if (whole.faults.length === 0) {
    const { length } = whole.pages
    const last = whole.pages.at(-1)
    const poor = length > 1 && last !== undefined && last.bottom < LITTLE * whole.height
    if (!poor && length <= MANY) return whole
    // Less than the height of all it holds is no gain to hope for, and a trial takes as long as the pages.
    const close = await pageAs('serre', (length - 1) * (whole.height + SWALLOWED))
    return close.faults.length === 0 && close.pages.length > 0 && close.pages.length < length ? close : whole
  }
  // What a simpler form does not mend: a font that is missing.
  if (whole.faults.some(({ kind }) => kind === 'police')) return whole
  for (const form of ['entier', 'lineaire'] as const) {
    const simpler = await pageAs(form)
    const [first] = simpler.pages
    if (simpler.faults.length > 0 || !first) continue
    first.form = form
    return simpler
  }
  return whole

  async function pageAs(form: Form, room?: number): Promise<PagedPart> {
    try {
      return await window.press.pageOnce(html, sheet, form, room)
    } catch (error) {
      return { pages: [], faults: [{ kind: 'avis', text: String(error) }], height: 0 }
    }
  }
}
