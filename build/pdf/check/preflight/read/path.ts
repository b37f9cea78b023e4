import type { Matrix } from '../../../content/matrix.ts'
import type { Box } from './facts.ts'

/** The path under construction: where it lies on the sheet. */
export type Path = {
  move(x: number, y: number, ctm: Matrix): void
  rectangle(x: number, y: number, width: number, height: number, ctm: Matrix): void
  /** Does it touch the box? A path without points touches nothing. */
  touches(box: Box): boolean
  /** Its smaller side in points when it is one rectangle, else null. */
  thickness(): number | null
  clear(): void
}

export function createPath(): Path {
  let left = Number.POSITIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  let top = Number.NEGATIVE_INFINITY
  let rectangles = 0
  let points = 0
  const add = (x: number, y: number, [a, b, c, d, e, f]: Matrix) => {
    const [X, Y] = [a * x + c * y + e, b * x + d * y + f]
    left = Math.min(left, X)
    right = Math.max(right, X)
    bottom = Math.min(bottom, Y)
    top = Math.max(top, Y)
  }
  return {
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
    clear() {
      left = bottom = Number.POSITIVE_INFINITY
      right = top = Number.NEGATIVE_INFINITY
      rectangles = points = 0
    },
  }
}
