import type { Flow, Placement } from './matter.ts'

/** A stretch of a page that a text runs down. */
export type Column = { page: number; left: number; top: number; bottom: number }
/** Where the next piece begins in a list of columns. */
export type Cursor = { column: number; y: number }
export type Piece = { page: number } & Pick<Placement, 'left' | 'top' | 'foot' | 'from' | 'until'>
export type Poured = { pieces: Piece[]; end: Cursor }

/** Distance of two lines of text: tops of pieces stand on it. */
export const LINE = 4.5
const ROUNDING = 0.02
/** Least height of a piece of a text that a column cuts: four lines. */
export const LEAST = 4 * LINE - 0.5

/** The first line at or under `y`. */
export const onGrid = (y: number) => Math.ceil(y / LINE - ROUNDING) * LINE

/** Where something begins under `y`, at least `gap` away; the top of a page is a place of its own. */
export const under = (y: number, gap: number) => (y === 0 ? 0 : onGrid(y + gap))

/** Where a heading stands under `above`, at least `gap` away: its foot on a line, so that its text begins on one. At the head of a page its
 *  rule stands there, and it is half a line higher. */
export function underHeading(above: number, gap: number, height: number): { top: number; foot: number } {
  const foot = onGrid(above === 0 ? height : above + gap + height)
  return { top: above === 0 ? 0 : foot - height, foot }
}

/** Runs a text down its columns, each filled as far as a good cut allows.
 *  @param from where its first piece begins; what follows begins at the top of a column
 *  @returns null when a piece of it is higher than a column */
export function pour(flow: Flow, columns: readonly Column[], from: Cursor): Poured | null {
  const pieces: Piece[] = []
  let begun = 0
  for (let index = from.column; index < columns.length; index++) {
    const column = columns[index]
    if (!column) return null
    const top = index === from.column ? from.y : column.top
    const lead = begun > 0 ? flow.lead : 0
    const room = column.bottom - top + ROUNDING
    const { page, left } = column
    const rest = flow.height - begun + lead
    if (rest <= room) {
      pieces.push({ page, left, top, foot: top + rest, from: begun, until: null })
      return { pieces, end: { column: index, y: top + rest } }
    }
    const start = begun
    const leaves = columns[index + 1]?.page !== page
    const cut = flow.cuts.findLast(
      ({ keep, scant }) =>
        keep - start >= LEAST && keep - start + lead + flow.tail <= room && !(leaves && scant),
    )
    if (cut) {
      const foot = top + cut.keep - begun + lead + flow.tail
      pieces.push({ page, left, top, foot, from: begun, until: cut.keep })
      begun = cut.rest
    } else if (top === column.top && column.bottom - column.top > 200) return null
  }
  return null
}

/** One column of each page, counted from the first, of which the foot may be spared. */
export const columnsDown = (
  page: number,
  { left, spared = 0, pages }: { left: number; spared?: number; pages: number },
): Column[] =>
  Array.from({ length: pages }, (_, index) => ({
    page: index,
    left,
    top: 0,
    bottom: index === 0 ? page - spared : page,
  }))

/** Pages that a text may run over. */
const REACH = 6

/** Runs texts and boxes down one column of each page, from a height of the first. Each always stands at the same left edge: what was
 *  poured once from a height is known. */
export function pourer(page: number) {
  const runs = new WeakMap<Flow, Map<number, Run | null>>()
  return (flow: Flow, y: number, left: number, spared = 0): Run | null => {
    let tops = runs.get(flow)
    if (!tops) {
      tops = new Map()
      runs.set(flow, tops)
    }
    const key = y + spared * page
    let run = tops.get(key)
    if (run === undefined) {
      run = runOf(pour(flow, columnsDown(page, { left, spared, pages: REACH }), { column: 0, y }))
      tops.set(key, run)
    }
    return run
  }
}

/** A text or box down one column of each page, counted from the first. */
export type Run = { pieces: readonly Piece[]; first: Piece; last: Piece }

function runOf(poured: Poured | null): Run | null {
  const [first] = poured?.pieces ?? []
  const last = poured?.pieces.at(-1)
  return poured && first && last ? { pieces: poured.pieces, first, last } : null
}
