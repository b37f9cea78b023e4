import { columns } from '../../../../src/text/index.ts'
import { placeRows } from './bands.ts'
import type { Band, MatterItem, Plan } from './matter.ts'
import { LINE } from './pour.ts'
import {
  advance,
  type Chain,
  chain,
  costAt,
  levelColumns,
  maxUnseenMm,
  onOnePage,
  type State,
  WEIGHT,
} from './state.ts'

// The white of pages: what it costs, and what stands in it on the last one, where resources close a fiche and lines are ruled for notes.

/** What a document is laid out on: height of a page in mm; `ruled`: the last one has lines for notes. */
export type Sheet = { page: number; items: readonly MatterItem[]; ruled?: true | undefined }

/** No page is fuller than this share; the square of what lacks costs so much. */
const [fullShare, whiteCost] = [0.95, 10_000]
/** Notes have three lines at least, of 9 mm. */
const leastNotesMm = 6 * LINE

/** Computes the cost of the white of a page that is laid out. */
export const costOfPage = (placed: Chain | null, on: number, { page, items }: Sheet, more = 0): number =>
  whiteCost * Math.max(0, fullShare - (inkOn(placed, on, items) + more) / page) ** 2

/** Computes the cost of the white of the last page: lines for notes are half as good as text. */
export function costOfLast(placed: Chain | null, on: number, sheet: Sheet): number {
  const { top = 0, foot = 0 } = notesOn(placed, on, sheet) ?? {}
  return costOfPage(placed, on, sheet, (foot - top) / 2)
}

/** Finds where notes are ruled on the last page, between its text and its panel of resources. */
export function notesOn(placed: Chain | null, on: number, { page, items, ruled }: Sheet): Plan['notes'] {
  let [ink, bottom] = [0, page]
  for (let chain = placed; chain && chain.last >= on; chain = chain.before)
    for (const { item, pieces } of chain.placed)
      for (const { page: at, top, foot } of pieces) {
        if (at + chain.shift !== on) continue
        if (isPanel(items[item])) bottom = top
        else ink = Math.max(ink, foot)
      }
  const [top, foot] = [ink === 0 ? 0 : ink + 2 * LINE, bottom - LINE]
  return ruled && foot - top >= leastNotesMm ? { top, foot } : undefined
}

export const isPanel = (item: MatterItem | undefined): boolean =>
  item?.kind === 'bande' && item.role === 'ressources'

/** Places the panel of resources at the foot of this page, or of the next, in each of its looks. */
export function placePanel(state: State, item: number, band: Band, { page }: Sheet): State[] {
  const open = levelColumns(onOnePage(state, page), page)
  const { rows } = band
  if (rows && band.height > page) return placeRows(open, item, { ...band, rows }, page)
  const { page: on, y } = open.left
  return Object.entries(band.looks ?? { '': band.height }).flatMap(([look, height]) => {
    const top = page - height
    const ends = [
      ...(y === 0 || y + LINE <= top ? [{ page: on, cost: open.cost }] : []),
      ...(y > 0 ? [{ page: on + 1, cost: costAt(open, { page: on + 1, y: 0 }, page) }] : []),
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
/** Height of what stands on a page, in mm of both columns, with the small white between. */
function inkOn(placed: Chain | null, page: number, items: readonly MatterItem[]): number {
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
