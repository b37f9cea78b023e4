import { columns } from '../../../../src/text/index.ts'
import { placeRows } from './bands.ts'
import type { Band, MatterItem, Plan } from './matter.ts'
import { LINE } from './pour.ts'
import { advance, type Chain, chain, costAt, levelColumns, onOnePage, type State, WEIGHT } from './state.ts'

// The white of pages: what it costs, and what stands in it on the last one, where resources close a fiche and lines are ruled for notes.

/** What a document is laid out on: height of a page in mm; `ruled`: the last one has lines for notes. */
export type Sheet = { page: number; items: readonly MatterItem[]; ruled?: true | undefined }

/** So much of a page is white anyhow, as a share; the square of more costs so much. */
const [unseenShare, whiteCost] = [0.05, 10_000]
/** White between blocks and rows that no eye takes for a hole. */
const closeMm = 12
/** Notes have three lines at least, of 9 mm; up to two fifths of a page they are as good as text. */
const [leastNotesMm, mostNotesShare] = [6 * LINE, 2 / 5]

/** Computes the cost of so much white on a page, in mm over its whole width. */
const costOf = (white: number, page: number): number =>
  whiteCost * Math.max(0, white / page - unseenShare) ** 2

/** Computes the cost of the white of a page that is full. The page that opens a document counts twice. */
export const costOfPage = (placed: Chain | null, on: number, { page, items }: Sheet): number =>
  (on === 0 ? 2 : 1) * costOf(page - inkOn(placed, on, items), page)

/** Computes the cost of the white of the last page: beside its text and, where a fiche is to end level, under it and its notes; else a text
 *  may end after a third of it. */
export function costOfLast(placed: Chain | null, on: number, sheet: Sheet): number {
  const { page, items, ruled } = sheet
  const { foot, panel } = feetOn(placed, on, sheet)
  const notes = ruled && notesBetween(foot, panel)
  const beside = foot + page - panel - inkOn(placed, on, items)
  // Without text the page would be one of notes.
  const lines = notes && foot > 0 ? Math.min(notes.foot - notes.top, mostNotesShare * page) : 0
  const under = panel - foot - lines
  return costOf(beside + (ruled ? under : Math.max(0, under - (2 * page) / 3)), page)
}

/** Finds where notes are ruled on the last page, between its text and its panel of resources. */
export function notesOn(placed: Chain | null, on: number, sheet: Sheet): Plan['notes'] {
  const { foot, panel } = feetOn(placed, on, sheet)
  return sheet.ruled && notesBetween(foot, panel)
}

function notesBetween(text: number, panel: number): Plan['notes'] {
  const [top, foot] = [text === 0 ? 0 : text + 1.5 * LINE, panel - 0.5 * LINE]
  return foot - top >= leastNotesMm ? { top, foot } : undefined
}

/** Finds where the text of a page ends, and where its panel of resources begins. */
function feetOn(placed: Chain | null, on: number, { page, items }: Sheet): { foot: number; panel: number } {
  let [text, panel] = [0, page]
  for (let chain = placed; chain && chain.last >= on; chain = chain.before)
    for (const { item, pieces } of chain.placed)
      for (const { page: at, top, foot } of pieces) {
        if (at + chain.shift !== on) continue
        if (isPanel(items[item])) panel = top
        else text = Math.max(text, foot)
      }
  return { foot: text, panel }
}

export const isPanel = (item: MatterItem | undefined): boolean =>
  item?.kind === 'bande' && item.role === 'ressources'

/** Places the panel of resources at the foot of this page, or of the next, in each of its looks. */
export function placePanel(state: State, item: number, band: Band, { page }: Sheet): State[] {
  const open = levelColumns(onOnePage(state))
  const { rows } = band
  if (rows && band.height > page) return placeRows(open, item, { ...band, rows }, page)
  const { page: on, y } = open.left
  return Object.entries(band.looks ?? { '': band.height }).flatMap(([look, height]) => {
    const top = page - height
    const ends = [
      ...(y === 0 || y + LINE <= top ? [{ page: on, cost: open.cost }] : []),
      ...(y > 0 ? [{ page: on + 1, cost: costAt(open, { page: on + 1, y: 0 }) }] : []),
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
      ink += foot - (top - y <= closeMm ? y : top)
      y = foot
    }
    return ink
  }
}
