import type { Placement } from './matter.ts'

/** How far a document is laid out: a cursor in each column, and what it cost so far. */
export type State = {
  left: Place
  right: Place
  /** A heading stands last: what follows begins right under it, on its page. */
  announced: boolean
  /** Page of the last box: boxes keep their order. */
  boxes: number
  cost: number
  placed: Chain | null
}

export type Place = { page: number; y: number }
export type Chain = { placements: readonly (Placement & { page: number })[]; before: Chain | null }

export const WEIGHT = { left: 102 / 162, right: 60 / 162, both: 1 }
/** White that no eye takes for a hole, in mm. */
const QUIET = 12

export const later = (a: Place, b: Place) => (a.page > b.page || (a.page === b.page && a.y > b.y) ? a : b)

/** What a white stretch of a column costs: a large one more than two small ones. */
export function holeCost(height: number, weight: number): number {
  const seen = Math.max(0, height - QUIET)
  return weight * ((seen / 8) ** 2 + height / 6 + (seen > 48 ? 6 : 0))
}

/** What it costs to go on at `to` in a column that ended at `from`. */
export function skipCost(from: Place, to: Place, page: number, weight: number): number {
  if (from.page > to.page || (from.page === to.page && from.y >= to.y)) return 0
  if (from.page === to.page) return holeCost(to.y - from.y, weight)
  let cost = holeCost(page - from.y, weight) + holeCost(to.y, weight)
  for (let between = from.page + 1; between < to.page; between++) cost += holeCost(page, weight)
  return cost
}

/** Both columns go on under what stands lowest. */
export function levelled(state: State, page: number): State {
  const at = later(state.left, state.right)
  const cost =
    state.cost + skipCost(state.left, at, page, WEIGHT.left) + skipCost(state.right, at, page, WEIGHT.right)
  return { ...state, left: at, right: at, cost }
}
