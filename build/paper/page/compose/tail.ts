import { columns } from '../../../../src/text/index.ts'
import { placeRows } from './bands.ts'
import type { Band, MatterItem, Plan } from './matter.ts'
import { GAP, LINE, onGrid } from './pour.ts'
import {
  advance,
  type Chain,
  chain,
  costAt,
  levelColumns,
  maxUnseenMm,
  onOnePage,
  type State,
  usedOn,
  WEIGHT,
  whiteCost,
} from './state.ts'

// How a document ends: its panel of resources stands at the foot of its last page, and what is left over it is ruled for notes.

/** The page, and whether its last one is ruled. */
export type Sheet = { page: number; ruled: boolean | undefined }

/** Notes have three lines at least, of 9 mm, under their name. */
const leastNotesMm = 8 * LINE
const notesCost = 12
/** Cost of a page of resources alone; number of entries from which they may have one. */
const resourcesPageCost = 2400
const entriesForPage = 9

/** Finds where notes are ruled between the ink of the last page and what stands at its foot. */
export function notesBetween(ink: number, bottom: number): Plan['notes'] {
  const [top, foot] = [onGrid(ink + GAP.row), bottom - LINE]
  return foot - top >= leastNotesMm ? { top, foot } : undefined
}

/** Computes the cost of white over the whole of a last page, from its ink to `bottom`. */
export const tailCost = (ink: number, bottom: number): number =>
  notesBetween(ink, bottom) ? notesCost : whiteCost(bottom - ink, WEIGHT.both)

/** Places the panel of resources at the foot of the page, in three columns or in two; many have a page of their own. */
export function placePanel(state: State, item: number, band: Band, { page, ruled }: Sheet): State[] {
  const base = onOnePage(state, page)
  const open = levelColumns(base, page)
  const { rows } = band
  if (rows && band.height > page) return placeRows(open, item, { ...band, rows }, page)
  const { page: on, y } = open.left
  const place = (height: number, inTwo: boolean): State[] => {
    const panel = (at: number, top: number, cost: number): State => {
      const end = { page: at, y: page }
      const pieces = [{ page: at, left: 0, top, foot: page, from: 0, until: null }]
      const placed = chain(open, [{ item, part: 'bande', width: 'page', inTwo, pieces }], 0)
      return advance(open, { left: end, right: end, announced: false, cost, placed })
    }
    const top = page - height
    const alone = (band.entries ?? 0) < entriesForPage ? resourcesPageCost : resourcesPageCost / 40
    const poor = poorCost(usedOn(base) + height, page, 'used')
    const here = y === 0 || y + LINE <= top
    return [
      ...(here ? [panel(on, top, open.cost + poor + tailCost(y, ruled ? top : y))] : []),
      ...(y > 0 ? [panel(on + 1, 0, costAt(open, { page: on + 1, y: 0 }, page) + alone)] : []),
    ]
  }
  return [...place(band.height, false), ...(band.inTwo === undefined ? [] : place(band.inTwo, true))]
}

/** Strips of the first and of the last column, in mm from the left edge of the text, for both divisions of a page: text and
 *  margin, or halves. */
const strips = {
  left: [0, columns.page / 2],
  right: [columns.page - columns.margin, columns.page],
} as const
/** Least shares of the last page, wished and required: of ink, and of the height above the resources, these included. */
const leastShares = { ink: [0.38, 0.35], used: [0.22, 0.18] } as const

/** Computes the cost of a last page that holds so little, in mm of both columns. */
export function poorCost(height: number, page: number, of: keyof typeof leastShares): number {
  const part = height / page
  const [little, least] = leastShares[of]
  return 700 * Math.max(0, little - part) + 1200 * Math.max(0, least - part)
}

/** Height of what stands on a page, in mm of both columns, with the small white between. */
export function inkOn(placed: Chain | null, page: number, items: readonly MatterItem[]): number {
  return WEIGHT.left * inkIn('left') + WEIGHT.right * inkIn('right')

  function inkIn(side: 'left' | 'right'): number {
    const [from, to] = strips[side]
    const stretches: [top: number, foot: number][] = []
    for (let chain = placed; chain && chain.last >= page; chain = chain.before)
      for (const { item, part, pieces, width } of chain.placed) {
        // The rule of a heading alone comes so far.
        const source = items[item]
        if (
          side === 'right' &&
          part === 'bande' &&
          source?.kind === 'bande' &&
          source.role === 'titre' &&
          width !== 'half'
        )
          continue
        for (const { page: on, left, top, foot } of pieces)
          if (on + chain.shift === page && left < to && left + columns[width] > from)
            stretches.push([top, foot])
      }
    stretches.sort(([a], [b]) => a - b)
    let [ink, y] = [0, 0]
    for (const [top, foot] of stretches) {
      if (foot <= y) continue
      ink += foot - (top - y <= maxUnseenMm ? y : top)
      y = foot
    }
    return ink
  }
}
