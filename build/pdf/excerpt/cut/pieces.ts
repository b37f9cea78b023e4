import { columns, mm, type Pt, toPt } from '../../../../src/text/index.ts'
import { readTaggedPages, type TaggedPage } from '../../bind/structure-tree.ts'
import { unpack } from '../../object/packing.ts'
import type { Sides } from '../../object/pages.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'

/** Names of the pieces of an excerpt: ids of their sheets, and the named destinations of the file that holds them. */
export const pieceName = {
  cover: 'extrait--couverture',
  /** The line that says how many fiches were chosen. */
  count: (fiches: number) => `extrait--compte-${fiches}`,
  /** The title of a fiche on the cover. */
  title: (slug: string) => `extrait--titre-${slug}`,
  contents: 'extrait--sommaire',
  family: (id: string) => `extrait--famille-${id}`,
  entry: (slug: string) => `extrait--fiche-${slug}`,
  /** A page of the sommaire or of the acronyms after their first: its foot alone. */
  rest: 'extrait--suite',
  acronyms: 'extrait--sigles',
  /** By rank in the kit's list, from 1. */
  acronym: (rank: number) => `extrait--sigle-${rank}`,
} as const

/** A piece of the first or last pages: a page of the template. */
export type ExcerptPiece = TaggedPage & {
  owners: readonly Value[]
  /** In pt, from the bottom left corner of its page. */
  box: Sides
  content: Uint8Array
}

/** Makes the function that gives the pieces of a template by their names. */
export function openPieces(file: PdfFile, catalog: Dict): (name: string) => ExcerptPiece {
  const pages = new Map(readTaggedPages(file, catalog).map(tagged => [tagged.page.ref as Value, tagged]))
  const names = catalog.need('Dests', Dict)
  return name => {
    const tagged = pages.get(names.find(name, List)?.items[0] ?? null)
    const box = tagged?.page.box('ArtBox')
    const content = tagged?.page.stream
    if (!tagged || !box || !content) throw new SyntaxError(`the template has no ${name}`)
    return { ...tagged, box, content: unpack(content) }
  }
}

export function findElement(file: PdfFile, element: Value | undefined, role: string): Ref {
  const queue = [element]
  for (const value of queue) {
    const dict = file.find(value, Dict)
    if (dict?.name('S') === role && value instanceof Ref) return value
    queue.push(...kidsOf(file, dict))
  }
  throw new SyntaxError(`a piece without ${role}`)
}

export function kidsOf(file: PdfFile, element: Dict | undefined): readonly Value[] {
  const kids = element?.get('K')
  return file.find(kids, List)?.items ?? (kids === undefined ? [] : [kids])
}

/** A new element around others, or none at all. */
export function makeElement(file: PdfFile, role: string, kids: readonly Ref[]): Ref {
  const ref = file.reserve()
  for (const kid of kids) file.find(kid, Dict)?.set('P', ref)
  file.set(ref, file.dict({ Type: 'StructElem', S: role, K: kids }))
  return ref
}

/** A piece on a page: how far from where it stands on its own it is moved, in pt. */
export type PlacedPiece = { piece: ExcerptPiece; right: number; up: number }

/** Between the heading of a family and its entries, and between two families. @see styles/print/content/sommaire.css */
const UNDER_HEADING = toPt(mm(1.5))
const BETWEEN_FAMILIES = toPt(mm(9))
/** From the left of one column to that of the next. @see styles/print/content/indexes.css */
const COLUMN = toPt(mm(columns.page - columns.half))

const heightOf = ({ box: [, bottom, , top] }: ExcerptPiece) => top - bottom

/** Lays the sommaire on as many pages as it needs; a heading stays with its first entry.
 *  @param rest the page after the first @param height of the text area */
export function layContents(
  head: ExcerptPiece,
  rest: ExcerptPiece,
  families: readonly { heading: ExcerptPiece; entries: readonly ExcerptPiece[] }[],
  height: Pt,
): PlacedPiece[][] {
  const pages: PlacedPiece[][] = [[{ piece: head, right: 0, up: 0 }]]
  let depth = heightOf(head)
  const turn = () => {
    pages.push([{ piece: rest, right: 0, up: 0 }])
    depth = 0
  }
  const place = (piece: ExcerptPiece) => {
    pages.at(-1)?.push({ piece, right: 0, up: -depth })
    depth += heightOf(piece)
  }
  for (const { heading, entries } of families) {
    const [first] = entries
    if (depth + heightOf(heading) + UNDER_HEADING + (first ? heightOf(first) : 0) > height) turn()
    place(heading)
    depth += UNDER_HEADING
    for (const entry of entries) {
      if (depth + heightOf(entry) > height) turn()
      place(entry)
    }
    depth += BETWEEN_FAMILIES
  }
  return pages
}

/** Where the titles of the chosen fiches stand on a cover: under their count, above its drawing. */
const COVER_TITLES = { top: toPt(mm(72)), height: toPt(mm(23)) }

/** Lays the titles of the chosen fiches on the cover, in one column or two; more than both hold are only counted. */
export function layTitles(titles: readonly ExcerptPiece[]): PlacedPiece[] {
  const [first, others] = fill(titles, COVER_TITLES.height, COVER_TITLES.height)
  const [second, rest] = fill(others, COVER_TITLES.height, COVER_TITLES.height)
  if (rest.length > 0) return []
  return [first, second].flatMap((column, index) => {
    let depth: number = COVER_TITLES.top
    return column.map(piece => {
      const place = { piece, right: index * COLUMN, up: -depth }
      depth += heightOf(piece)
      return place
    })
  })
}

/** Lays the acronyms in two columns of even height, on as many pages as they need. */
export function layAcronyms(
  head: ExcerptPiece,
  rest: ExcerptPiece,
  items: readonly ExcerptPiece[],
  height: Pt,
): PlacedPiece[][] {
  const pages: PlacedPiece[][] = []
  let queue = [...items]
  while (queue.length > 0) {
    const title = pages.length === 0 ? head : rest
    const from = pages.length === 0 ? heightOf(head) : 0
    const room = height - from
    const total = queue.reduce((sum, item) => sum + heightOf(item), 0)
    const [first, others] = fill(queue, total / 2, room)
    const [second, next] = fill(others, room, room)
    const column = (list: readonly ExcerptPiece[], right: number) => {
      let depth = from
      return list.map(piece => {
        const spot = { piece, right, up: -depth }
        depth += heightOf(piece)
        return spot
      })
    }
    pages.push([{ piece: title, right: 0, up: 0 }, ...column(first, 0), ...column(second, COLUMN)])
    queue = next
  }
  return pages
}

/** As many as begin above a height and end in the room, one at least. */
function fill(
  items: readonly ExcerptPiece[],
  height: number,
  room: number,
): [ExcerptPiece[], ExcerptPiece[]] {
  let depth = 0
  let count = 0
  for (const item of items) {
    if (count > 0 && (depth >= height || depth + heightOf(item) > room)) break
    depth += heightOf(item)
    count++
  }
  return [items.slice(0, count), items.slice(count)]
}
