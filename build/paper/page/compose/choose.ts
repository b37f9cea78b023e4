import { columns } from '../../../../src/text/index.ts'
import { placeBand } from './bands.ts'
import { placeColumns, type Runs, zonesFrom } from './columns.ts'
import type { BoxWidth, Matter, MatterItem, MatterRow, Obstacle, Placement, Plan } from './matter.ts'
import { LINE } from './pour.ts'
import { placeRow } from './rows.ts'
import { hasAsides, placeAside, placeBalanced } from './short-texts.ts'
import { spreadColumns, spreadRows } from './spread.ts'
import { advance, costAt, type Opens, onOnePage, openBeam, reachOf, type State, WEIGHT } from './state.ts'
import { costOfLast, costOfPage, endingOf, isPanel, placePanel, type Sheet } from './white.ts'

const pageCost = 300
/** A document laid out up to the item `at`; `turned`: the rest of a page was left white. */
type Way = { at: number; state: State; turned?: boolean }

/** Chooses where everything stands. A free text of short sections has its headings in a column of their own, where that takes no page more.
 *  @param opens an example may begin after the page of its lever where that faces the next
 *  @returns the item that is higher than a page, when one is */
export function choose(sheet: Matter, opens: Opens = null): Plan | Obstacle {
  const plan = compose(sheet, opens)
  if (!hasAsides(sheet.items)) return plan
  const aside = compose({ ...sheet, aside: true }, opens)
  const pagesOf = (plan: Plan | Obstacle) => ('pages' in plan ? plan.pages.length : Number.POSITIVE_INFINITY)
  return pagesOf(aside) <= pagesOf(plan) ? aside : plan
}

/** Lays a document out: the fewest pages, then the smallest holes. The ways that may cost least in the end are followed first:
 *  the first that is whole is the cheapest. */
function compose(sheet: Sheet, opens: Opens): Plan | Obstacle {
  const { page, items } = sheet
  const rest = leastPagesFrom(sheet)
  const beams = items.map(() => openBeam(page))
  const runs: Runs = new Map()
  /** By the least that they may cost in the end. */
  const ways: Way[][] = []
  let cost = 0
  const add = ({ at, state, ...way }: Way) => {
    const pages = Math.ceil(reachOf(state, page) + (rest[at] ?? 0))
    const least = at < items.length ? state.cost + pageCost * pages : close(state, sheet)
    const place = Math.max(cost, Math.floor(least))
    ways[place] ??= []
    ways[place].push({ at, state, ...way })
  }
  const place = { page: 0, y: 0 }
  const start = { left: place, right: place, announced: false, boxes: 0, opens, cost: 0, placed: null }
  add({ at: 0, state: start })
  let obstacle = 0
  for (; cost < ways.length; cost++)
    for (const way of ways[cost] ?? []) {
      const { at, state, turned } = way
      if (at === items.length) return planOf(onOnePage(state), sheet)
      if (!beams[at]?.(state, turned)) continue
      obstacle = Math.max(obstacle, at)
      for (const next of waysOf(way, sheet, runs)) add({ ...next, state: judge(state, next.state, sheet) })
    }
  return { item: obstacle }
}

/** The ways to place an item, alone or with those that follow it, or to turn the page before it. */
function waysOf({ state, at, turned }: Way, sheet: Sheet, runs: Runs): Way[] {
  const { page, items } = sheet
  const item = items[at]
  if (!item) return []
  const ways: Way[] =
    turned || isPanel(item) ? [] : turnPage(state, sheet).map(next => ({ at, state: next, turned: true }))
  const add = (end: number, states: readonly State[]) => {
    for (const next of states) ways.push({ at: end, state: next })
  }
  if (sheet.aside && item.kind === 'bande' && item.role === 'titre')
    add(at + 2, placeAside(state, at, item, items[at + 1], page))
  else if (item.kind === 'rang') {
    add(at + 1, placeRow(state, at, item, page))
    add(at + 1, placeBalanced(state, at, item, page))
  } else if (item.role === 'ressources') add(at + 1, placePanel(state, at, item, sheet))
  else {
    add(at + 1, placeBand(state, at, item, page))
  }
  if (sheet.aside) return ways
  const zones = { first: at, ends: zonesFrom(items, at), page, runs }
  for (const { end, next } of placeColumns(state, items, zones)) add(end, [next])
  return ways
}

/** The least room that each item takes with all after it, in pages. */
function leastPagesFrom({ page, items }: Sheet): number[] {
  const rest = [0]
  for (const item of items.toReversed()) rest.unshift((rest[0] ?? 0) + leastRoom(item) / page)
  return rest
}

const shareOf = { text: WEIGHT.left, margin: WEIGHT.right, half: WEIGHT.half, page: WEIGHT.both }

/** The least height of an item, in mm of both columns. A heading that may stand in one of two columns counts as none. */
function leastRoom(item: MatterItem): number {
  if (item.kind === 'bande')
    return item.column === undefined ? Math.min(item.height, ...Object.values(item.looks ?? {})) : 0
  const least = (flows: MatterRow['boxes'][number] | NonNullable<MatterRow['texte']>) => {
    const heights = Object.entries(flows).flatMap(([width, flow]) =>
      flow ? (flow.height - (flow.head?.rest ?? 0)) * shareOf[width as BoxWidth] : [],
    )
    return heights.length > 0 ? Math.min(...heights) : 0
  }
  return [...(item.texte ? [item.texte] : []), ...item.boxes].reduce((sum, flows) => sum + least(flows), 0)
}

function turnPage(state: State, sheet: Sheet): State[] {
  const { left, right, announced } = state
  if (announced || right.page > left.page || left.y < 0.3 * sheet.page) return []
  const next = { page: left.page + 1, y: 0 }
  return [advance(state, { left: next, right: next, cost: costAt(state, next) })]
}

/** Adds the cost of the white of each page that is now full. */
function judge(from: State, next: State, sheet: Sheet): State {
  let { cost } = next
  for (let full = pageOf(from); full < pageOf(next); full++) cost += costOfPage(next.placed, full, sheet)
  return cost === next.cost ? next : advance(next, { cost })
}

/** The page that something may still stand on. */
const pageOf = ({ left, right }: State) => Math.min(left.page, right.page)

/** Computes the cost of a whole document. */
function close(open: State, sheet: Sheet): number {
  const { placed, left, cost } = onOnePage(open)
  return cost + costOfLast(placed, left.page, sheet) + pageCost * (left.page + 1)
}

function planOf({ placed, left }: State, sheet: Sheet): Plan {
  const pages: Plan['pages'] = []
  for (let chain = placed; chain; chain = chain.before)
    for (const { pieces, ...part } of chain.placed)
      for (const { page, ...piece } of pieces) {
        const on = page + chain.shift
        pages[on] ??= []
        pages[on].push({ ...part, ...piece })
      }
  const ending = endingOf(placed, left.page, sheet)
  const rise = ending && 'rise' in ending ? ending.rise : 0
  for (const placement of rise > 0 ? (pages.at(-1) ?? []) : [])
    if (isPanel(sheet.items[placement.item])) {
      placement.top -= rise
      placement.foot -= rise
    }
  return {
    pages: Array.from(pages, (placements, index) => {
      const even = markApart(spreadColumns(placements ?? []), sheet.items)
      // What ends a document stands right under its text.
      const open = index === pages.length - 1 && (ending || !sheet.closed)
      return open ? even : spreadRows(even, sheet.items, sheet.page)
    }),
    ...(ending && ('notes' in ending ? ending : { shape: ending.top })),
  }
}

/** Marks the boxes of levers that begin neither beside the beginning of their text nor under it, or that stand level with another. */
export function markApart(placements: readonly Placement[], items: readonly MatterItem[]): Placement[] {
  const apart = new Set<Placement>()
  for (const box of [...placements].sort((a, b) => a.top - b.top)) {
    const item = items[box.item]
    if (typeof box.part !== 'object' || box.from > 0 || item?.kind !== 'rang' || !item.texte) continue
    const besides = placements.filter(
      text => text.part === 'texte' && text.from === 0 && !shareColumn(text, box),
    )
    const above = placements
      .filter(other => shareColumn(other, box) && other.top < box.top)
      .reduce<Placement | null>((low, other) => (low && low.foot >= other.foot ? low : other), null)
    const own = besides.some(text => text.item === box.item && text.top <= box.top + 1 && box.top < text.foot)
    const others = besides.some(text => text.item !== box.item && Math.abs(text.top - box.top) < LINE)
    const follows = above?.item === box.item && !apart.has(above)
    if (!own && (!follows || others)) apart.add(box)
  }
  return placements.map(box => (apart.has(box) ? { ...box, apart: true } : box))
}

const shareColumn = (a: Placement, b: Placement) =>
  a.left < b.left + columns[b.width] && b.left < a.left + columns[a.width]
