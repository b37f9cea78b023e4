import { chain } from './bands.ts'
import type { BoxWidth, Flow, Placement, Row } from './matter.ts'
import { type Column, type Piece, pour, under } from './pour.ts'
import { later, levelled, type Place, type State, skipCost, WEIGHT } from './state.ts'

const GAP = { row: 6.75, box: 4.5 }
/** Left edge of the margin column, in mm. */
const MARGIN = 110
/** What each way out of the ordinary costs: it has to save a hole. */
const COST = { cut: 6, under: 1.5, wide: 2, apart: 0.7, nextPage: 4 }
/** Pages that a text may run over. */
const REACH = 6

type Text = { start: Place; end: Place }

/** The ways to set a row with its text at 102 mm: each of its boxes in the margin, under the text, or across the page. */
export function placeRow(state: State, item: number, row: Row, page: number): State[] {
  if (row.chapo && row.texte?.[170]) {
    const across = placeAcross(state, item, row.texte[170], 'texte', page)
    const open = across.flatMap(one => boxesOf(one.state, one.text))
    if (row.boxes.length === 0) return open
    return [...open, ...beside()]
  }
  return beside()

  function beside(): State[] {
    const flow = row.texte?.[102]
    if (!flow) {
      if (row.texte) return []
      const open = levelled(state, page)
      return boxesOf(open, { start: open.left, end: open.left })
    }
    const poured = pour(flow, columnsFrom(state.left, 0, page), { column: 0, y: startUnder(state) })
    const [first] = poured?.pieces ?? []
    const last = poured?.pieces.at(-1)
    if (!poured || !first || !last || (state.announced && first.page !== state.left.page)) return []
    const start = { page: first.page, y: first.top }
    const end = { page: last.page, y: last.foot }
    const next = {
      ...state,
      left: end,
      announced: false,
      cost:
        state.cost +
        feetCost(poured.pieces, page, WEIGHT.left) +
        skipCost(state.left, start, page, WEIGHT.left),
      placed: chain(state, placementsOf(poured.pieces, item, 'texte', 102)),
    }
    return boxesOf(next, { start, end })
  }

  function boxesOf(from: State, text: Text): State[] {
    let states = [from]
    for (const [index, flows] of row.boxes.entries())
      states = states.flatMap(one => [
        ...inMargin(one, index, flows[60], text),
        ...underText(one, index, flows[102], text),
        ...acrossPage(one, index, flows[170], text),
      ])
    return states
  }

  function inMargin(from: State, box: number, flow: Flow | null, text: Text): State[] {
    if (!flow) return []
    const free = later(from.right, text.start) === from.right && from.right.y > 0
    const at = free ? from.right : text.start
    return both(flow).flatMap(one => {
      const poured = pour(one, columnsFrom(at, MARGIN, page), {
        column: 0,
        y: free ? under(at.y, GAP.box) : at.y,
      })
      const [first] = poured?.pieces ?? []
      const last = poured?.pieces.at(-1)
      if (!poured || !first || !last || first.page < from.boxes || first.page > text.end.page + 1) return []
      const start = { page: first.page, y: first.top }
      const stands = first.page < text.end.page || (first.page === text.end.page && first.top < text.end.y)
      return [
        {
          ...from,
          announced: false,
          right: { page: last.page, y: last.foot },
          boxes: last.page,
          cost:
            from.cost +
            skipCost(from.right, start, page, WEIGHT.right) +
            feetCost(poured.pieces, page, WEIGHT.right) +
            (poured.pieces.length - 1) * COST.cut +
            (first.page > text.end.page ? COST.nextPage : stands ? 0 : COST.apart),
          placed: chain(from, placementsOf(poured.pieces, item, { box }, 60, !stands)),
        },
      ]
    })
  }

  function underText(from: State, box: number, flow: Flow | null, text: Text): State[] {
    if (!flow || from.boxes > from.left.page) return []
    return both(flow).flatMap(one => {
      const poured = pour(one, columnsFrom(from.left, 0, page), { column: 0, y: under(from.left.y, GAP.box) })
      const [first] = poured?.pieces ?? []
      const last = poured?.pieces.at(-1)
      if (!poured || !first || !last || first.page < from.boxes || first.page > text.end.page + 1) return []
      return [
        {
          ...from,
          announced: false,
          left: { page: last.page, y: last.foot },
          boxes: last.page,
          cost:
            from.cost +
            skipCost(from.left, { page: first.page, y: first.top }, page, WEIGHT.left) +
            feetCost(poured.pieces, page, WEIGHT.left) +
            (poured.pieces.length - 1) * COST.cut +
            (first.page > text.end.page ? COST.nextPage : 0) +
            COST.under,
          placed: chain(from, placementsOf(poured.pieces, item, { box }, 102)),
        },
      ]
    })
  }

  function acrossPage(from: State, box: number, flow: Flow | null, text: Text): State[] {
    if (!flow) return []
    return placeAcross(from, item, flow, { box }, page).flatMap(({ state: one, text: { start } }) =>
      start.page < from.boxes || start.page > text.end.page + 1
        ? []
        : [
            {
              ...one,
              boxes: start.page,
              cost: one.cost + COST.wide + (start.page > text.end.page ? COST.nextPage : 0),
            },
          ],
    )
  }
}

/** A text or box across both columns, on this page or on the next. */
function placeAcross(
  state: State,
  item: number,
  flow: Flow,
  part: Placement['part'],
  page: number,
): { state: State; text: Text }[] {
  const open = levelled(state, page)
  const { left } = open
  const here = { page: left.page, y: part === 'texte' ? startUnder(open) : under(left.y, GAP.box) }
  return [here, { page: left.page + 1, y: 0 }].flatMap(start => {
    const end = { page: start.page, y: start.y + flow.height }
    if (end.y > page || (state.announced && start.page > left.page)) return []
    const piece = { page: start.page, left: 0, top: start.y, foot: end.y, from: 0, until: null }
    const cost = open.cost + skipCost(left, start, page, WEIGHT.both)
    const placed = chain(open, placementsOf([piece], item, part, 170))
    return [
      { state: { ...open, left: end, right: end, announced: false, cost, placed }, text: { start, end } },
    ]
  })
}

const startUnder = ({ left, announced }: State) => (announced ? left.y : under(left.y, GAP.row))

/** With its cuts, and whole. */
const both = (flow: Flow) => (flow.cuts.length > 0 ? [flow, { ...flow, cuts: [] }] : [flow])

/** A column of each page from one on. */
function columnsFrom(at: Place, left: number, page: number): Column[] {
  return Array.from({ length: REACH }, (_, index) => ({
    page: at.page + index,
    left,
    top: 0,
    bottom: page,
  }))
}

/** White at the foot of the pages that a text leaves. */
function feetCost(pieces: readonly Piece[], page: number, weight: number): number {
  return pieces
    .slice(0, -1)
    .reduce((sum, { foot }) => sum + skipCost({ page: 0, y: foot }, { page: 1, y: 0 }, page, weight), 0)
}

export function placementsOf(
  pieces: readonly Piece[],
  item: number,
  part: Placement['part'],
  width: BoxWidth | 170,
  apart = false,
): (Placement & { page: number })[] {
  return pieces.map(({ page, left, top, from, until }) => ({
    page,
    item,
    part,
    width,
    left,
    top,
    from,
    until,
    ...(apart && { apart }),
  }))
}
