import {
  attributeOf,
  changed,
  elementsOf,
  hasClass,
  insert,
  type MarkupElement,
  type TextEdit,
} from '../../src/problems/index.ts'
import type { Chapter } from './chapters.ts'

/** Holds the pages of the printed edition of the same build. Page numbers are folios, from 1. */
export type PrintedPages = {
  /** First and last page of each document, in the order of the book. */
  documents: readonly { id: string; first: number; last: number }[]
  /** Document → for each of its pages, the `data-b` of the first block that begins there; null: none does. */
  blocks: Readonly<Record<string, readonly (number | null)[]>>
}

export type PageTarget = { page: number; href: string }

/** Marks the beginning of each printed page in the chapters, then removes `data-b`. Every page of the document gets a mark:
 *  last pages without a block stand at the chapter's end.
 *  @throws when a block cannot be found: the editions disagree */
export function markPages(
  chapters: readonly Chapter[],
  pages: PrintedPages,
): { chapters: Chapter[]; targets: PageTarget[] } {
  const targets: PageTarget[] = []
  const documents = new Map(pages.documents.map(document => [document.id, document]))
  const changes = chapters.map(chapter => {
    const range = documents.get(chapter.item.id)
    if (!range) return { ...chapter, xhtml: markedWith(chapter, null) }
    const count = range.last - range.first + 1
    const { places, end } = placesOf(range.first, count, pages.blocks[chapter.item.id] ?? [])
    const xhtml = markedWith(chapter, { first: range.first, places, end })
    for (const page of [range.first, ...[...places.values()].flat(), ...end]) {
      targets.push({ page, href: `${chapter.href}#page-${page}` })
    }
    return { ...chapter, xhtml }
  })
  return { chapters: changes, targets }
}

/** Marks of one chapter: its first page, pages that begin before a block, pages after all blocks. */
type ChapterMarks = { first: number; places: ReadonlyMap<number, number[]>; end: number[] }

function markedWith({ xhtml, href }: Chapter, marks: ChapterMarks | null): string {
  const elements = elementsOf(xhtml, true)
  const numbers = elements.flatMap(({ attributes }): TextEdit[] => {
    const number = attributes.get('data-b')
    return number ? [{ start: number.start - 1, end: number.end, text: '' }] : []
  })
  if (marks === null) return changed(xhtml, numbers)
  const changes = [
    markStart(elements, href, marks.first),
    ...markEnd(elements, marks.end),
    ...[...marks.places].map(([block, pages]) => markBlock(elements, href, block, pages)),
  ]
  return changed(xhtml, [...changes, ...numbers])
}

/** Maps each block to the pages to mark before it, in order, and gives the pages after every block; the first page is apart.
 *  Print sets the margin before the text, so a page may open with a block that the e-book reads later. The mark goes to the
 *  earliest block of that page and the next ones. */
function placesOf(
  first: number,
  count: number,
  blocks: readonly (number | null)[],
): { places: Map<number, number[]>; end: number[] } {
  const places = new Map<number, number[]>()
  const end: number[] = []
  let earliest: number | null = null
  for (let index = count - 1; index > 0; index--) {
    const block = blocks[index] ?? null
    if (block !== null) earliest = earliest === null ? block : Math.min(earliest, block)
    if (earliest === null) end.unshift(first + index)
    else places.set(earliest, [first + index, ...(places.get(earliest) ?? [])])
  }
  return { places: new Map([...places].sort(([a], [b]) => a - b)), end }
}

const mark = (page: number) =>
  `<span id="page-${page}" epub:type="pagebreak" role="doc-pagebreak" aria-label="${page}"></span>`

/** Tells the mark of a printed page from other elements. */
export const isPageMark = (element: MarkupElement): boolean =>
  attributeOf(element, 'epub:type') === 'pagebreak'

/** At the beginning of the chapter's section. */
function markStart(elements: readonly MarkupElement[], href: string, page: number): TextEdit {
  const section = elements.find(({ parent }) => parent?.name === 'body')
  if (!section || !/^(?:section|nav|div|main)$/.test(section.name))
    throw new Error(`${href} does not open with a section: page ${page} has no place`)
  return insert(section.inside, mark(page))
}

/** Before the supporters of a fiche, which are no block and end it in print, else at the end of the chapter's section. */
function markEnd(elements: readonly MarkupElement[], pages: readonly number[]): TextEdit[] {
  const supporters = elements.find(element => element.name === 'p' && hasClass(element, 'soutien'))
  const section = elements.findLast(({ parent }) => parent?.name === 'body')
  const at = supporters?.start ?? section?.outside
  return at === undefined || pages.length === 0 ? [] : [insert(at, pages.map(mark).join(''))]
}

/** Inside its element where nothing may stand before it (`li`, `td` …), else before it: never inside a heading. */
function markBlock(
  elements: readonly MarkupElement[],
  href: string,
  block: number,
  pages: readonly number[],
): TextEdit {
  const element = elements.find(element => attributeOf(element, 'data-b') === String(block))
  if (!element) throw new Error(`${href}: page ${pages[0]} begins at block ${block}, which is not there`)
  const inside = /^(?:li|dt|dd|td|th)$/.test(element.name)
  return insert(inside ? element.inside : element.start, pages.map(mark).join(''))
}

const folioMark = (page: number) => `<span class="p">p.\u00a0${page}</span>`

/** Writes the printed page after each cross-reference, inside the link that says the fiche's title, and into the slots
 *  `<span class="folio" data-page="ID"></span>` of the sommaire. */
export function writeFolios(chapters: readonly Chapter[], pages: PrintedPages): Chapter[] {
  const pageOf = new Map(pages.documents.map(({ id, first }) => [id, first]))
  const pageOfHref = new Map(chapters.map(({ item, href }) => [href, pageOf.get(item.id)]))
  return chapters.map(chapter => ({ ...chapter, xhtml: fill(chapter.xhtml, { pageOf, pageOfHref }) }))
}

type PageTable = ReadonlyMap<string, number | undefined>

function fill(xhtml: string, { pageOf, pageOfHref }: Record<'pageOf' | 'pageOfHref', PageTable>): string {
  const changes = elementsOf(xhtml, true).flatMap((element): TextEdit[] => {
    if (element.name === 'a' && hasClass(element, 'renvoi')) {
      const page = pageOfHref.get(attributeOf(element, 'href')?.split('#')[0] ?? '')
      return page === undefined ? [] : [insert(element.outside, ` ${folioMark(page)}`)]
    }
    const id = attributeOf(element, 'data-page')
    if (element.name !== 'span' || !hasClass(element, 'folio') || id === undefined) return []
    const page = pageOf.get(id)
    const text = page === undefined ? '' : `<span class="folio">${folioMark(page)}</span>`
    return [{ start: element.start, end: element.end, text }]
  })
  return changed(xhtml, changes)
}
