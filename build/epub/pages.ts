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
  let last = 0
  const marked = chapters.map(chapter => {
    const printed = pages?.documents.find(({ id }) => id === chapter.item.id)
    if (!pages || !printed) return { ...chapter, xhtml: withoutNumbers(chapter.xhtml) }
    if (printed.first <= last) {
      throw new Error(
        `${chapter.href} begins on page ${printed.first}, but page ${last} stands before it in the book`,
      )
    }
    last = printed.last
    const count = printed.last - printed.first + 1
    const { places, end } = placesOf(printed.first, count, pages.blocks[chapter.item.id] ?? [])
    let xhtml = markEnd(markStart(chapter, printed.first), end)
    for (const [block, numbers] of places) xhtml = markBlock(xhtml, chapter.href, block, numbers)
    for (const page of [printed.first, ...[...places.values()].flat(), ...end]) {
      targets.push({ page, href: `${chapter.href}#page-${page}` })
    }
    return { ...chapter, xhtml: withoutNumbers(xhtml) }
  })
  return { chapters: marked, targets }
}

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

function markStart({ xhtml, href }: Chapter, page: number): string {
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

/** Inside its element where nothing may stand before it (`li`, `tr` …), else before it: never inside a heading. */
function markBlock(xhtml: string, href: string, block: number, numbers: readonly number[]): string {
  const found = new RegExp(`<([a-z][a-z0-9]*)\\b[^<>]* data-b="${block}"[^<>]*>`).exec(xhtml)
  if (!found) throw new Error(`${href}: page ${numbers[0]} begins at block ${block}, which is not there`)
  const inside = /^(?:li|dt|dd|td|th)$/.test(found[1] ?? '')
  const at = found.index + (inside ? found[0].length : 0)
  return xhtml.slice(0, at) + numbers.map(mark).join('') + xhtml.slice(at)
}

const withoutNumbers = (xhtml: string) => xhtml.replace(/(<[a-z][^<>]*?) data-b="\d+"/g, '$1')
