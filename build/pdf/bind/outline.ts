import { PrintError } from '../faults.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { type Ref, Text } from '../object/values.ts'
import type { Mark } from '../print/marks.ts'
import type { View } from '../tag/views.ts'

/** A bookmark, with those under it. */
export type Bookmark = { title: string; view: View; under: Bookmark[] }

export type BookmarkedDocument = {
  /** Before the title: the number of a fiche. */
  number: number | null
  /** Its title where it prints none, or one that another document before it has: a back cover repeats the cover's. */
  title: string
}

/** The bookmark of a document: under it its sections, under each its levers.
 *  @throws PrintError when a heading has no words */
export function bookmarkOf(
  { number, title }: BookmarkedDocument,
  marks: readonly Mark[],
  viewOf: (mark: Mark | { page: number }) => View,
): Bookmark {
  const headings = marks.filter(({ tag }) => /^h[1-6]$/.test(tag))
  const head = headings.find(({ tag }) => tag === 'h1')
  const top: Bookmark = {
    title: `${number === null ? '' : `${number}. `}${head?.text || title}`,
    view: viewOf({ page: 1 }),
    under: [],
  }
  const path = [{ level: 1, bookmark: top }]
  for (const heading of headings) {
    if (heading === head) continue
    const level = Number(heading.tag.slice(1))
    if (!heading.text) throw new PrintError(`un titre de « ${title} » n’a pas de mots`)
    while (path.length > 1 && (path.at(-1)?.level ?? 0) >= level) path.pop()
    const bookmark: Bookmark = { title: heading.text, view: viewOf(heading), under: [] }
    path.at(-1)?.bookmark.under.push(bookmark)
    path.push({ level, bookmark })
  }
  return top
}

/** The bookmarks of an edition: one that repeats another's title takes the name of its document.
 *  @param bookmarks one a document, in their order */
export function tellApart(
  bookmarks: readonly Bookmark[],
  documents: readonly BookmarkedDocument[],
): Bookmark[] {
  const named = new Set<string>()
  return bookmarks.map((bookmark, index) => {
    const title = named.has(bookmark.title) ? documents[index]?.title : undefined
    named.add(bookmark.title)
    return title === undefined ? bookmark : { ...bookmark, title }
  })
}

/** Writes the outline. Closed: the documents are seen, what is under them opens at a click.
 *  @see ISO 32000-1 §12.3.3 */
export function writeOutline(
  file: PdfFile,
  bookmarks: readonly Bookmark[],
  state: 'open' | 'closed' = 'closed',
): void {
  const sizeOf = (list: readonly Bookmark[]): number =>
    list.reduce((sum, { under }) => sum + 1 + sizeOf(under), 0)
  const write = (list: readonly Bookmark[], parent: Ref): { first: Ref; last: Ref } | undefined => {
    const refs = list.map(() => file.reserve())
    for (const [index, { title, view, under }] of list.entries()) {
      const ref = refs[index] as Ref
      const kids = write(under, ref)
      const entry = file.dict({
        Title: Text.of(title),
        Parent: parent,
        Dest: view,
        Prev: refs[index - 1],
        Next: refs[index + 1],
        First: kids?.first,
        Last: kids?.last,
        // How many are seen when it is open; negative: it is closed.
        Count: kids ? (state === 'open' ? sizeOf(under) : -under.length) : undefined,
      })
      file.set(ref, entry)
    }
    const [first, last] = [refs[0], refs.at(-1)]
    return first && last ? { first, last } : undefined
  }
  const ref = file.reserve()
  const ends = write(bookmarks, ref)
  const seen = state === 'open' ? sizeOf(bookmarks) : bookmarks.length
  file.set(ref, file.dict({ Type: 'Outlines', First: ends?.first, Last: ends?.last, Count: seen }))
  file.catalog.set('Outlines', ref)
}
