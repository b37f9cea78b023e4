import { columns } from '../../../../src/text/index.ts'
import { placeBand } from './bands.ts'
import { placeColumns, type Runs, spreadColumns, zonesFrom } from './columns.ts'
import type { Matter, MatterItem, Obstacle, Placement, Plan } from './matter.ts'
import { placeRow } from './rows.ts'
import { placeBalanced, placeBeside } from './short-texts.ts'
import {
  advance,
  best,
  type Chain,
  cheapestOfPlace,
  costAt,
  countedCost,
  later,
  type Opens,
  onOnePage,
  type State,
  WEIGHT,
  whiteCost,
} from './state.ts'
import { inkOn, notesBetween, placePanel, poorCost, type Sheet, tailCost } from './tail.ts'

const pageCost = 300
/** By so many mm the feet of facing pages may differ, and what each more costs. */
const [maxUnevenMm, unevenCostPerMm] = [8, 9]
/** Parts the columns, in mm from the left edge of both. */
const middle = (columns.text + columns.page - columns.margin) / 2
/** Part of a page that both columns fill at least, weighed, where the document goes on, and what it costs to end higher. */
const [leastFilledShare, shallowCost] = [0.53, 100_000]
/** By so many mm one column of such a page may end higher than the other, and what each more costs. */
const [maxLeaningMm, leaningCostPerMm] = [50, 5]
/** Least text under a heading at the foot of a page, in mm, and the cost of less. */
const [leastUnderHeadingMm, scantCost] = [26, 30]

/** Chooses where everything stands: the fewest pages, then the smallest holes.
 *  @param opens an example may begin after the page of its lever where that faces the next
 *  @returns the item that is higher than a page, when one is */
export function choose({ page, items, ruled }: Matter, opens: Opens = null): Plan | Obstacle {
  const start: State = {
    left: { page: 0, y: 0 },
    right: { page: 0, y: 0 },
    announced: false,
    heading: null,
    boxes: 0,
    opens,
    cost: 0,
    placed: null,
  }
  const statesAt: State[][] = [[start]]
  let obstacle = 0
  const runs: Runs = new Map()
  for (const [index, item] of items.entries()) {
    const ends = zonesFrom(items, index)
    const closing = isPanel(item)
    const candidates = best(statesAt[index] ?? [], page)
    if (candidates.length > 0) obstacle = index
    const turnings = closing ? [] : cheapestOfPlace(candidates.flatMap(state => turnPage(state, page)))
    for (const state of [...candidates, ...turnings]) {
      const add = (at: number, next: readonly State[]) => {
        statesAt[at] ??= []
        statesAt[at].push(...next.map(way => judge(state, way, page)))
      }
      if (item.kind === 'rang') {
        add(index + 1, placeRow(state, index, item, page))
        add(index + 1, placeBalanced(state, index, item, page))
      } else if (item.role === 'ressources') add(index + 1, placePanel(state, index, item, { page, ruled }))
      else {
        add(index + 1, placeBand(state, index, item, page))
        const announced = items[index + 1]
        if (item.role === 'titre' && announced?.kind === 'rang')
          add(index + 2, placeBeside(state, index, item, announced, page))
      }
      for (const { end, next } of placeColumns(state, items, { first: index, ends, page, runs }))
        add(end, [next])
    }
    statesAt[index] = []
  }
  const finals = (statesAt[items.length] ?? []).map(state => close(state, items, { page, ruled }))
  const cheapest = finals.reduce<State | null>((a, b) => (a && a.cost <= b.cost ? a : b), null)
  return cheapest ? planOf(cheapest, items, { page, ruled }) : { item: obstacle }
}

const isPanel = (item: MatterItem | undefined): boolean =>
  item?.kind === 'bande' && item.role === 'ressources'

function turnPage(state: State, page: number): State[] {
  const { left, right, announced } = state
  if (announced || right.page > left.page || left.y < 0.3 * page) return []
  const next = { page: left.page + 1, y: 0 }
  return [judge(state, advance(state, { left: next, right: next, cost: costAt(state, next, page) }), page)]
}

/** Adds the costs that only show once a page is full: few lines under its last heading, a foot unlike that of the page before. */
function judge(from: State, next: State, page: number): State {
  const { heading } = from
  let { cost } = next
  const lastPage = pageOf(from)
  if (pageOf(next) > lastPage) {
    const feet = feetOn(next, lastPage)
    if (WEIGHT.left * feet[0] + WEIGHT.right * feet[1] < leastFilledShare * page) cost += shallowCost
    cost += leaningCostPerMm * Math.max(0, Math.abs(feet[0] - feet[1]) - maxLeaningMm)
    if (lastPage > 0)
      cost +=
        unevenCostPerMm *
        Math.max(0, Math.abs(Math.max(...feet) - Math.max(...feetOn(next, lastPage - 1))) - maxUnevenMm)
  }
  // Six lines at least stand under the heading of a section that goes on.
  if (heading && next.left.page > heading.page && from.left.page === heading.page)
    if (Math.max(from.left.y, ...feetOn(next, heading.page, from.placed)) - heading.y < leastUnderHeadingMm)
      cost += scantCost
  return cost === next.cost ? next : advance(next, { cost })
}

/** The page that something may still stand on. */
const pageOf = ({ left, right }: State) => Math.min(left.page, right.page)

/** Finds where both columns of a page end, counting pieces placed since `until`. */
function feetOn({ placed }: State, page: number, until: Chain | null = null): [left: number, right: number] {
  let [left, right] = [0, 0]
  for (let chain = placed; chain && chain !== until && chain.last >= page; chain = chain.before)
    for (const { pieces, width } of chain.placed)
      for (const piece of pieces) {
        if (piece.page + chain.shift !== page) continue
        if (piece.left < middle) left = Math.max(left, piece.foot)
        if (piece.left + columns[width] > middle) right = Math.max(right, piece.foot)
      }
  return [left, right]
}

function close(open: State, items: readonly MatterItem[], { page, ruled }: Sheet): State {
  const state = onOnePage(open, page)
  const end = later(state.left, state.right)
  const white = end === state.left ? state.right : state.left
  const hole =
    whiteCost(end.y - white.y, 0.1) -
    countedCost(state.left, WEIGHT.left) -
    countedCost(state.right, WEIGHT.right)
  // Resources fill their page to its foot.
  const poor =
    end.page === 0 || end.y === page ? 0 : poorCost(inkOn(state.placed, end.page, items), page, 'ink')
  const tail = ruled ? tailCost(end.y, page) : 0
  return advance(state, { cost: state.cost + poor + hole + tail + pageCost * (end.page + 1) })
}

function planOf(state: State, items: readonly MatterItem[], { page: bottom, ruled }: Sheet): Plan {
  const pages: Plan['pages'] = []
  for (let chain = state.placed; chain; chain = chain.before)
    for (const { pieces, ...part } of chain.placed)
      for (const { page, ...piece } of pieces) {
        const on = page + chain.shift
        pages[on] ??= []
        pages[on].push({ ...part, ...piece })
      }
  const last = pages.at(-1) ?? []
  const panel = last.find(({ item, part }) => part === 'bande' && isPanel(items[item]))
  const ink = Math.max(0, ...last.filter(piece => piece !== panel).map(({ foot }) => foot))
  const notes = ruled && ink > 0 ? notesBetween(ink, panel?.top ?? bottom) : undefined
  return {
    pages: Array.from(pages, placements => markApart(spreadColumns(placements ?? []), items)),
    ...(notes && { notes }),
  }
}

/** Marks the boxes of levers that begin neither beside their text nor right under it, or under another box of theirs. */
export function markApart(placements: readonly Placement[], items: readonly MatterItem[]): Placement[] {
  return placements.map(box => {
    const item = items[box.item]
    if (typeof box.part !== 'object' || box.from > 0 || item?.kind !== 'rang' || !item.texte) return box
    const siblings = placements.filter(other => other !== box && other.item === box.item)
    const texts = siblings.filter(({ part }) => part === 'texte')
    const beside = texts.some(
      text => !shareColumn(text, box) && text.top <= box.top + 1 && box.top < text.foot,
    )
    const above = placements
      .filter(other => other !== box && shareColumn(other, box) && other.top < box.top)
      .reduce<Placement | null>((low, other) => (low && low.foot >= other.foot ? low : other), null)
    return beside || above?.item === box.item ? box : { ...box, apart: true }
  })
}

const shareColumn = (a: Placement, b: Placement) =>
  a.left < b.left + columns[b.width] && b.left < a.left + columns[a.width]
