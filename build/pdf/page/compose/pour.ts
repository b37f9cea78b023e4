import type { Flow } from './matter.ts'

/** A stretch of a page that a text runs down. */
export type Column = { page: number; left: number; top: number; bottom: number }
/** Where the next piece begins in a list of columns. */
export type Cursor = { column: number; y: number }
export type Piece = {
  page: number
  left: number
  top: number
  foot: number
  from: number
  until: number | null
}

/** Distance of two lines of text: tops of pieces stand on it. */
export const LINE = 4.5
const ROUNDING = 0.02

/** The first line at or under `y`. */
export const onGrid = (y: number) => Math.ceil(y / LINE - ROUNDING) * LINE

/** Where something begins under `y`, at least `gap` away; the top of a page is a place of its own. */
export const under = (y: number, gap: number) => (y === 0 ? 0 : onGrid(y + gap))

/** Runs a text down its columns, each filled as far as a good cut allows.
 *  @param from where its first piece begins; what follows begins at the top of a column
 *  @returns null when a piece of it is higher than a column */
export function pour(
  flow: Flow,
  columns: readonly Column[],
  from: Cursor,
): { pieces: Piece[]; end: Cursor } | null {
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
    const cut = flow.cuts.findLast(({ keep }) => keep > start && keep - start + lead <= room)
    if (cut) {
      pieces.push({ page, left, top, foot: top + cut.keep - begun + lead, from: begun, until: cut.keep })
      begun = cut.rest
    } else if (top === column.top && column.bottom - column.top > 200) return null
  }
  return null
}
