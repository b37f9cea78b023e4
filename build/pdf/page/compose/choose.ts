import { placeBand } from './bands.ts'
import { placeColumns, type Runs } from './columns.ts'
import type { Matter, Plan } from './matter.ts'
import { placeRow } from './rows.ts'
import { holeCost, later, type Place, type State, WEIGHT } from './state.ts'

/** States that are followed from one item to the next. */
const BEAM = 50
/** Rows that a zone of two columns may hold. */
const ROWS = 8
/** Part of a page that the last one should hold. */
const LITTLE = 0.48
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
    for (const state of best(reached[index] ?? [], page)) {
      if (item.kind === 'bande') {
        add(index + 1, placeBand(state, index, item, page))
        continue
      }
      add(index + 1, placeRow(state, index, item, page))
      for (let end = index + 1; end <= Math.min(items.length, index + ROWS); end++) {
        const row = items[end - 1]
        if (row?.kind !== 'rang' || (row.texte && !row.texte[81])) break
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

/** A last page that holds little. */
function closed(state: State, page: number): State {
  const end = later(state.left, state.right)
  const foot = ({ page: on, y }: Place) => (on === end.page ? y / page : 0)
  const used = WEIGHT.left * foot(state.left) + WEIGHT.right * foot(state.right)
  const white = end === state.left ? state.right : state.left
  const hole = white.page === end.page ? holeCost(end.y - white.y, 0.1) : holeCost(page - white.y, 0.4)
  const poor = end.page === 0 ? 0 : 150 * Math.max(0, LITTLE - used)
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
    const known = byPlace.get(key)
    if (!known || known.cost > state.cost) byPlace.set(key, state)
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
