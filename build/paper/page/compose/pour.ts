import { line } from '../../../../src/text/index.ts'
import type { Flow, Placement } from './matter.ts'

export type Column = { page: number; left: number; top: number; bottom: number }
export type Cursor = { column: number; y: number }
export type PouredPiece = { page: number } & Pick<Placement, 'left' | 'top' | 'foot' | 'from' | 'until'>
export type Poured = { pieces: PouredPiece[]; end: Cursor }

/** Distance of two lines of text: tops of pieces stand on it. */
export const LINE: number = line
const rounding = 0.02
/** Least height of a piece of a text that a column cuts: four lines. */
const leastPieceMm = 4 * LINE - 0.5

/** Height of a column of a whole page: text without a cut there has no cut in another column. */
const wholeColumnMm = 44 * LINE

/** Least white over a row and over a box, in mm. */
export const GAP = { row: 1.5 * LINE, box: LINE }

/** Computes the cost of each cut of a box or table: one that is lower than half a page is cut for a large hole alone. */
export const cutCost = (height: number, page: number): number => (height < page / 2 ? 400 : 40)

export const onGrid = (y: number) => Math.ceil(y / LINE - rounding) * LINE

/** Computes where a piece begins under `y`, at least `gap` away; the top of a page is a place of its own. */
export const under = (y: number, gap: number) => (y === 0 ? 0 : onGrid(y + gap))

/** Places a heading at least `gap` under `above`, its foot on a line. At the head of a page it stands half a line higher. */
export function underHeading(above: number, gap: number, height: number): { top: number; foot: number } {
  const foot = onGrid(above === 0 ? height : above + gap + height)
  return { top: above === 0 ? 0 : foot - height, foot }
}

/** Runs a text down its columns, each filled as far as a good cut allows. @param from beginning of its first piece
 *  @returns null when a piece of it is higher than a column */
export function pour(flow: Flow, columns: readonly Column[], from: Cursor): Poured | null {
  const pieces: PouredPiece[] = []
  let offset = 0
  for (let index = from.column; index < columns.length; index++) {
    const column = columns[index]
    if (!column) return null
    const top = index === from.column ? from.y : column.top
    const lead = offset > 0 ? flow.lead : 0
    const room = column.bottom - top + rounding
    const { page, left } = column
    const rest = flow.height - offset + lead
    if (rest <= room) {
      pieces.push({ page, left, top, foot: top + rest, from: offset, until: null })
      return { pieces, end: { column: index, y: top + rest } }
    }
    const start = offset
    const leaves = columns[index + 1]?.page !== page
    const cut = flow.cuts.findLast(
      ({ keep }) =>
        keep - start >= leastPieceMm && keep - start + lead + flow.tail <= room && (leaves || !flow.box),
    )
    if (cut) {
      const foot = top + cut.keep - offset + lead + flow.tail
      pieces.push({ page, left, top, foot, from: offset, until: cut.keep })
      offset = cut.rest
    } else if (top === column.top && column.bottom - column.top > wholeColumnMm) return null
  }
  return null
}

const maxPages = 6

/** A text or box down one column of each page: pages of its pieces count from its first, `start` and `end` in the document. */
export type PouredRun = { pieces: readonly PouredPiece[]; start: Point; end: Point }
type Point = { page: number; y: number }

/** Runs a text or box down one column of each page.
 *  @returns null when it is higher than these pages, or a piece of it than a page */
export function pourDown(
  flow: Flow,
  from: Point,
  page: number,
  { left = 0, pages = maxPages }: { left?: number; pages?: number } = {},
): PouredRun | null {
  const columns = Array.from({ length: pages }, (_, index) => ({
    page: index,
    left,
    top: 0,
    bottom: page,
  }))
  const { pieces = [] } = pour(flow, columns, { column: 0, y: from.y }) ?? {}
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (!first || !last) return null
  const start = { page: from.page + first.page, y: first.top }
  return { pieces, start, end: { page: from.page + last.page, y: last.foot } }
}
