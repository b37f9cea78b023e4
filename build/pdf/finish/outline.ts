import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib'
import type { Mark } from '../accessible/marks.ts'
import { PrintError } from '../faults.ts'
import type { View } from './views.ts'

/** A bookmark, with those under it. */
export type Bookmark = { title: string; view: View; under: Bookmark[] }

export type BookmarkedDocument = {
  id: string
  first: number
  last: number
  /** Before the title: the number of a fiche. */
  number: number | null
  /** Its title where it prints none. */
  title: string
}

/** Bookmarks of an edition: its documents, under each its sections, under each its levers.
 *  @throws PrintError when a heading has no words or stands outside of every document */
export function bookmarksOf(
  documents: readonly BookmarkedDocument[],
  marks: readonly Mark[],
  viewOf: (mark: Mark | { page: number }) => View,
): Bookmark[] {
  const headings = marks.filter(({ tag }) => /^h[1-6]$/.test(tag))
  const bookmarks = documents.map(({ first, last, number, title }): Bookmark => {
    const own = headings.filter(({ page }) => page >= first && page <= last)
    const [head] = own.filter(({ tag }) => tag === 'h1')
    const top: Bookmark = {
      title: `${number === null ? '' : `${number}. `}${head?.text || title}`,
      view: viewOf({ page: first }),
      under: [],
    }
    const path = [{ level: 1, bookmark: top }]
    for (const heading of own) {
      if (heading === head) continue
      const level = Number(heading.tag.slice(1))
      if (!heading.text) throw new PrintError(`un titre de la page ${heading.page} n’a pas de mots`)
      while (path.length > 1 && (path.at(-1)?.level ?? 0) >= level) path.pop()
      const bookmark: Bookmark = { title: heading.text, view: viewOf(heading), under: [] }
      path.at(-1)?.bookmark.under.push(bookmark)
      path.push({ level, bookmark })
    }
    return top
  })
  const count = (list: readonly Bookmark[]): number =>
    list.reduce((sum, { under }) => sum + 1 + count(under), 0)
  const untitled = documents.filter(
    ({ first, last }) => !headings.some(({ tag, page }) => tag === 'h1' && page >= first && page <= last),
  )
  if (count(bookmarks) !== headings.length + untitled.length)
    throw new PrintError(`${count(bookmarks)} signets pour ${headings.length} titres`)
  return bookmarks
}

/** Writes the outline. Closed: the documents are seen, what is under them opens at a click.
 *  @see ISO 32000-1 §12.3.3 */
export function writeOutline(
  { context, catalog }: PDFDocument,
  bookmarks: readonly Bookmark[],
  state: 'open' | 'closed' = 'closed',
): void {
  const sizeOf = (list: readonly Bookmark[]): number =>
    list.reduce((sum, { under }) => sum + 1 + (state === 'open' ? sizeOf(under) : 0), 0)
  const write = (list: readonly Bookmark[], parent: PDFRef): { first: PDFRef; last: PDFRef } | undefined => {
    const refs = list.map(() => context.nextRef())
    for (const [index, { title, view, under }] of list.entries()) {
      const ref = refs[index] as PDFRef
      const entry = PDFDict.withContext(context)
      entry.set(PDFName.of('Title'), PDFHexString.fromText(title))
      entry.set(PDFName.of('Parent'), parent)
      entry.set(PDFName.of('Dest'), context.obj(view))
      const [previous, next] = [refs[index - 1], refs[index + 1]]
      if (previous) entry.set(PDFName.of('Prev'), previous)
      if (next) entry.set(PDFName.of('Next'), next)
      const kids = write(under, ref)
      if (kids) {
        entry.set(PDFName.of('First'), kids.first)
        entry.set(PDFName.of('Last'), kids.last)
        // How many are seen when it is open; negative: it is closed.
        entry.set(PDFName.of('Count'), context.obj(state === 'open' ? sizeOf(under) : -under.length))
      }
      context.assign(ref, entry)
    }
    const [first, last] = [refs[0], refs.at(-1)]
    return first && last ? { first, last } : undefined
  }
  const ref = context.nextRef()
  const ends = write(bookmarks, ref)
  context.assign(
    ref,
    context.obj({
      Type: 'Outlines',
      ...(ends && { First: ends.first, Last: ends.last }),
      Count: bookmarks.length,
    }),
  )
  catalog.set(PDFName.of('Outlines'), ref)
}
