import { rememberTold } from '../../src/remember.ts'
import type { Chapter } from './chapters.ts'

/** Where the printed edition of this very build begins its pages. Page numbers are folios, from 1. */
export type PrintedPages = {
  /** Anchor of the printed edition (`slug`, `slug--ancre`) → its page. */
  pageOf: Readonly<Record<string, number>>
  /** First and last page of each document, in the order of the book. */
  documents: readonly { id: string; first: number; last: number }[]
  /** Document → for each of its pages, the `data-b` of the first block that begins there; null: none does. */
  blocks: Readonly<Record<string, readonly (number | null)[]>>
}

export type PageTarget = { page: number; href: string }

/** Marks in the chapters where each printed page begins; `data-b` is taken out afterwards.
 *  Every page of the document gets one: those without any block after the last that has one stand at the chapter's end.
 *  @throws when pages go backwards from one chapter to the next, or a block cannot be found: the editions disagree */
export function markPages(
  chapters: readonly Chapter[],
  pages: PrintedPages | null,
): { chapters: Chapter[]; targets: PageTarget[] } {
  const targets: PageTarget[] = []
  const documents = new Map(pages?.documents.map(document => [document.id, document]))
  let last = 0
  const marked = chapters.map(chapter => {
    const printed = documents.get(chapter.item.id)
    if (!pages || !printed) return { ...chapter, xhtml: markedWith(chapter, null) }
    if (printed.first <= last) {
      throw new Error(
        `${chapter.href} begins on page ${printed.first}, but page ${last} stands before it in the book`,
      )
    }
    last = printed.last
    const count = printed.last - printed.first + 1
    const { places, end } = placesOf(printed.first, count, pages.blocks[chapter.item.id] ?? [])
    const xhtml = markedWith(chapter, { first: printed.first, places: [...places], end })
    for (const page of [printed.first, ...[...places.values()].flat(), ...end]) {
      targets.push({ page, href: `${chapter.href}#page-${page}` })
    }
    return { ...chapter, xhtml }
  })
  return { chapters: marked, targets }
}

/** Marks of one chapter: its first page, the pages that begin before some of its blocks, and those after all of them. */
type Marks = { first: number; places: [block: number, pages: number[]][]; end: number[] }

function markedWith({ xhtml, href }: Chapter, marks: Marks | null): string {
  return markChapter(xhtml, { marks: () => JSON.stringify({ href, marks }) })
}

const markChapter = rememberTold((xhtml, asks: { marks(): string }) => {
  const { href, marks }: { href: string; marks: Marks | null } = JSON.parse(asks.marks())
  if (marks === null) return withoutNumbers(xhtml)
  let marked = markEnd(markStart(xhtml, href, marks.first), marks.end)
  for (const [block, numbers] of marks.places) marked = markBlock(marked, href, block, numbers)
  return withoutNumbers(marked)
})

/** Block → pages to mark before it, in order, the document's first page apart; and the pages after every block. Print sets
 *  the margin before the text, so a page may open with a block that the e-book reads later: the mark goes to the earliest
 *  block of that page and the next ones. */
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

function markStart(xhtml: string, href: string, page: number): string {
  const opening = /<body\b[^>]*>\s*<(?:section|nav|div|main)\b[^>]*>/.exec(xhtml)
  if (!opening) throw new Error(`${href} does not open with a section: page ${page} has no place`)
  const at = opening.index + opening[0].length
  return xhtml.slice(0, at) + mark(page) + xhtml.slice(at)
}

/** Before the foot of a fiche, which has no blocks, else before the chapter's last closing tag. */
function markEnd(xhtml: string, pages: readonly number[]): string {
  const marks = pages.map(mark).join('')
  return xhtml.replace(/<div class="fiche-pied">|<\/\w+>\s*<\/body>/, place => `${marks}${place}`)
}

/** Inside its element where nothing may stand before it (`li`, `td` …), else before it: never inside a heading. */
function markBlock(xhtml: string, href: string, block: number, numbers: readonly number[]): string {
  const attribute = ` data-b="${block}"`
  let place = -1
  let start = -1
  // In a tag: what stands in a text is the author's.
  do {
    place = xhtml.indexOf(attribute, place + 1)
    start = xhtml.lastIndexOf('<', place)
    if (place < 0) throw new Error(`${href}: page ${numbers[0]} begins at block ${block}, which is not there`)
  } while (xhtml.lastIndexOf('>', place) > start)
  const inside = /^<(?:li|dt|dd|td|th)\b/.test(xhtml.slice(start, start + 4))
  const at = inside ? xhtml.indexOf('>', place) + 1 : start
  return xhtml.slice(0, at) + numbers.map(mark).join('') + xhtml.slice(at)
}

const withoutNumbers = (xhtml: string) => xhtml.replace(/(<[a-z][^<>]*?) data-b="\d+"/g, '$1')
