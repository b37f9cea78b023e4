/** A page drawn at 72 dpi: four bytes a pixel. */
export type Drawn = { data: Uint8Array; width: number; height: number }

/** How full a page is, from 0 to 1, and its two columns; the holes of each between its first and its last ink, in mm. */
export type PageFill = {
  fill: number
  left: ColumnFill
  right: ColumnFill
}

export type ColumnFill = {
  fill: number
  /** The largest white stretch of the column that has ink below it, in mm. */
  hole: number
  /** Where its ink ends, in mm under the top of the text area. */
  foot: number
}

const PX = 72 / 25.4
/** The text area, in mm from the trim's top left corner. */
const AREA = { top: 27, bottom: 276 }
/** Strips that stand in the first and in the last column, whether the page is cut 102 : 60 or 81 : 81. */
const LEFT = { from: 20, to: 105 }
const RIGHT = { from: 130, to: 190 }
const WEIGHT = { left: 102, right: 60 }
/** White between lines, blocks and rows that no eye takes for a hole, in mm. */
const GAP = 12

/** Measures the ink over the text area of an A4 page without bleed; any colour is ink, the tint of a panel too. */
export function pageFill(page: Drawn): PageFill {
  const left = columnFill(page, LEFT)
  const right = columnFill(page, RIGHT)
  const fill = (WEIGHT.left * left.fill + WEIGHT.right * right.fill) / (WEIGHT.left + WEIGHT.right)
  return { fill, left, right }
}

function columnFill(page: Drawn, strip: { from: number; to: number }): ColumnFill {
  const [top, bottom] = [Math.round(AREA.top * PX), Math.round(AREA.bottom * PX)]
  let inked = 0
  let hole = 0
  let last = top - 1
  for (let row = top; row < bottom; row++) {
    if (!hasInk(page, row, strip)) continue
    const white = row - last - 1
    if (white <= GAP * PX) inked += white
    else hole = Math.max(hole, white / PX)
    inked++
    last = row
  }
  return { fill: inked / (bottom - top), hole, foot: (last + 1 - top) / PX }
}

function hasInk({ data, width }: Drawn, row: number, { from, to }: { from: number; to: number }): boolean {
  const start = (row * width + Math.round(from * PX)) * 4
  const end = (row * width + Math.round(to * PX)) * 4
  for (let at = start; at < end; at += 4)
    if ((data[at] ?? 255) < 250 || (data[at + 1] ?? 255) < 250 || (data[at + 2] ?? 255) < 250) return true
  return false
}
