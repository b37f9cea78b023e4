import { line, mm, type PagePlan, pagingCss } from '../../../src/text/index.ts'
import { choose } from './compose/choose.ts'
import type { Matter, Plan } from './compose/matter.ts'
import type { Opens } from './compose/state.ts'
import { describe } from './faults.ts'
import type { Side } from './reserve.ts'
import type { PagedPart, PagingForm, PagingSheet } from './tab/workbench.ts'

export type PagingBench = {
  measureMatter(html: string, sheet: PagingSheet): Promise<Matter | null>
  layPages(plan: Plan, sheet: PagingSheet): Promise<PagedPart>
  paginatePart(html: string, sheet: PagingSheet, forms: PagingForm[]): Promise<PagedPart>
}

/** Composes a document that is made of rows; Paged.js cuts the others, and what cannot be composed whole and true.
 *  @param side of its first page: no example begins overleaf from its lever, unless there is no other plan */
export async function pagePart(
  bench: PagingBench,
  html: string,
  { plan: page, side }: { plan: PagePlan; side?: Side | undefined },
): Promise<PagedPart> {
  const { zone, scale, columns } = page
  const sheet = {
    css: pagingCss(page),
    width: mm(zone.width / scale),
    height: mm(zone.height / scale),
    columns,
  }
  const matter = await bench.measureMatter(html, sheet)
  const plan = matter && choose(matter, opensOf(side))
  let why = plan && 'item' in plan ? `« ${matter.openings?.[plan.item]}… » ne tient sur aucune page` : ''
  if (plan && 'pages' in plan) {
    const composed = await bench.layPages(plan, sheet)
    for (const index of pagesThatFollow(plan)) {
      const page = composed.pages[index]
      if (page) page.follows = true
    }
    const [fault] = composed.faults
    if (!fault) return composed
    why = describe(fault)
  }
  const cut = await bench.paginatePart(html, sheet, matter ? ['lineaire'] : ['libre', 'lineaire'])
  const [mended] = cut.mended ?? []
  const reason = mended ? describe(mended) : why
  if (cut.faults.length === 0 || cut.faults.some(({ kind }) => kind !== 'coupe'))
    return inOneFlow(cut, reason)
  const shorter = await bench.paginatePart(html, { ...sheet, css: pagingCss(page, 2 * line) }, ['lineaire'])
  return inOneFlow(shorter.faults.length === 0 ? shorter : cut, reason)
}

const inOneFlow = ({ pages: [first, ...others], faults }: PagedPart, why: string): PagedPart => ({
  pages: first ? [why ? { ...first, simple: why } : first, ...others] : [],
  faults,
})

/** Pages that face the next one, by the side of the first. */
const opensOf = (side: Side | undefined): Opens => (side === undefined ? null : side === 'gauche' ? 0 : 1)

/** The pages, from 0, on which a box begins whose text ends on the page before: they must face it. */
export function pagesThatFollow({ pages }: Plan): number[] {
  const ends = new Map<number, number>()
  for (const [index, placements] of pages.entries())
    for (const { item, part } of placements) if (part === 'texte') ends.set(item, index)
  return [...pages.keys()].filter(index =>
    pages[index]?.some(
      ({ item, part, from }) => typeof part === 'object' && from === 0 && (ends.get(item) ?? index) < index,
    ),
  )
}
