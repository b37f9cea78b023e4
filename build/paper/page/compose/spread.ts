import type { MatterItem, Placement } from './matter.ts'
import { GAP, LINE } from './pour.ts'
import { isPanel } from './white.ts'

/** Widest white over a heading of a section, between two rows, and between a text and its box, in mm. */
const maxGapMm = { heading: 18, row: 13.5, box: 9 }
const rounding = 0.1

/** Widens by a line each the gaps of an even column that ends higher than the other, those between rows first. */
export function spreadColumns(placements: readonly Placement[]): Placement[] {
  const wider = placements.filter(({ width, halves }) => width !== 'half' || halves)
  const narrow = placements.filter(({ width, halves }) => width === 'half' && !halves)
  // Pieces that begin level in both columns stay so.
  const level = narrow.filter(
    ({ left, top }) =>
      left === 0 && narrow.some(other => other.left > 0 && Math.abs(other.top - top) < rounding),
  )
  const zoneOf = ({ top }: Placement) =>
    wider.filter(other => other.top < top).length + level.filter(other => other.top <= top).length
  const lowered = new Map<Placement, Placement>()
  for (const zone of new Set(narrow.map(zoneOf))) {
    const pieces = narrow.filter(piece => zoneOf(piece) === zone)
    const foot = Math.max(...pieces.map(piece => piece.foot))
    for (const left of new Set(pieces.map(piece => piece.left))) {
      const column = pieces.filter(piece => piece.left === left).sort((a, b) => a.top - b.top)
      for (const [index, by] of shiftsOf(column, foot).entries()) {
        const piece = column[index]
        if (piece && by > 0) lowered.set(piece, { ...piece, top: piece.top + by, foot: piece.foot + by })
      }
    }
  }
  return placements.map(piece => lowered.get(piece) ?? piece)
}

function shiftsOf(column: readonly Placement[], foot: number): number[] {
  let lines = Math.floor((foot - (column.at(-1)?.foot ?? foot)) / LINE + rounding)
  const widened = new Set<number>()
  for (const role of ['row', 'box'] as const)
    for (const [index, piece] of column.entries()) {
      const above = column[index - 1]
      // A text stays right under its heading.
      if (!above || above.part === 'bande' || (typeof piece.part === 'object') !== (role === 'box')) continue
      if (lines < 1 || piece.top - above.foot + LINE > maxGapMm[role] + rounding) continue
      widened.add(index)
      lines--
    }
  let by = 0
  return column.map((_, index) => {
    if (widened.has(index)) by += LINE
    return by
  })
}

/** Widens by a line each the gaps that run across a page, as long as it ends higher than its foot or its panel of resources, those over
 *  headings first. */
export function spreadRows(
  placements: readonly Placement[],
  items: readonly MatterItem[],
  page: number,
): Placement[] {
  const panel = placements.find(({ item }) => isPanel(items[item]))
  const pieces = placements.filter(piece => piece !== panel)
  const bottom = panel ? panel.top - GAP.row : page
  let lines = Math.floor((bottom - Math.max(...pieces.map(({ foot }) => foot))) / LINE + rounding)
  const gaps = gapsAcross(pieces, items)
  const widened = new Map<number, number>()
  for (let more = true; more && lines > 0; ) {
    more = false
    for (const { top, white, most } of gaps) {
      const by = widened.get(top) ?? 0
      if (lines < 1 || white + by + LINE > most + rounding) continue
      widened.set(top, by + LINE)
      lines--
      more = true
    }
  }
  return placements.map(piece => {
    if (piece === panel) return piece
    let by = 0
    for (const [top, more] of widened) if (piece.top > top - rounding) by += more
    return { ...piece, top: piece.top + by, foot: piece.foot + by }
  })
}

/** Finds the gaps of a page that nothing crosses, but those under headings: over headings first, then over rows, then over boxes. */
function gapsAcross(pieces: readonly Placement[], items: readonly MatterItem[]) {
  const isHeading = ({ part, item }: Placement) => {
    const source = items[item]
    return part === 'bande' && source?.kind === 'bande' && ['titre', 'tete'].includes(source.role)
  }
  const gaps = [...new Set(pieces.map(({ top }) => top))].flatMap(top => {
    const above = pieces.filter(piece => piece.top < top - rounding)
    const foot = Math.max(...above.map(piece => piece.foot))
    if (above.length === 0 || foot > top + rounding) return []
    if (above.some(piece => isHeading(piece) && piece.foot > foot - LINE)) return []
    const below = pieces.filter(piece => Math.abs(piece.top - top) < rounding)
    const role = below.some(isHeading)
      ? 'heading'
      : below.some(({ part }) => typeof part !== 'object')
        ? 'row'
        : 'box'
    return [{ top, white: top - foot, most: maxGapMm[role] }]
  })
  return gaps.sort((a, b) => b.most - a.most)
}
