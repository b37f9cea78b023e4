import type { Band, Flow, Row } from './matter.ts'
import { LINE, onGrid, type Piece, pour, under, underHeading } from './pour.ts'
import { GAP, type PourDown, placeBoxes } from './rows.ts'
import { chain, holeCost, leavesHeading, levelled, moved, type State } from './state.ts'

/** Left edge of the right one of two columns of 81 mm. */
const RIGHT = 89
/** Two columns of one text end alike: so many mm apart at most. */
const EVEN = 10
/** A text beside its heading is short. */
const SHORT = 9 * LINE
/** Under the top of a heading, the first line on which the text beside it may begin. */
const BESIDE = 5.6
const COST = { columns: 6, beside: 12, uneven: 4 }

/** A text in two columns that end alike, its boxes under it. */
export function placeBalanced(state: State, item: number, row: Row, page: number, down: PourDown): State[] {
  const flow = row.texte?.[81]
  if (!flow || row.chapo) return []
  const open = levelled(state, page)
  const { left: at } = open
  if (leavesHeading(state, open)) return []
  const top = open.announced ? at.y : under(at.y, GAP.row)
  const pieces = halves(flow, top, page)
  const [a, b] = pieces ?? []
  if (!pieces || !a || !b) return []
  const uneven = Math.abs(a.foot - b.foot)
  if (uneven > (row.lever ? EVEN : 3 * EVEN)) return []
  const end = { page: at.page, y: Math.max(...pieces.map(({ foot }) => foot)) }
  const next = moved(open, {
    left: end,
    right: end,
    announced: false,
    cost: open.cost + COST.columns + (uneven > EVEN ? COST.uneven : 0) + holeCost(uneven, 0.5),
    placed: chain(open, [{ item, part: 'texte', width: 81, pieces }], at.page),
  })
  return placeBoxes(next, item, row, { start: { page: at.page, y: top }, end }, page, down)
}

/** Cut where both halves are as high as they can be alike. */
function halves(flow: Flow, top: number, page: number): Piece[] | null {
  for (let foot = top + flow.height / 2; foot < Math.min(page, top + flow.height); foot += LINE / 2) {
    const columns = [0, RIGHT].map(left => ({ page: 0, left, top, bottom: foot }))
    const pieces = pour(flow, columns, { column: 0, y: top })?.pieces
    if (pieces) return pieces
  }
  return null
}

/** The heading of a section, and beside it the short text that follows; the boxes of that under both. */
export function placeBeside(
  state: State,
  item: number,
  band: Band,
  row: Row,
  page: number,
  down: PourDown,
): State[] {
  const flow = row.texte?.[81]
  if (!flow || row.lever || row.chapo || band.column === undefined || flow.height > SHORT) return []
  const open = levelled(state, page)
  const { page: on, y } = open.left
  const { top, foot: below } = underHeading(y, GAP.row, band.column)
  const begins = onGrid(top + BESIDE)
  const text = { start: { page: on, y: begins }, end: { page: on, y: begins + flow.height } }
  const foot = Math.max(below, text.end.y)
  if (foot > page) return []
  const whole = { page: 0, from: 0, until: null }
  const heading = { ...whole, left: 0, top, foot: below }
  const piece = { ...whole, left: RIGHT, top: text.start.y, foot: text.end.y }
  const end = { page: on, y: foot }
  const next = moved(open, {
    left: end,
    right: end,
    announced: false,
    heading: null,
    cost: open.cost + COST.beside,
    placed: chain(
      open,
      [
        { item, part: 'bande', width: 170, beside: true, pieces: [heading] },
        { item: item + 1, part: 'texte', width: 81, pieces: [piece] },
      ],
      on,
    ),
  })
  return placeBoxes(next, item + 1, row, text, page, down)
}
