import { columns } from '../../../../src/text/index.ts'
import type { Placement } from './matter.ts'
import { GAP, LINE, type PouredPiece, under } from './pour.ts'

/** A document laid out so far: a cursor in each column, and the cost. */
export type State = {
  left: ColumnPlace
  right: ColumnPlace
  /** A heading stands last: what follows begins right under it, on its page. */
  announced: boolean
  /** Page of the last box: boxes keep their order. */
  boxes: number
  opens: Opens
  cost: number
  placed: Chain | null
}

/** Left pages, which face the next one: their index, from 0, leaves this remainder by two; null: not known, all count as such. */
export type Opens = 0 | 1 | null

export const maxPagesToBox = 1
/** Cost of beginning there: opposite, a page that is well filled; overleaf, more than all pages of a document. */
const [oppositeCost, overleafCost] = [120, 900]

/** Computes the cost of a box on the page after `page`, on which its text ends. */
export const nextPageCost = (opens: Opens, page: number): number =>
  faces(opens, page) ? oppositeCost : overleafCost

export const faces = (opens: Opens, page: number): boolean => opens === null || page % 2 === opens

export type ColumnPlace = { page: number; y: number }

/** Copies a state with some new values. All are written in full: V8 takes half the time when all states have one shape. */
export function advance(
  from: State,
  {
    left = from.left,
    right = from.right,
    announced = from.announced,
    boxes = from.boxes,
    cost = from.cost,
    placed = from.placed,
  }: Partial<State>,
): State {
  return { left, right, announced, boxes, opens: from.opens, cost, placed }
}

/** Pieces placed last, and before: pages count from `shift`. `last` is the last page on which any of it stands. */
export type Chain = { placed: readonly PlacedPieces[]; shift: number; last: number; before: Chain | null }
export type PlacedPieces = Pick<Placement, 'item' | 'part' | 'width' | 'halves' | 'look'> & {
  pieces: readonly PouredPiece[]
}

const bothColumns = columns.text + columns.margin
export const WEIGHT = {
  left: columns.text / bothColumns,
  right: columns.margin / bothColumns,
  half: 0.5,
  both: 1,
}
/** Cost of white that has a piece under it, for each mm over the whole page. */
const holeCostPerMm = 6
/** States followed from one item to the next, for each 24th of a page: with fewer a plan of one page less was missed. */
const [strataPerPage, statesPerStratum] = [24, 16]

export const later = (a: ColumnPlace, b: ColumnPlace) =>
  a.page > b.page || (a.page === b.page && a.y > b.y) ? a : b

/** Computes the cost of the white between what ended at `from` and what stands at `to`; that at the foot of a page is counted once it is full. */
export const skipCost = (from: ColumnPlace, to: ColumnPlace, weight: number): number =>
  holeCost(from.page < to.page ? to.y : from.page === to.page ? to.y - from.y : 0, weight)

export const holeCost = (height: number, weight: number): number =>
  holeCostPerMm * weight * Math.max(0, height)

export const costAt = ({ left, right, cost }: State, to: ColumnPlace): number =>
  cost + skipCost(left, to, WEIGHT.left) + skipCost(right, to, WEIGHT.right)

export function chain(state: State, placed: readonly PlacedPieces[], shift: number): Chain {
  let last = state.placed?.last ?? 0
  for (const { pieces } of placed) for (const { page } of pieces) last = Math.max(last, page + shift)
  return { placed, shift, last, before: state.placed }
}

/** Both columns have come to the page on which the later one is. */
export function onOnePage(state: State): State {
  const { left, right } = state
  const head = { page: Math.max(left.page, right.page), y: 0 }
  return advance(state, {
    left: left.page < head.page ? head : left,
    right: right.page < head.page ? head : right,
  })
}

export function levelColumns(state: State): State {
  const { left, right } = state
  if (left.page === right.page && left.y === right.y) return state
  const at = later(left, right)
  return advance(state, { left: at, right: at, cost: costAt(state, at) })
}

export const startUnder = ({ left, announced }: State): number =>
  announced ? left.y : under(left.y, GAP.row)

/** A heading over its own column stands last, and the other column is longer: what it announces begins under it alone. */
export const leavesHeading = ({ announced, left }: State, open: State): boolean =>
  announced && open.left.y > left.y

/** Admits, of the states at an item, the first at each place, and the first few at each distance: a loose one may win later. Those that turned
 *  a page are few. */
export function openBeam(page: number): (state: State, turned: boolean | undefined) => boolean {
  const places = new Set<number>()
  const strata = new Map<number, number>()
  return (state, turned) => {
    const place = (turned ? -1 : 1) * placeOf(state)
    if (places.has(place)) return false
    places.add(place)
    if (turned) return true
    const stratum = Math.floor(reachOf(state, page) * strataPerPage)
    const count = strata.get(stratum) ?? 0
    strata.set(stratum, count + 1)
    return count < statesPerStratum
  }
}

export function cheapestOfPlace(states: readonly State[]): Iterable<State> {
  const byPlace = new Map<number, State>()
  for (const state of states) {
    const place = placeOf(state)
    const cheapest = byPlace.get(place)
    if (!cheapest || cheapest.cost > state.cost) byPlace.set(place, state)
  }
  return byPlace.values()
}

function placeOf({ left, right, announced, boxes }: State): number {
  const inLeft = left.page * 64 + Math.round(left.y / LINE)
  const inRight = right.page * 64 + Math.round(right.y / LINE)
  return ((announced ? 4096 : 0) * 4096 + inLeft * 4096 + inRight) * 64 + boxes
}

/** The part of a document that is laid out, in pages. */
export function reachOf({ left, right }: State, page: number): number {
  return WEIGHT.left * (left.page + left.y / page) + WEIGHT.right * (right.page + right.y / page)
}
