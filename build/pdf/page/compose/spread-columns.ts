import type { Placement } from './matter.ts'
import { LINE } from './pour.ts'

/** Widest white between two rows of a column, and between a text and its box, in mm. */
const WIDEST = { row: 13.5, box: 9 }
const ROUNDING = 0.1

/** Where one of two even columns ends higher than the other, its gaps take a line more each, those between rows first: the feet come
 *  closer, and all tops stay on the grid. */
export function spreadColumns(placements: readonly Placement[]): Placement[] {
  const wider = placements.filter(({ width, halves }) => width !== 'half' || halves)
  const narrow = placements.filter(({ width, halves }) => width === 'half' && !halves)
  // What begins level in both columns stays so.
  const level = narrow.filter(
    ({ left, top }) => left === 0 && narrow.some(one => one.left > 0 && Math.abs(one.top - top) < ROUNDING),
  )
  const zoneOf = ({ top }: Placement) =>
    wider.filter(one => one.top < top).length + level.filter(one => one.top <= top).length
  const spread = new Map<Placement, Placement>()
  for (const zone of new Set(narrow.map(zoneOf))) {
    const pieces = narrow.filter(piece => zoneOf(piece) === zone)
    const foot = Math.max(...pieces.map(piece => piece.foot))
    for (const left of new Set(pieces.map(piece => piece.left))) {
      const column = pieces.filter(piece => piece.left === left).sort((a, b) => a.top - b.top)
      for (const [index, by] of shiftsOf(column, foot).entries()) {
        const piece = column[index]
        if (piece && by > 0) spread.set(piece, { ...piece, top: piece.top + by, foot: piece.foot + by })
      }
    }
  }
  return placements.map(piece => spread.get(piece) ?? piece)
}

/** By how much each piece of a column moves down. */
function shiftsOf(column: readonly Placement[], foot: number): number[] {
  let lines = Math.floor((foot - (column.at(-1)?.foot ?? foot)) / LINE + ROUNDING)
  const widened = new Set<number>()
  for (const role of ['row', 'box'] as const)
    for (const [index, piece] of column.entries()) {
      const above = column[index - 1]
      // A text stays right under its heading.
      if (!above || above.part === 'bande' || (typeof piece.part === 'object') !== (role === 'box')) continue
      if (lines < 1 || piece.top - above.foot + LINE > WIDEST[role] + ROUNDING) continue
      widened.add(index)
      lines--
    }
  let by = 0
  return column.map((_, index) => {
    if (widened.has(index)) by += LINE
    return by
  })
}
