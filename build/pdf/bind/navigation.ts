import { PrintError } from '../../paper/browser.ts'
import type { Mark } from '../../paper/index.ts'
import type { PdfFile, Plain } from '../object/pdf-file.ts'
import { Dict, List, name, type Ref, Text, type Value } from '../object/values.ts'

export type Bookmark = { title: string; view: PageView; under: Bookmark[] }

export type BookmarkedDocument = {
  /** Before the title: the number of a fiche. */
  number: number | null
  /** Title of a document that prints none, or repeats an earlier one: a back cover repeats the cover's. */
  title: string
}

/** The bookmark of a document: under it its sections, under each its levers.
 *  @throws PrintError when a heading has no words */
export function bookmarkOf(
  { number, title }: BookmarkedDocument,
  marks: readonly Mark[],
  viewOf: (mark: Mark | { page: number }) => PageView,
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

/** Makes the bookmarks of an edition distinct: a repeated title gets the name of its document. @param bookmarks one a
 *  document, in their order */
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

/** Writes the outline. Closed: the documents are seen, what is under them opens at a click. @see ISO 32000-1 §12.3.3 */
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
        // Counts the bookmarks seen when it is open; negative: it is closed.
        Count: kids ? (state === 'open' ? sizeOf(under) : -under.length) : undefined,
      })
      file.set(ref, entry)
    }
    const [first, last] = [refs[0], refs.at(-1)]
    return first && last ? { first, last } : undefined
  }
  const ref = file.reserve()
  const ends = write(bookmarks, ref)
  const count = state === 'open' ? sizeOf(bookmarks) : bookmarks.length
  file.set(ref, file.dict({ Type: 'Outlines', First: ends?.first, Last: ends?.last, Count: count }))
  file.catalog.set('Outlines', ref)
}

export function readOutline(catalog: Dict): Bookmark[] {
  const read = (parent: Dict | undefined): Bookmark[] => {
    const list: Bookmark[] = []
    let entry = parent?.find('First', Dict)
    while (entry) {
      list.push({
        title: entry.text('Title') ?? '',
        view: entry.need('Dest', List).items,
        under: read(entry),
      })
      entry = entry.find('Next', Dict)
    }
    return list
  }
  return read(catalog.find('Outlines', Dict))
}

/** Names every place with an id, linked or not: other editions open the kit there (`kit.pdf#scic`). @see ISO 32000-1 §12.3.2.3 */
export function nameDestinations(
  file: PdfFile,
  marks: readonly Mark[],
  viewOf: (mark: Mark) => PageView,
): void {
  const names = file.dict()
  for (const mark of marks) {
    if (mark.id === undefined) continue
    if (!/^[\w-]+$/.test(mark.id)) throw new PrintError(`l’ancre « ${mark.id} » n’est pas en lettres simples`)
    names.set(mark.id, file.list(viewOf(mark)))
  }
  file.catalog.set('Dests', file.add(names))
}

/** Pages that follow each other, with numbers that follow each other. */
export type FolioRun = {
  count: number
  /** Number of its first page; null: its pages have none. */
  first: number | null
  /** Roman: of what stands before and after the pages of the kit. */
  numerals?: 'roman'
}

/** Makes viewers show the printed page numbers. @see ISO 32000-1 §12.4.2 */
export function labelPages(file: PdfFile, runs: readonly FolioRun[]): void {
  const labels: Plain[] = []
  let at = 0
  for (const { count, first, numerals } of runs) {
    labels.push(
      at,
      first === null ? {} : { S: numerals === 'roman' ? 'r' : 'D', St: first === 1 ? undefined : first },
    )
    at += count
  }
  file.catalog.set('PageLabels', file.dict({ Nums: labels }))
}

/** A place of a page that a viewer shows: `[page /XYZ left top zoom]`. @see ISO 32000-1 §12.3.2.2 */
type PageView = Value[]

/** White that stays visible above a heading that is gone to, in pt. */
const ABOVE = 12

/** Makes the views of a file's pages. A document is seen from the top of its page. @param scale by which the pages will be enlarged */
export function createViews(file: PdfFile, scale: number): (mark: Mark | { page: number }) => PageView {
  const sheets = file.pages.map(page => {
    const [left, bottom, , top] = page.box('CropBox') ?? page.box('MediaBox') ?? [0, 0, 0, 0]
    return { ref: page.ref, left, bottom, top }
  })
  return mark => {
    const sheet = sheets[mark.page - 1]
    if (!sheet) throw new RangeError(`the file has no page ${mark.page}`)
    // Both boxes lie in the middle of the sheet.
    const sheetHeight = sheet.top + sheet.bottom
    const box = 'box' in mark && mark.tag !== 'article' ? mark.box : undefined
    const top = box ? Math.min(sheet.top, sheetHeight - box[1] * 0.75 + ABOVE) : sheet.top
    return [sheet.ref, name('XYZ'), round(sheet.left * scale), round(top * scale), null]
  }
}

const round = (length: number) => Math.round(length * 100) / 100
