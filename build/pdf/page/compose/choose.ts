import { placeBand } from './bands.ts'
import { placeColumns, type Runs, zonesFrom } from './columns.ts'
import type { Matter, Plan } from './matter.ts'
import { placeRow } from './rows.ts'
import { holeCost, later, onOnePage, poorCost, type State, skipCost, usedOn, WEIGHT } from './state.ts'

/** States that are followed from one item to the next. */
const BEAM = 60
/** What a page costs, against holes. */
const PAGE = 60

/** Chooses where everything stands: the fewest pages, then the smallest holes. Pure: the same matter always gives the same plan.
 *  @returns null when something is higher than a page */
export function choose({ page, items }: Matter): Plan | null {
  const start: State = {
    left: { page: 0, y: 0 },
    right: { page: 0, y: 0 },
    announced: false,
    boxes: 0,
    cost: 0,
    placed: null,
  }
  const reached: State[][] = [[start]]
  const runs: Runs = new Map()
  for (const [index, item] of items.entries()) {
    const add = (at: number, states: readonly State[]) => {
      reached[at] ??= []
      reached[at].push(...states)
    }
    const ends = zonesFrom(items, index)
    const closing = item.kind === 'bande' && item.role === 'ressources'
    for (const state of best(reached[index] ?? [], page).flatMap(state =>
      closing ? [state] : [state, ...turned(state, page)],
    )) {
      add(
        index + 1,
        item.kind === 'bande' ? placeBand(state, index, item, page) : placeRow(state, index, item, page),
      )
      for (const end of ends) {
        const next = placeColumns(state, items, [index, end], page, runs)
        if (next) add(end, [next])
      }
    }
    reached[index] = []
  }
  const [chosen] = best(
    (reached[items.length] ?? []).map(state => closed(state, page)),
    page,
    closedValue,
  )
  return chosen ? planOf(chosen) : null
}

/** Goes on at the head of the next page. */
function turned(state: State, page: number): State[] {
  const { left, right, announced } = state
  if (announced || right.page > left.page || left.y < 0.3 * page) return []
  const next = { page: left.page + 1, y: 0 }
  const cost =
    state.cost + skipCost(left, next, page, WEIGHT.left) + skipCost(right, next, page, WEIGHT.right)
  return [{ ...state, left: next, right: next, cost }]
}

/** A last page that holds little. */
function closed(open: State, page: number): State {
  const state = onOnePage(open, page)
  const end = later(state.left, state.right)
  const white = end === state.left ? state.right : state.left
  const hole = holeCost(end.y - white.y, 0.1)
  const poor = end.page === 0 ? 0 : poorCost(usedOn(state), page)
  return { ...state, cost: state.cost + poor + hole + PAGE * (end.page + 1) }
}

const closedValue = (state: State) => state.cost

/** The best states, one for each place. */
function best(
  states: readonly State[],
  page: number,
  value = (state: State) => state.cost + PAGE * reachOf(state, page),
): State[] {
  const byPlace = new Map<string, State>()
  for (const state of states) {
    const { left, right } = state
    const key = [
      left.page,
      Math.round(left.y / 4.5),
      right.page,
      Math.round(right.y / 4.5),
      state.announced,
    ].join()
    const cheapest = byPlace.get(key)
    if (!cheapest || cheapest.cost > state.cost) byPlace.set(key, state)
  }
  return [...byPlace.values()].sort((a, b) => value(a) - value(b)).slice(0, BEAM)
}

/** Pages used so far. */
function reachOf({ left, right }: State, page: number): number {
  return (102 * (left.page + left.y / page) + 60 * (right.page + right.y / page)) / 162
}

function planOf(state: State): Plan {
  const pages: Plan['pages'] = []
  for (let chain = state.placed; chain; chain = chain.before)
    for (const { page, ...placement } of chain.placements) {
      pages[page] ??= []
      pages[page].push(placement)
    }
  return { pages: Array.from(pages, placements => placements ?? []) }
}
