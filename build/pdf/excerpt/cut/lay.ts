import { type Choice, chosenOf, type ExcerptedFiche, type ExcerptList } from '../../../../src/kit/index.ts'
import { columns, excerpt, mm, type Pt, toPt } from '../../../../src/text/index.ts'

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

/** A piece on a page: how far from where it stands on its own it is moved, in pt. */
export type Placed<P> = { piece: P; right: number; up: number }

/** What is laid is known by its height, in pt. */
type Piece = { height: number }

/** Between the heading of a family and its entries, and between two families. */
const UNDER_HEADING = toPt(mm(excerpt.underHeading))
const BETWEEN_FAMILIES = toPt(mm(excerpt.betweenFamilies))
/** From the left of one column to that of the next. */
const COLUMN = toPt(mm(columns.page - columns.half))

/** Lays the sommaire on as many pages as it needs; a heading stays with its first entry.
 *  @param rest the page after the first @param height of the text area */
export function layContents<P extends Piece>(
  head: P,
  rest: P,
  families: readonly { heading: P; entries: readonly P[] }[],
  height: Pt,
): Placed<P>[][] {
  const pages: Placed<P>[][] = [[{ piece: head, right: 0, up: 0 }]]
  let depth = head.height
  const turn = () => {
    pages.push([{ piece: rest, right: 0, up: 0 }])
    depth = 0
  }
  const place = (piece: P) => {
    pages.at(-1)?.push({ piece, right: 0, up: -depth })
    depth += piece.height
  }
  for (const { heading, entries } of families) {
    const [first] = entries
    if (depth + heading.height + UNDER_HEADING + (first ? first.height : 0) > height) turn()
    place(heading)
    depth += UNDER_HEADING
    for (const entry of entries) {
      if (depth + entry.height > height) turn()
      place(entry)
    }
    depth += BETWEEN_FAMILIES
  }
  return pages
}

/** Where the titles of the chosen fiches stand on a cover: under their count, above its drawing. */
const COVER_TITLES = {
  top: toPt(mm(excerpt.titles.top)),
  height: toPt(mm(excerpt.titles.height)),
}

/** Lays the titles of the chosen fiches on the cover, in one column or two; more than both hold are only counted. */
export function layTitles<P extends Piece>(titles: readonly P[]): Placed<P>[] {
  const [first, others] = fill(titles, COVER_TITLES.height, COVER_TITLES.height)
  const [second, rest] = fill(others, COVER_TITLES.height, COVER_TITLES.height)
  if (rest.length > 0) return []
  return [first, second].flatMap((column, index) => {
    let depth: number = COVER_TITLES.top
    return column.map(piece => {
      const place = { piece, right: index * COLUMN, up: -depth }
      depth += piece.height
      return place
    })
  })
}

/** Lays the acronyms in two columns of even height, on as many pages as they need. */
export function layAcronyms<P extends Piece>(
  head: P,
  rest: P,
  items: readonly P[],
  height: Pt,
): Placed<P>[][] {
  const pages: Placed<P>[][] = []
  let queue = [...items]
  while (queue.length > 0) {
    const title = pages.length === 0 ? head : rest
    const from = pages.length === 0 ? head.height : 0
    const room = height - from
    const total = queue.reduce((sum, item) => sum + item.height, 0)
    const [first, others] = fill(queue, total / 2, room)
    const [second, next] = fill(others, room, room)
    const column = (list: readonly P[], right: number) => {
      let depth = from
      return list.map(piece => {
        const spot = { piece, right, up: -depth }
        depth += piece.height
        return spot
      })
    }
    pages.push([{ piece: title, right: 0, up: 0 }, ...column(first, 0), ...column(second, COLUMN)])
    queue = next
  }
  return pages
}

/** As many as begin above a height and end in the room, one at least. */
function fill<P extends Piece>(items: readonly P[], height: number, room: number): [P[], P[]] {
  let depth = 0
  let count = 0
  for (const item of items) {
    if (count > 0 && (depth >= height || depth + item.height > room)) break
    depth += item.height
    count++
  }
  return [items.slice(0, count), items.slice(count)]
}

/** Finds the pieces that a choice takes: each of its families with the entries of the sommaire, and its acronyms in the kit's order. */
export function piecesOf<P>(
  list: Pick<ExcerptList, 'families'>,
  choices: readonly ExcerptedFiche[],
  pieceOf: (name: string) => P,
): { families: { heading: P; entries: P[] }[]; acronyms: P[] } {
  const families = list.families.flatMap(family => {
    const members = choices.filter(fiche => fiche.family === family)
    if (members.length === 0) return []
    const entries = members.map(({ id }) => pieceOf(pieceName.entry(id)))
    return [{ heading: pieceOf(pieceName.family(family)), entries }]
  })
  const ranks = [...new Set(choices.flatMap(({ acronyms }) => acronyms))].sort((a, b) => a - b)
  return { families, acronyms: ranks.map(rank => pieceOf(pieceName.acronym(rank))) }
}

/** Counts the pages that the PDF of a choice has. @throws RangeError as `chosenOf` does */
export function countPages(list: ExcerptList, choice: Choice): number {
  const chosen = chosenOf(list, choice)
  const piece = (key: string) => ({ height: list.heights[key] ?? 0 })
  const height = toPt(mm(list.textHeight))
  const rest = piece(pieceName.rest)
  const { families, acronyms } = piecesOf(list, chosen, piece)
  const contents = layContents(piece(pieceName.contents), rest, families, height)
  const fiches = chosen.reduce(
    (count, { first, last }) => count + blanksBefore(first, count, choice) + last - first + 1,
    choice.bare ? 0 : 1 + contents.length,
  )
  return choice.bare ? fiches : fiches + layAcronyms(piece(pieceName.acronyms), rest, acronyms, height).length
}

/** Printed on both sides, an odd folio is the front of a leaf. @param count of the pages before */
export const blanksBefore = (folio: number, count: number, { duplex }: Pick<Choice, 'duplex'>): number =>
  duplex && count % 2 !== (folio - 1) % 2 ? 1 : 0
