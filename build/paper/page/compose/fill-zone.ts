import { boxCutCost } from './boxes.ts'
import type { Band, Flow, MatterItem, MatterRow, Placement } from './matter.ts'
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

/** What a zone costs beside the white that it leaves, in the unit of `state.ts`. */
const COST = {
  /** A zone at all: it has to save a hole. */
  zone: 5,
  /** Each cut of a text between its columns. */
  cut: 6,
  /** The halves of a text end at different heights. */
  uneven: 15,
  /** The same of a short lever: two columns of a few lines each have to end alike. */
  unevenLever: 300,
  /** The last page of a zone has text in its left column alone. */
  oneColumn: 150,
}
/** Halves that end within this, in mm, end alike. */
const evenMm = 10
/** Height in one column up to which a lever is short, in mm. */
const shortLeverMm = 60
/** Items `first` to before `end`, and the pages they are set on: their height in mm, and which of them face the next. */
export type Zone = {
  items: readonly MatterItem[]
  first: number
  end: number
  page: number
  opens: Opens
}

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
/** Items as they were poured so far. */
type Filling = {
  cursor: Cursor
  placed: PlacedPieces[]
  /** A heading stands last: what follows begins right under it. */
  announced: boolean
  /** Pieces of the last text. */
  text: readonly PouredPiece[]
  cost: number
}

/** Pours the items into the columns, one after the other; null: one of them has no place. */
export function fill(zone: Zone, columns: readonly Column[]): ZoneRun | null {
  const { items, first, end } = zone
  const start: Cursor = { column: 0, y: columns[0]?.top ?? 0 }
  let filling: Filling | null = { cursor: start, placed: [], announced: false, text: [], cost: COST.zone }
  for (let index = first; index < end && filling; index++) {
    const item = items[index]
    if (item?.kind === 'rang') filling = fillRow(filling, index, item, columns, zone)
    else if (item) {
      const heading = placeHeading(item, items[index + 1], columns, filling.cursor)
      filling = heading && add(filling, index, { part: 'bande', poured: heading, cut: 0 }, zone)
    }
  }
  return filling && runOf(filling, columns, items[end - 1])
}

function fillRow(
  from: Filling,
  index: number,
  { texte, boxes }: MatterRow,
  columns: readonly Column[],
  zone: Zone,
): Filling | null {
  const parts = [
    ...(texte ? [{ part: 'texte' as const, flow: texte.half, gap: GAP.row, cut: COST.cut }] : []),
    ...boxes.map((box, number) => ({
      part: { box: number },
      flow: box.half,
      gap: GAP.box,
      cut: boxCutCost(box, zone.page),
    })),
  ]
  let filling: Filling | null = from
  for (const { part, flow, gap, cut } of parts) {
    if (!filling || !flow) return null
    const { cursor, announced }: Filling = filling
    const onTop = announced || cursor.y === columns[cursor.column]?.top
    const poured = pour(flow, columns, onTop ? cursor : { ...cursor, y: under(cursor.y, gap) })
    filling = poured && add(filling, index, { part, poured, cut }, zone)
  }
  return filling
}

/** Adds what was poured; null where it may not stand there: a zone begins at its top left, and an example on a page of its lever or on the
 *  one that faces it. */
function add(
  { placed, text, cost }: Filling,
  item: number,
  { part, poured, cut }: { part: Placement['part']; poured: Poured; cut: number },
  { opens }: Zone,
): Filling | null {
  const { pieces, end } = poured
  const [piece] = pieces
  if (placed.length === 0 && (piece?.page !== 0 || piece.left !== 0)) return null
  const textEnd = text.at(-1)?.page ?? piece?.page ?? 0
  const isOverleaf = typeof part === 'object' && piece !== undefined && piece.page > textEnd
  if (isOverleaf && piece.page > textEnd + maxPagesToBox) return null
  return {
    cursor: end,
    placed: [...placed, { item, part, width: 'half', pieces }],
    announced: part === 'bande',
    text: part === 'texte' ? pieces : text,
    cost: cost + (pieces.length - 1) * cut + (isOverleaf ? nextPageCost(opens, textEnd) : 0),
  }
}

/** Adds what the whole zone costs: the white that its last page leaves, and halves that do not end alike. */
function runOf(
  { cursor, placed, text, cost }: Filling,
  columns: readonly Column[],
  lastItem: MatterItem | undefined,
): ZoneRun {
  /** Where each column ends. */
  const feet = new Map<number, number>()
  for (const { pieces } of placed)
    for (const { page, left, foot } of pieces) feet.set(2 * page + (left > 0 ? 1 : 0), foot)
  const page = cursor.column >> 1
  const [left, right] = [2 * page, 2 * page + 1]
  const topOf = (column: number) => columns[column]?.top ?? 0
  const ends = [feet.get(left) ?? 0, feet.get(right) ?? topOf(right)]
  const lowest = Math.max(...ends)
  const white = ends.reduce((sum, end) => sum + holeCost(lowest - end, WEIGHT.half), 0)
  const lonely = page > 0 && !feet.has(right) ? COST.oneColumn : 0
  const used = [left, right].reduce((sum, column) => {
    const foot = feet.get(column)
    return foot === undefined ? sum : sum + foot - topOf(column)
  }, 0)
  const all = cost + white + lonely + unevenCost(text, lastItem)
  return { placed, page, foot: lowest, cost: all, used, halved: feet.has(1) }
}

/** Computes the cost of the halves of the last text that do not end alike, page by page; where a text ends in its left column it may. */
function unevenCost(text: readonly PouredPiece[], lastItem: MatterItem | undefined): number {
  const isShortLever =
    lastItem?.kind === 'rang' && lastItem.lever && (lastItem.texte?.half?.height ?? 0) < shortLeverMm
  const uneven = text.filter((half, index) => {
    const other = text[index + 1]
    return other?.page === half.page && Math.abs(half.foot - other.foot) > evenMm
  })
  return uneven.length * (isShortLever ? COST.unevenLever : COST.uneven)
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
