import { columns } from '../../../../src/text/index.ts'
import type { Flow, MatterRow, Placement } from './matter.ts'
import { cutCost, GAP, onGrid, pourDown, under } from './pour.ts'
import {
  advance,
  type ColumnPlace,
  chain,
  cheapestOfPlace,
  later,
  levelColumns,
  maxPagesToBox,
  nextPageCost,
  type State,
  skipCost,
  startUnder,
  WEIGHT,
} from './state.ts'

/** Left edge, in mm, and width of the boxes of a column. */
const COLUMNS = {
  left: { left: 0, width: 'text' },
  right: { left: columns.page - columns.margin, width: 'margin' },
} as const
/** Cost of each unusual placement: it has to save a hole. */
const COST = { under: 1.5, wide: 2, apart: 30, reversed: 60 }

type Box = MatterRow['boxes'][number]

/** Computes the cost of each cut of a box, by the least height that it may have. */
export const boxCutCost = (box: Box, page: number): number =>
  cutCost(Math.min(...Object.values(box).map(flow => flow?.height ?? page)), page)

/** Beginning and end of a text; its boxes must stand beside it, under it or in the margin of the next page, or anywhere
 *  under it. */
export type PlacedText = {
  start: ColumnPlace
  end: ColumnPlace
  boxes?: 'margin' | 'under' | 'below' | undefined
}

/** The ways to set the boxes of a row whose text stands already: each in the margin, under the text, or across the page. */
export function placeBoxes(
  from: State,
  item: number,
  row: MatterRow,
  text: PlacedText,
  page: number,
): State[] {
  // A heading is not left without what it announces.
  const headed = row.lone && (row.texte !== null || from.announced)
  const overleafCost = nextPageCost(from.opens, text.end.page)
  let states = [from]
  for (const [box, flows] of row.boxes.entries())
    states = [
      ...cheapestOfPlace(
        states.flatMap(state => [
          ...(text.boxes === 'below' ? [] : inMargin(state, box, flows)),
          ...(text.boxes === 'margin' ? [] : underText(state, box, flows)),
          ...(text.boxes === 'margin' ? [] : acrossPage(state, box, flows.page)),
        ]),
      ),
    ]
  return states

  function inMargin(from: State, box: number, flows: Box): State[] {
    const { right } = from
    const free = later(right, text.start) === right && right.y > 0
    const at = free ? { page: right.page, y: under(right.y, GAP.box) } : text.start
    return inColumn(from, box, flows, { side: 'right', at }).flatMap(({ state, start }) => {
      if (text.boxes === 'under' && start.page === text.end.page) return []
      const apart = start.page === text.end.page && start.y >= text.end.y
      return [apart ? advance(state, { cost: state.cost + COST.apart }) : state]
    })
  }

  function underText(from: State, box: number, flows: Box): State[] {
    const { left, right } = from
    if (from.boxes > left.page) return []
    const at = { page: left.page, y: startOfBox(from) }
    return inColumn(from, box, flows, { side: 'left', at }).map(({ state, start }) => {
      // It would be read before the one that stands in the margin.
      const reversed = box > 0 && start.page === right.page && start.y < right.y
      return advance(state, { cost: state.cost + (reversed ? COST.reversed : 0) + COST.under })
    })
  }

  function inColumn(
    from: State,
    box: number,
    flows: Box,
    { side, at }: { side: 'left' | 'right'; at: ColumnPlace },
  ): { state: State; start: ColumnPlace }[] {
    const { left, width } = COLUMNS[side]
    const flow = flows[width]
    if (!flow) return []
    const variants = flow.cuts.length > 0 ? [flow, { ...flow, cuts: [] }] : [flow]
    return variants.flatMap(variant => {
      const run = pourDown(variant, at, page, { left })
      if (!run || !mayBegin(from, box, run.start)) return []
      const { pieces, start, end } = run
      const cost =
        from.cost +
        skipCost(from[side], start, WEIGHT[side]) +
        (pieces.length - 1) * boxCutCost(flows, page) +
        lateCost(from, start)
      const placed = chain(from, [{ item, part: { box }, width, pieces }], at.page)
      return [
        { state: advance(from, { [side]: end, announced: false, boxes: end.page, cost, placed }), start },
      ]
    })
  }

  function acrossPage(from: State, box: number, flow: Flow | null): State[] {
    if (!flow) return []
    return placeAcross(from, item, flow, { box }, page)
      .filter(({ start }) => mayBegin(from, box, start))
      .map(({ state, start }) =>
        advance(state, { boxes: start.page, cost: state.cost + COST.wide + lateCost(from, start) }),
      )
  }

  /** On the page of its text or the next, and on no page before the one of the box before. */
  function mayBegin(from: State, box: number, start: ColumnPlace): boolean {
    const latest = text.end.page + (headed && box === 0 ? 0 : maxPagesToBox)
    return start.page >= from.boxes && start.page <= latest
  }

  /** The first that begins overleaf makes readers turn the page; those that follow it are there too. */
  function lateCost({ boxes }: State, start: ColumnPlace): number {
    if (start.page <= text.end.page) return 0
    return boxes === start.page ? overleafCost / 10 : overleafCost
  }
}

/** What a heading announces begins right under it. */
const startOfBox = ({ left, announced }: State): number =>
  announced ? onGrid(left.y) : under(left.y, GAP.box)

/** A text or box across both columns, on this page or on the next. */
export function placeAcross(
  state: State,
  item: number,
  flow: Flow,
  part: Placement['part'],
  page: number,
): { state: State; start: ColumnPlace; end: ColumnPlace }[] {
  const open = levelColumns(state)
  const { left } = open
  const here = { page: left.page, y: part === 'texte' ? startUnder(open) : startOfBox(open) }
  return [here, { page: left.page + 1, y: 0 }].flatMap(start => {
    const end = { page: start.page, y: start.y + flow.height }
    if (end.y > page || (state.announced && start.page > left.page)) return []
    const piece = { page: start.page, left: 0, top: start.y, foot: end.y, from: 0, until: null }
    const cost = open.cost + skipCost(left, start, WEIGHT.both)
    const placed = chain(open, [{ item, part, width: 'page', pieces: [piece] }], 0)
    return [{ state: advance(open, { left: end, right: end, announced: false, cost, placed }), start, end }]
  })
}
