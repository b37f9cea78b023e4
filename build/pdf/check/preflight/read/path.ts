import type { Matrix } from '../../../content/matrix.ts'
import type { Box } from './facts.ts'

/** The path under construction: where it lies on the sheet. */
export type Path = {
  /** Begins a piece of it. */
  begin(): void
  move(x: number, y: number, ctm: Matrix): void
  rectangle(x: number, y: number, width: number, height: number, ctm: Matrix): void
  /** Does it touch the box? A path without points touches nothing. */
  touches(box: Box): boolean
  /** Its smaller side in points when it is one rectangle, else null. */
  thickness(): number | null
  /** Where it lies. */
  box(): Box
  /** What bars or modules make a code for machines: how high the lowest is, in points; null of any other path. */
  moduleHeight(): number | null
  clear(): void
}

/** Bars of an EAN-13. */
const MANY = 30
/** A rectangle of a path comes back to its first corner. */
const CORNERS = 5

export function createPath(): Path {
  let left = Number.POSITIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.NEGATIVE_INFINITY
  let rectangles = 0
  let points = 0
  let pieces = 0
  let piece = { bottom: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY }
  let lowest = Number.POSITIVE_INFINITY
  const endPiece = () => {
    if (piece.top > piece.bottom) lowest = Math.min(lowest, piece.top - piece.bottom)
    piece = { bottom: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY }
  }
  const add = (x: number, y: number, [a, b, c, d, e, f]: Matrix) => {
    const [X, Y] = [a * x + c * y + e, b * x + d * y + f]
    left = Math.min(left, X)
    right = Math.max(right, X)
    bottom = Math.min(bottom, Y)
    top = Math.max(top, Y)
    piece.bottom = Math.min(piece.bottom, Y)
    piece.top = Math.max(piece.top, Y)
  }
  return {
    begin() {
      endPiece()
      pieces++
    },
    move(x, y, ctm) {
      points++
      add(x, y, ctm)
    },
    rectangle(x, y, width, height, ctm) {
      rectangles++
      add(x, y, ctm)
      add(x + width, y + height, ctm)
      // Two more corners: the matrix may turn it.
      add(x + width, y, ctm)
      add(x, y + height, ctm)
    },
    touches: box => left <= box[2] && right >= box[0] && bottom <= box[3] && top >= box[1],
    thickness: () => (rectangles === 1 && points === 0 ? Math.min(right - left, top - bottom) : null),
    box: () => [left, bottom, right, top],
    moduleHeight() {
      endPiece()
      return pieces >= MANY && points === CORNERS * pieces && rectangles === 0 ? lowest : null
    },
    clear() {
      endPiece()
      lowest = Number.POSITIVE_INFINITY
      left = bottom = Number.POSITIVE_INFINITY
      right = top = Number.NEGATIVE_INFINITY
      rectangles = points = pieces = 0
    },
  }
}
