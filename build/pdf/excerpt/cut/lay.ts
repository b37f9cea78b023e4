import { columns, mm, type Pt, toPt } from '../../../../src/page-plan.ts'
import type { Piece } from './pieces.ts'

/** A piece on a page: how far from where it stands on its own it is moved, in pt. */
export type Placed = { piece: Piece; right: number; up: number }

/** Between the heading of a family and its entries, and between two families. @see styles/print/content/sommaire.css */
const UNDER_HEADING = toPt(mm(1.5))
const BETWEEN_FAMILIES = toPt(mm(9))
/** From the left of one column to that of the next. @see styles/print/content/indexes.css */
const COLUMN = toPt(mm(columns.page - columns.half))

const heightOf = ({ box: [, bottom, , top] }: Piece) => top - bottom

/** Lays the sommaire: families with their entries, below each other, on as many pages as they need. A heading stays with its
 *  first entry.
 *  @param rest the page after the first
 *  @param height of the text area */
export function layContents(
  head: Piece,
  rest: Piece,
  families: readonly { heading: Piece; entries: readonly Piece[] }[],
  height: Pt,
): Placed[][] {
  const pages: Placed[][] = [[{ piece: head, right: 0, up: 0 }]]
  let used = heightOf(head)
  const turn = () => {
    pages.push([{ piece: rest, right: 0, up: 0 }])
    used = 0
  }
  const place = (piece: Piece) => {
    pages.at(-1)?.push({ piece, right: 0, up: -used })
    used += heightOf(piece)
  }
  for (const { heading, entries } of families) {
    const [first] = entries
    if (used + heightOf(heading) + UNDER_HEADING + (first ? heightOf(first) : 0) > height) turn()
    place(heading)
    used += UNDER_HEADING
    for (const entry of entries) {
      if (used + heightOf(entry) > height) turn()
      place(entry)
    }
    used += BETWEEN_FAMILIES
  }
  return pages
}

/** Lays the acronyms in two columns of even height, on as many pages as they need. */
export function layAcronyms(head: Piece, rest: Piece, items: readonly Piece[], height: Pt): Placed[][] {
  const pages: Placed[][] = []
  let left = [...items]
  while (left.length > 0) {
    const title = pages.length === 0 ? head : rest
    const from = pages.length === 0 ? heightOf(head) : 0
    const room = height - from
    const total = left.reduce((sum, item) => sum + heightOf(item), 0)
    const [first, others] = fill(left, total / 2, room)
    const [second, next] = fill(others, room, room)
    const column = (list: readonly Piece[], right: number) => {
      let used = from
      return list.map(piece => {
        const placed = { piece, right, up: -used }
        used += heightOf(piece)
        return placed
      })
    }
    pages.push([{ piece: title, right: 0, up: 0 }, ...column(first, 0), ...column(second, COLUMN)])
    left = next
  }
  return pages
}

/** As many as begin above a height and end in the room, one at least. */
function fill(items: readonly Piece[], height: number, room: number): [Piece[], Piece[]] {
  let used = 0
  let count = 0
  for (const item of items) {
    if (count > 0 && (used >= height || used + heightOf(item) > room)) break
    used += heightOf(item)
    count++
  }
  return [items.slice(0, count), items.slice(count)]
}
