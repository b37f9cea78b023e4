import type { Form, PagedPart, PagingSheet } from './press.ts'

/** Runs in the tab. Cuts one document into pages: as it is written; closer, when that saves a last page that holds little;
 *  in simpler forms, when something would be lost, repeated or cut off. A document whose words fit is always paged whole.
 *  @returns the pages of the first form without fault, or the faults of the first form */
export async function paginatePart(html: string, sheet: PagingSheet): Promise<PagedPart> {
  const MM = 96 / 25.4
  /** Part of a page under which its last one may be saved, and pages that a fiche should not exceed. */
  const LITTLE = 0.75
  const MANY = 5
  /** Part of a page by which a document in one piece exceeds whole pages, when its last page will most likely hold little. */
  const EXCESS = 0.4
  /** Space between blocks that a page's end swallows, in px. */
  const SWALLOWED = 5 * MM
  const page = sheet.height * MM
  const fits = (pages: number) => (flow: number) => flow <= pages * (page + SWALLOWED)
  let close: PagedPart | undefined
  // A trial takes as long as the pages: when the closer form is the likely one, it is tried first.
  let whole = await pageAs('libre', flow => flow <= page || (flow / page) % 1 >= EXCESS)
  if (whole.faults.length === 0 && whole.pages.length === 0) {
    const least = Math.floor(whole.flow / page)
    close = await pageAs('serre', fits(least))
    if (saves(close, least + 1)) return close
    whole = await pageAs('libre')
  }
  if (whole.faults.length === 0) {
    const { length } = whole.pages
    const last = whole.pages.at(-1)
    const poor = length > 1 && last !== undefined && last.bottom < LITTLE * page
    if (!poor && length <= MANY) return whole
    // Less than the height of all it holds is no gain to hope for.
    if (!close || close.pages.length === 0) close = await pageAs('serre', fits(length - 1))
    return saves(close, length) ? close : whole
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

  function saves({ pages, faults }: PagedPart, length: number): boolean {
    return faults.length === 0 && pages.length > 0 && pages.length < length
  }

  async function pageAs(form: Form, worth?: (flow: number) => boolean): Promise<PagedPart> {
    try {
      return await window.press.pageOnce(html, sheet, form, worth)
    } catch (error) {
      return { pages: [], faults: [{ kind: 'avis', text: String(error) }], flow: 0 }
    }
  }
}
