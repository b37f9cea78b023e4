import { columns } from '../../../../src/text/index.ts'
import { boxCutCost } from './boxes.ts'
import type { Band, Flow, MatterItem, Placement } from './matter.ts'
import {
  type Column,
  type Cursor,
  GAP,
  LINE,
  type Poured,
  type PouredPiece,
  pour,
  under,
  underHeading,
} from './pour.ts'
import { holeCost, maxPagesToBox, nextPageCost, type Opens, type PlacedPieces, WEIGHT } from './state.ts'

const leftEdges = [0, columns.page - columns.half]
/** A zone of two columns has to save a hole; so has each cut in it. */
const COST = { zone: 5, cutText: 6, uneven: 15, left: 20, lonely: 150, never: 300 }
const maxPagesAfter = 4
const maxUnevenMm = 10
/** A lever that is lower than this, in mm, is not cut so. */
const shortLeverMm = 60
/** A text that is higher, in mm, may leave so many lines of each column for the next page. */
const [longTextMm, sparedLines] = [90, [4, 6, 8]]

/** A zone of two columns, laid out from a height of its first page; pages count from that. */
export type ZoneRun = {
  placed: PlacedPieces[]
  page: number
  foot: number
  cost: number
  /** Height of what its last page holds, both columns together. */
  used: number
  halved: boolean
}
type Bounds = { page: number; opens: Opens }

/** Fills pages to their foot, and the last as high as its columns need; a long text alone may leave lines for its next page. */
export function balance(
  items: readonly MatterItem[],
  span: [number, number],
  top: number,
  { page, opens }: Bounds,
): ZoneRun[] {
  const whole = fill(items, span, columnsOf(top, page, page, maxPagesAfter), { page, opens })
  if (!whole) return []
  // Lower than half of what it holds no page can end; a cut may save some lines.
  const start = whole.page === 0 ? top : 0
  const least = start + Math.max(2, Math.floor(whole.used / 2 / LINE) - 2) * LINE
  const even = lowest(whole.page, least, page, page) ?? whole
  const ways = isLongText(items, span) && whole.page === 1 ? leaving(page) : []
  // One column alone is no zone.
  return [even, ...ways].filter(({ halved }) => halved)

  /** Ends on page `last` as high as it can, and on those before at `bottom`. */
  function lowest(last: number, from: number, to: number, bottom: number): ZoneRun | null {
    for (let foot = from; foot < to; foot += LINE) {
      const run = fill(items, span, columnsOf(top, bottom, foot, last), { page, opens })
      if (run?.page === last) return run
    }
    return null
  }

  /** Ends higher than at `foot` on its first page, by some lines each time: the next one may hold little else, the facing one end higher. */
  function leaving(foot: number): ZoneRun[] {
    return sparedLines.flatMap(lines => {
      const bottom = foot - lines * LINE
      const run = lowest(1, 4 * LINE, 16 * LINE, bottom)
      return run ? [{ ...run, cost: run.cost + COST.left }] : []
    })
  }
}

function isLongText(items: readonly MatterItem[], [first, end]: [number, number]): boolean {
  const item = items[first]
  return (
    end === first + 1 &&
    item?.kind === 'rang' &&
    item.boxes.length === 0 &&
    (item.texte?.half?.height ?? 0) > longTextMm
  )
}

/** Two columns a page; those of page `last` end at `foot`. */
function columnsOf(top: number, page: number, foot: number, last: number): Column[] {
  return Array.from({ length: 2 * (last + 1) }, (_, index) => {
    const on = index >> 1
    return {
      page: on,
      left: leftEdges[index % 2] ?? 0,
      top: on === 0 ? top : 0,
      bottom: on === last ? foot : page,
    }
  })
}

function fill(
  items: readonly MatterItem[],
  [first, last]: [number, number],
  columns: readonly Column[],
  { page: height, opens }: Bounds,
): ZoneRun | null {
  let cursor: Cursor = { column: 0, y: columns[0]?.top ?? 0 }
  const placed: PlacedPieces[] = []
  let cost = COST.zone
  let announced = false
  let text: PouredPiece[] = []
  const feet = new Map<number, number>()
  const add = (poured: Poured | null, item: number, part: Placement['part'], cutting = 0): boolean => {
    const [piece] = poured?.pieces ?? []
    const ends = text.at(-1)?.page ?? piece?.page ?? 0
    if (!poured || (placed.length === 0 && (piece?.page !== 0 || piece.left !== 0))) return false
    for (const { page, left, foot } of poured.pieces) feet.set(2 * page + (left > 0 ? 1 : 0), foot)
    if (part === 'texte') text = poured.pieces
    // An example stands on a page of its lever, or on the one that faces it.
    else if (part !== 'bande' && piece && piece.page > ends) {
      if (piece.page > ends + maxPagesToBox) return false
      cost += nextPageCost(opens, ends)
    }
    cursor = poured.end
    placed.push({ item, part, width: 'half', pieces: poured.pieces })
    cost += (poured.pieces.length - 1) * cutting
    return true
  }
  for (let item = first; item < last; item++) {
    const entry = items[item]
    if (entry?.kind === 'bande') {
      if (!add(placeHeading(entry, items[item + 1], columns, cursor), item, 'bande')) return null
      announced = true
      continue
    }
    const parts = [
      ...(entry?.texte
        ? [{ part: 'texte' as const, flow: entry.texte.half, gap: GAP.row, cutting: COST.cutText }]
        : []),
      ...(entry?.boxes ?? []).map((box, index) => ({
        part: { box: index },
        flow: box.half,
        gap: GAP.box,
        cutting: boxCutCost(box, height),
      })),
    ]
    for (const { part, flow, gap, cutting } of parts) {
      const onTop = announced || cursor.y === columns[cursor.column]?.top
      announced = false
      const from = onTop ? cursor : { ...cursor, y: under(cursor.y, gap) }
      if (!flow) return null
      if (!add(pour(flow, columns, from), item, part, cutting)) return null
    }
  }
  const page = cursor.column >> 1
  const ends: [number, number] = [
    feet.get(2 * page) ?? 0,
    feet.get(2 * page + 1) ?? columns[2 * page + 1]?.top ?? 0,
  ]
  const lowest = Math.max(...ends)
  for (const end of ends) cost += holeCost(lowest - end, WEIGHT.half)
  if (page > 0 && !feet.has(2 * page + 1)) cost += COST.lonely
  // Two halves of one text end alike on each page, but for its end in the left column.
  for (const [index, before] of text.entries()) {
    const after = text[index + 1]
    if (!after || before.page !== after.page || Math.abs(before.foot - after.foot) <= maxUnevenMm) continue
    const end = items[last - 1]
    const short = end?.kind === 'rang' && end.lever && (end.texte?.half?.height ?? 0) < shortLeverMm
    cost += short ? COST.never : COST.uneven
  }
  const used = [0, 1].reduce((sum, side) => {
    const index = 2 * page + side
    return sum + (feet.get(index) ?? 0) - (feet.has(index) ? (columns[index]?.top ?? 0) : 0)
  }, 0)
  return { placed, page, foot: lowest, cost, used, halved: feet.has(1) }
}

/** Places a heading in the column of the text that it announces; the text begins on a line. */
function placeHeading(
  { column: height }: Band,
  announced: MatterItem | undefined,
  columns: readonly Column[],
  from: Cursor,
): Poured | null {
  const text = announced?.kind === 'rang' ? announced.texte?.half : null
  if (height === undefined || !text) return null
  for (const column of [from.column, from.column + 1]) {
    const top = columns[column]?.top
    if (top === undefined) return null
    const above = column > from.column ? top : from.y
    // Columns begin a whole gap under what is above them, a heading half a line less: those over both columns are level.
    const { top: highest, foot } = underHeading(above, above === top ? -LINE / 2 : GAP.row, height)
    const y = above === top ? Math.max(0, above - LINE / 2) : highest
    const heading: Flow = { height: foot - y, cuts: [], lead: 0, tail: 0 }
    const poured = pour(heading, columns.slice(0, column + 1), { column, y })
    const [next] = (poured && pour(text, columns, poured.end)?.pieces) ?? []
    const here = poured?.pieces[0]
    if (here && next && next.page === here.page && next.left === here.left) return poured
  }
  return null
}
