import type { Flow, Placement, Row } from './matter.ts'
import { LEAST, type Piece, type Run, under } from './pour.ts'
import {
  chain,
  cheapestOfPlace,
  faces,
  later,
  levelled,
  moved,
  nextPageCost,
  type Place,
  REACH,
  type State,
  skipCost,
  WEIGHT,
} from './state.ts'

export const GAP = { row: 6.75, box: 4.5 }
/** Left edge of the margin column, in mm. */
const MARGIN = 110
/** So much of the foot of a page may be left white, that it ends as high as the one that faces it. */
const SPARED = 15
/** What each way out of the ordinary costs: it has to save a hole. */
const COST = { under: 1.5, wide: 2, apart: 30, alone: 60, carried: 40, reversed: 60, loose: 400 }

/** A box lower than half a page, in mm, is cut for a large hole alone. */
const HALF_PAGE = 124
/** What each cut of a box costs. */
export const cutCost = ({ height }: Flow): number => (height < HALF_PAGE ? 60 : 6)

/** Where a text begins and ends, and whether its boxes must stand beside it, across the page under it, or anywhere under it. */
export type Text = { start: Place; end: Place; boxes?: 'margin' | 'across' | 'below' }
/** Runs a text or box down one column of each page. */
export type PourDown = (flow: Flow, y: number, left: number, spared?: number) => Run | null

/** The ways to set a row with its text at 102 mm: each of its boxes in the margin, under the text, or across the page. */
export function placeRow(state: State, item: number, row: Row, page: number, down: PourDown): State[] {
  const boxes = (from: State, text: Text, margin = false) => {
    const where = row.lone ? 'below' : margin ? 'margin' : undefined
    return placeBoxes(from, item, row, where ? { ...text, boxes: where } : text, page, down)
  }
  if (row.chapo && row.texte?.[170]) {
    const across = placeAcross(state, item, row.texte[170], 'texte', page)
    const open = across.flatMap(one => boxes(one.state, one.text))
    // Nothing stands beside it: then it runs across the page.
    return row.boxes.length === 0 ? open : [...open, ...beside()]
  }
  return beside()

  function beside(): State[] {
    const flow = row.texte?.[102]
    if (!flow) {
      if (row.texte) return []
      const open = levelled(state, page)
      return boxes(open, { start: open.left, end: open.left })
    }
    const { page: on } = state.left
    const run = down(flow, startUnder(state), 0)
    if (!run || (state.announced && run.first.page > 0)) return []
    const carried =
      row.boxes.length > 0 && run.pieces.length === 1
        ? carryOver(flow, run, !faces(state.opens, on + run.first.page)).flatMap(one =>
            setText(one.run, one.cost),
          )
        : []
    const higher = run.pieces.length > 1 ? down(flow, startUnder(state), 0, SPARED) : null
    return [
      ...setText(run),
      ...(higher && higher.first.page === run.first.page ? setText(higher) : []),
      ...carried.filter(({ boxes }) => boxes > on + run.first.page),
    ]
  }

  function setText(run: Run, extra = 0): State[] {
    const { page: on } = state.left
    const [start, end] = reachOf(run, on)
    // Nothing stands beside it, where it could have two columns.
    const alone =
      !row.lever && row.texte?.[81] && row.boxes.length === 0 && later(state.right, start) === start
    const next = moved(state, {
      left: end,
      announced: false,
      cost:
        state.cost +
        extra +
        (alone ? COST.alone : 0) +
        feetCost(run.pieces, page, WEIGHT.left) +
        skipCost(state.left, start, page, WEIGHT.left),
      placed: chain(state, [{ item, part: 'texte', width: 102, pieces: run.pieces }], on),
    })
    return boxes(next, { start, end }, row.chapo)
  }
}

/** The ways to set the boxes of a row whose text stands already. */
export function placeBoxes(
  from: State,
  item: number,
  row: Row,
  text: Text,
  page: number,
  down: PourDown,
): State[] {
  let states = [from]
  // A heading is not left without what it announces.
  const headed = row.lone && (row.texte !== null || from.announced)
  const latestOf = (box: number) => text.end.page + (headed && box === 0 ? 0 : REACH)
  const overleafCost = nextPageCost(from.opens, text.end.page)
  for (const [index, flows] of row.boxes.entries())
    states = [
      ...cheapestOfPlace(
        states.flatMap(one => [
          ...(text.boxes === 'across' || text.boxes === 'below' ? [] : inMargin(one, index, flows[60])),
          ...(text.boxes === 'across' || text.boxes === 'margin' ? [] : underText(one, index, flows[102])),
          ...(text.boxes === 'margin' ? [] : acrossPage(one, index, flows[170])),
        ]),
      ),
    ]
  return states

  function inMargin(from: State, box: number, flow: Flow | null): State[] {
    if (!flow) return []
    const free = later(from.right, text.start) === from.right && from.right.y > 0
    const at = free ? { ...from.right, y: under(from.right.y, GAP.box) } : text.start
    return both(flow).flatMap(one => {
      const run = down(one, at.y, MARGIN)
      if (!run) return []
      const [start, end] = reachOf(run, at.page)
      if (start.page < from.boxes || start.page > latestOf(box)) return []
      const stands = start.page < text.end.page || (start.page === text.end.page && start.y < text.end.y)
      return [
        moved(from, {
          announced: false,
          right: end,
          boxes: end.page,
          cost:
            from.cost +
            skipCost(from.right, start, page, WEIGHT.right) +
            feetCost(run.pieces, page, WEIGHT.right) +
            (run.pieces.length - 1) * cutCost(flow) +
            (start.page > text.end.page ? overleafCost : stands ? 0 : COST.apart),
          placed: chain(from, [{ item, part: { box }, width: 60, pieces: run.pieces }], at.page),
        }),
      ]
    })
  }

  function underText(from: State, box: number, flow: Flow | null): State[] {
    if (!flow || from.boxes > from.left.page) return []
    return both(flow).flatMap(one => {
      const run = down(one, under(from.left.y, GAP.box), 0)
      if (!run) return []
      const [start, end] = reachOf(run, from.left.page)
      if (start.page < from.boxes || start.page > latestOf(box)) return []
      return [
        moved(from, {
          announced: false,
          left: end,
          boxes: end.page,
          cost:
            from.cost +
            skipCost(from.left, start, page, WEIGHT.left) +
            feetCost(run.pieces, page, WEIGHT.left) +
            (run.pieces.length - 1) * cutCost(flow) +
            (start.page > text.end.page ? overleafCost : 0) +
            (box > 0 && isBefore(start, from.right) ? COST.reversed : 0) +
            COST.under,
          placed: chain(from, [{ item, part: { box }, width: 102, pieces: run.pieces }], from.left.page),
        }),
      ]
    })
  }

  function acrossPage(from: State, box: number, flow: Flow | null): State[] {
    if (!flow) return []
    return placeAcross(from, item, flow, { box }, page).flatMap(({ state: one, text: { start } }) =>
      start.page < from.boxes || start.page > latestOf(box)
        ? []
        : [
            moved(one, {
              boxes: start.page,
              cost: one.cost + COST.wide + (start.page > text.end.page ? overleafCost : 0),
            }),
          ],
    )
  }
}

/** A box in the left column would be read before the one that stands in the margin. */
const isBefore = (start: Place, margin: Place) => start.page === margin.page && start.y < margin.y

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
    const placed = chain(open, [{ item, part, width: 170, pieces: [piece] }], 0)
    return [
      { state: moved(open, { left: end, right: end, announced: false, cost, placed }), text: { start, end } },
    ]
  })
}

/** A text that would end on its page goes on, on the next one: its boxes may begin there.
 *  @param turns that page is overleaf */
function carryOver(
  { cuts, loose, height }: Flow,
  { first }: Run,
  turns: boolean,
): { run: Run; cost: number }[] {
  const good = cuts.findLast(({ keep, scant }) => !scant && keep >= LEAST)
  const cut = good ?? (turns ? loose : undefined)
  if (!cut) return []
  const { page } = first
  const head = { ...first, foot: first.top + cut.keep, until: cut.keep }
  const rest = { page: page + 1, left: 0, top: 0, foot: height - cut.rest, from: cut.rest, until: null }
  return [{ run: { pieces: [head, rest], first: head, last: rest }, cost: good ? COST.carried : COST.loose }]
}

const startUnder = ({ left, announced }: State) => (announced ? left.y : under(left.y, GAP.row))

const wholes = new WeakMap<Flow, Flow>()
/** With its cuts, and whole. */
function both(flow: Flow): Flow[] {
  if (flow.cuts.length === 0) return [flow]
  const whole = wholes.get(flow) ?? { ...flow, cuts: [] }
  wholes.set(flow, whole)
  return [flow, whole]
}

/** Where it begins and ends, its first page being that. */
function reachOf({ first, last }: Run, page: number): [start: Place, end: Place] {
  return [
    { page: first.page + page, y: first.top },
    { page: last.page + page, y: last.foot },
  ]
}

/** White at the foot of the pages that a text leaves. */
function feetCost(pieces: readonly Piece[], page: number, weight: number): number {
  return pieces
    .slice(0, -1)
    .reduce((sum, { foot }) => sum + skipCost({ page: 0, y: foot }, { page: 1, y: 0 }, page, weight), 0)
}
