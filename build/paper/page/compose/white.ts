import { columns } from '../../../../src/text/index.ts'
import { placeRows } from './bands.ts'
import type { Band, MatterItem } from './matter.ts'
import { LINE, onGrid } from './pour.ts'
import { advance, type Chain, chain, costAt, levelColumns, onOnePage, type State, WEIGHT } from './state.ts'

// The white of pages: what it costs, and how a fiche ends in it: with its resources, a few lines for notes, or the shape of its family.

/** What a document is laid out on: height of a page in mm; `closed`: its last page is ended on purpose; `aside`: the texts of its sections
 *  stand right of their headings. */
export type Sheet = { page: number; items: readonly MatterItem[]; closed?: true | undefined; aside?: boolean }

/** So much of a page is white anyhow, as a share; the square of more costs so much. */
const [unseenShare, whiteCost] = [0.05, 10_000]
/** Cost of a column that is white beside a whole page of text; that of less is its square. */
const besideCost = 2000
/** White between blocks and rows that no eye takes for a hole. */
const closeMm = 12
/** Notes have three lines to five, of 9 mm. */
const [leastNotesMm, mostNotesMm] = [6 * LINE, 10 * LINE]
/** An end of so much of a page is as good as text; the shape of a family is seen at most so high. */
const [endShare, mostShapeMm] = [1 / 3, 84]

/** Computes the cost of so much white on a page, in mm over its whole width. */
const costOf = (white: number, page: number): number =>
  whiteCost * Math.max(0, white / page - unseenShare) ** 2

/** Cost of a page that is divided in two ways: text and margin, and halves. A lone text in two columns counts as neither. */
const twoGridsCost = 60

/** Computes the cost of a page that is full: its white, that of the page that opens a document three times, and two grids. */
export function costOfPage(placed: Chain | null, on: number, sheet: Sheet): number {
  const { ink, besides } = inkOn(placed, on, sheet)
  return (on === 0 ? 3 : 1) * costOf(sheet.page - ink, sheet.page) + besides + gridsCost(placed, on)
}

function gridsCost(placed: Chain | null, on: number): number {
  let [halves, beside] = [false, false]
  for (let chain = placed; chain && chain.last >= on; chain = chain.before)
    for (const { part, width, halves: lone, pieces } of chain.placed) {
      if (part === 'bande' || lone || width === 'page') continue
      if (!pieces.some(piece => piece.page + (chain?.shift ?? 0) === on)) continue
      if (width === 'half') halves = true
      else beside = true
    }
  return halves && beside ? twoGridsCost : 0
}

/** Computes the cost of the white of the last page: beside its text and, where a fiche is to be closed, what its end leaves under it; else
 *  a text may end after a third of it. */
export function costOfLast(placed: Chain | null, on: number, sheet: Sheet): number {
  const { page, closed } = sheet
  const { foot, panel } = feetOn(placed, on, sheet)
  const { ink, besides } = inkOn(placed, on, sheet)
  const beside = foot + page - panel - ink
  const under = panel - foot
  // Without text half as much: the page would be all end.
  const end = under >= leastNotesMm ? (endShare * page) / (foot > 0 ? 1 : 2) : 0
  return costOf(beside + Math.max(0, under - (closed ? end : (2 * page) / 3)), page) + besides
}

/** How a fiche ends: the white for notes between its text and its panel of resources; or its panel rises by so much, and the shape of its
 *  family stands under all, from `top` down. */
export type Ending = { notes: { top: number; foot: number } } | { rise: number; top: number } | null

export function endingOf(placed: Chain | null, on: number, sheet: Sheet): Ending {
  if (!sheet.closed) return null
  const { foot, panel } = feetOn(placed, on, sheet)
  const notes = { top: foot === 0 ? 0 : foot + 1.5 * LINE, foot: panel - 0.5 * LINE }
  const room = notes.foot - notes.top
  if (room < leastNotesMm) return null
  if (room < mostNotesMm + 2 * LINE) return { notes }
  const rise = panel < sheet.page ? panel - (foot === 0 ? 0 : onGrid(foot + 1.5 * LINE)) : 0
  const end = panel < sheet.page ? sheet.page - rise : foot
  return { rise, top: Math.max(end + 2 * LINE, sheet.page - mostShapeMm) }
}

/** Finds where the text of a page ends, and where its panel of resources begins. */
function feetOn(placed: Chain | null, on: number, { page, items }: Sheet): { foot: number; panel: number } {
  let [text, panel] = [0, page]
  for (let chain = placed; chain && chain.last >= on; chain = chain.before)
    for (const { item, pieces } of chain.placed)
      for (const { page: at, top, foot } of pieces) {
        if (at + chain.shift !== on) continue
        if (isPanel(items[item])) panel = top
        else text = Math.max(text, foot)
      }
  return { foot: text, panel }
}

export const isPanel = (item: MatterItem | undefined): boolean =>
  item?.kind === 'bande' && item.role === 'ressources'

/** Places the panel of resources at the foot of this page, or of the next, in each of its looks. */
export function placePanel(state: State, item: number, band: Band, { page }: Sheet): State[] {
  const open = levelColumns(onOnePage(state))
  const { rows } = band
  if (rows && band.height > page) return placeRows(open, item, { ...band, rows }, page)
  const { page: on, y } = open.left
  return Object.entries(band.looks ?? { '': band.height }).flatMap(([look, height]) => {
    const top = page - height
    const ends = [
      ...(y === 0 || y + LINE <= top ? [{ page: on, cost: open.cost }] : []),
      ...(y > 0 ? [{ page: on + 1, cost: costAt(open, { page: on + 1, y: 0 }) }] : []),
    ]
    return ends.map(({ page: at, cost }) => {
      const end = { page: at, y: page }
      const pieces = [{ page: at, left: 0, top, foot: page, from: 0, until: null }]
      const placed = chain(open, [{ item, part: 'bande', width: 'page', look, pieces }], 0)
      return advance(open, { left: end, right: end, announced: false, cost, placed })
    })
  })
}

/** Strips of the first and of the last column, in mm from the left edge of the text, for both divisions of a page: text and
 *  margin, or halves. */
const strips = {
  left: [0, columns.page / 2],
  right: [columns.page - columns.margin, columns.page],
} as const
type Stretch = [top: number, foot: number]

/** Finds what stands in a column of a page, from the top down, with the small white between. */
function stretchesIn(
  side: 'left' | 'right',
  placed: Chain | null,
  page: number,
  items: readonly MatterItem[],
): Stretch[] {
  const [from, to] = strips[side]
  const stretches: Stretch[] = []
  for (let chain = placed; chain && chain.last >= page; chain = chain.before)
    for (const { item, part, pieces, width } of chain.placed) {
      // The rule of a heading alone comes so far.
      const source = items[item]
      const isRule = part === 'bande' && source?.kind === 'bande' && source.role === 'titre'
      if (side === 'right' && isRule && width !== 'half') continue
      for (const { page: on, left, top, foot } of pieces)
        if (on + chain.shift === page && left < to && left + columns[width] > from)
          stretches.push([top, foot])
    }
  const joined: Stretch[] = []
  for (const [top, foot] of stretches.sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (top - (last?.[1] ?? 0) > closeMm) joined.push([top, foot])
    else if (last) last[1] = Math.max(last[1], foot)
    else joined.push([0, foot])
  }
  return joined
}

const heightOf = (stretches: readonly Stretch[]) =>
  stretches.reduce((sum, [top, foot]) => sum + foot - top, 0)

/** Height of what stands on a page, in mm of both columns, and the cost of the white that a column has beside the other. */
function inkOn(
  placed: Chain | null,
  page: number,
  { items, page: height }: Sheet,
): { ink: number; besides: number } {
  const left = stretchesIn('left', placed, page, items)
  const right = stretchesIn('right', placed, page, items)
  const besides = emptyBeside(left, right, height) + emptyBeside(right, left, height)
  return {
    ink: WEIGHT.left * heightOf(left) + WEIGHT.right * heightOf(right),
    besides,
  }
}

/** Computes the cost of each stretch of a column that is white while the other is not. */
function emptyBeside(column: readonly Stretch[], other: readonly Stretch[], page: number): number {
  let [cost, y] = [0, 0]
  for (const [top, foot] of [...column, [page, page] as const]) {
    let white = 0
    for (const [start, end] of other) white += Math.max(0, Math.min(end, top) - Math.max(start, y))
    cost += besideCost * (Math.max(0, white - closeMm) / page) ** 2
    y = foot
  }
  return cost
}
