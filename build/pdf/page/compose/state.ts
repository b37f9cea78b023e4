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
/** What each mm costs by which the feet of facing pages may differ more than no eye sees, in mm. */
const [FOOT, EVEN] = [0.5, 13.5]
/** White that no eye takes for a hole, in mm. */
const QUIET = 12

export const later = (a: Place, b: Place) => (a.page > b.page || (a.page === b.page && a.y > b.y) ? a : b)

/** What a white stretch of a column costs: a large one more than two small ones. */
export function holeCost(height: number, weight: number): number {
  const seen = Math.max(0, height - QUIET)
  return weight * ((seen / 8) ** 2 + height / 6 + (seen > 48 ? 20 : 0))
}

/** White at the foot of a page that goes on: facing pages end alike where both are full. */
const footCost = (height: number, weight: number): number =>
  holeCost(height, weight) + FOOT * weight * Math.max(0, height - EVEN)

/** What it costs to go on at `to` in a column that ended at `from`. */
export function skipCost(from: Place, to: Place, page: number, weight: number): number {
  if (from.page > to.page || (from.page === to.page && from.y >= to.y)) return 0
  if (from.page === to.page) return holeCost(to.y - from.y, weight)
  let cost = footCost(page - from.y, weight) + holeCost(to.y, weight)
  for (let between = from.page + 1; between < to.page; between++) cost += holeCost(page, weight)
  return cost
}

/** Part of a page that the last one should hold. */
const LITTLE = 0.48

/** What it costs that the last page holds so little, in mm of both columns. */
export const poorCost = (used: number, page: number): number => 150 * Math.max(0, LITTLE - used / page)

/** What stands on the page of both columns, in mm of both. */
export const usedOn = ({ left, right }: State): number => WEIGHT.left * left.y + WEIGHT.right * right.y

/** Both columns have come to the page on which the later one is. */
export function onOnePage(state: State, page: number): State {
  const { left, right } = state
  const head = { page: Math.max(left.page, right.page), y: 0 }
  const cost =
    state.cost + skipCost(left, head, page, WEIGHT.left) + skipCost(right, head, page, WEIGHT.right)
  return {
    ...state,
    left: left.page < head.page ? head : left,
    right: right.page < head.page ? head : right,
    cost,
  }
}

/** Both columns go on under what stands lowest. */
export function levelled(state: State, page: number): State {
  const at = later(state.left, state.right)
  const cost =
    state.cost + skipCost(state.left, at, page, WEIGHT.left) + skipCost(state.right, at, page, WEIGHT.right)
  return { ...state, left: at, right: at, cost }
}
