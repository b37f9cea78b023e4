import type { Folio, Px } from '../../../src/text/index.ts'

/** Left, top, right and bottom from the sheet's top left corner. */
export type MarkBox = [left: Px, top: Px, right: Px, bottom: Px]

/** Meaning of an element of the assembled edition, as it stands in the tab. Absent entries are left out. */
export type Mark = {
  /** Local name: `p`, `svg`. */
  tag: string
  classes: string[]
  page: Folio
  id?: string
  /** Rank of the block in its document (`data-b`): both halves of what a page cuts have the same. */
  block?: string
  /** Goes on from the page before, to the page after. */
  from?: true
  to?: true
  /** Words of a heading (counts left out) or of a link. */
  text?: string
  href?: string
  /** Description of a drawing; empty: nothing to say. */
  alt?: string
  expansion?: string
  language?: string
  /** Level of a heading that no bookmark leads to, as the HTML wrote it: `4`. */
  level?: string
  scope?: string
  /** An ordered list whose numbers are printed. */
  numbered?: true
  /** Box of an element that has an id, of a heading, of a drawing. */
  box?: MarkBox
  /** Lines of a link, and boxes within it, on their pages. */
  lines?: { page: Folio; box: MarkBox }[]
  /** Words to be said instead of the text: some of it is not printed. */
  actual?: string
  /** Names what a composed page cuts: the halves of one element have the same, whatever stands between them. */
  suite?: string
  /** White space at the beginning or at the end of a text that a page cuts. */
  spaced?: true
  parent?: number
  /** Beginning and end of its text in the text of its page. */
  start: number
  end: number
}

export type Marks = {
  /** By number: the mark of element n is `marks[n]`, and its language in the printed file is `…-x-<n in base 36>`. */
  marks: Mark[]
  /** Words that a reading machine should hear of each page, in document order: spaces between words, line feeds between blocks. */
  texts: string[]
}

/** Language under which the element of a mark is printed. */
const NUMBERED = /^(.*)-x-m([0-9a-z]{1,7})$/

/** Number of the mark that a language of the printed file bears, or null. */
export function markOf(language: string | undefined): number | null {
  const match = language === undefined ? null : NUMBERED.exec(language)
  return match?.[2] === undefined ? null : Number.parseInt(match[2], 36)
}

/** Elements that the tags of the PDF need to know. */
const MEANINGFUL =
  'article, section, aside, h1, h2, h3, h4, h5, h6, p, ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tfoot, tr, th, td, figure, figcaption, blockquote, img, svg, strong, em, a[href], abbr[title], .rang, .marge, .texte, .mention, [id], [lang], :has(> .hors-vue)'
const blank = /[ \t\r\n\f]+/g
const clean = (text: string) => text.replace(blank, ' ').trim()

/** Runs in the tab, once nothing is measured any more. Numbers every element that the tags of the PDF need to know. Chromium writes neither
 *  ids nor classes into a PDF, but languages: `fr-x-m1c` is still French (RFC 5646 §2.2.7), and tells element 48 from any other. */
export function markElements(): Marks {
  const marks: Mark[] = []
  const elements: Element[] = []
  const texts: string[] = []
  // Said so far of the page; a count beside a heading, and what only a reading machine hears, apart.
  let spoken = ''
  for (const [index, page] of document.querySelectorAll('.pagedjs_page').entries()) {
    const zone = page.querySelector('.zone')
    if (!zone) throw new Error('a page without text area')
    spoken = ''
    for (const child of zone.childNodes)
      read(child, undefined, (index + 1) as Folio, page.getBoundingClientRect())
    texts.push(spoken)
  }
  // Written last: each change would have the styles computed again.
  for (const [index, element] of elements.entries()) {
    const base = element.closest('[lang]')?.getAttribute('lang') ?? 'fr'
    element.setAttribute('lang', `${base.replace(/-x-.*$/, '')}-x-m${index.toString(36)}`)
  }
  return { marks, texts }

  function read(node: Node, parent: number | undefined, page: Folio, sheet: DOMRect): void {
    if (node instanceof Text) spoken += node.data.replace(blank, ' ')
    if (!(node instanceof Element) || node.ariaHidden === 'true') return
    const display = getComputedStyle(node).display
    if (display === 'none') return
    // A text printed for nobody is said by the element around it.
    if (node.matches('.hors-vue')) return
    if (node.localName === 'br') spoken += ' '
    const block = !display.startsWith('inline') && display !== 'contents'
    if (block) spoken += '\n'
    let number = parent
    if (node.matches(MEANINGFUL)) {
      number = marks.length
      marks.push(noteOf(node, page, sheet))
      elements.push(node)
    }
    const mark = number === parent || number === undefined ? undefined : marks[number]
    if (mark && parent !== undefined) mark.parent = parent
    if (mark) mark.start = spoken.length
    if (!(node instanceof SVGElement)) for (const child of node.childNodes) read(child, number, page, sheet)
    if (mark) mark.end = spoken.length
    if (block) spoken += '\n'
  }
}

function noteOf(element: Element, page: Folio, sheet: DOMRect): Mark {
  const tag = element.localName
  const mark: Mark = { tag, classes: [...element.classList], page, start: 0, end: 0 }
  const attribute = (name: string) => element.getAttribute(name) ?? undefined
  const [id, block, language] = [attribute('id'), attribute('data-b'), attribute('lang')]
  if (id) mark.id = id
  if (block) mark.block = block
  if (language) mark.language = language
  const [suite, level] = [attribute('data-suite'), attribute('data-niveau')]
  if (suite) mark.suite = suite
  if (level) mark.level = level
  if (element.hasAttribute('data-coupe-haut')) mark.from = true
  if (element.hasAttribute('data-coupe-bas')) mark.to = true
  const text = Array.from(element.childNodes, node =>
    node instanceof Element && node.matches('.reprise') ? '' : (node.textContent ?? ''),
  ).join('')
  if ((mark.from && /^\s/.test(text)) || (mark.to && /\s$/.test(text))) mark.spaced = true
  const heading = /^h[1-6]$/.test(tag)
  const drawing = tag === 'svg' || tag === 'img'
  if (heading) mark.text = wordsOf(element, 'small, [aria-hidden="true"]')
  if (tag === 'a') {
    mark.text = wordsOf(element, '[aria-hidden="true"]')
    mark.href = attribute('href') ?? ''
    mark.lines = [element, ...element.querySelectorAll('*')].flatMap(inner =>
      Array.from(inner.getClientRects(), rect => ({ page, box: boxIn(rect) })),
    )
  }
  if (element.querySelector(':scope > .hors-vue')) mark.actual = wordsOf(element, '[aria-hidden="true"]')
  // « Villeurbanne : », said before the title of its example.
  if (element.matches('.exemple > .lieu')) mark.actual = `${wordsOf(element, '[aria-hidden="true"]')}\u00a0: `
  if (tag === 'abbr') mark.expansion = attribute('title') ?? ''
  if (drawing) mark.alt = clean(attribute(tag === 'img' ? 'alt' : 'aria-label') ?? '')
  if (tag === 'ol' && getComputedStyle(element).listStyleType === 'decimal') mark.numbered = true
  if (element instanceof HTMLTableCellElement && tag === 'th')
    mark.scope = element.scope || (element.closest('thead') ? 'col' : 'row')
  if (id || heading || drawing) mark.box = boxIn(element.getBoundingClientRect())
  return mark

  function boxIn({ left, top, right, bottom }: DOMRect): MarkBox {
    const sides = [left - sheet.left, top - sheet.top, right - sheet.left, bottom - sheet.top]
    return sides.map(length => Math.round(length * 100) / 100) as MarkBox
  }
}

/** The text of an element without what `left` chooses; what stands on a line or in a box of its own is a word of its own. */
function wordsOf(element: Element, left: string): string {
  let words = ''
  const walk = (node: Node) => {
    if (node instanceof Text) words += node.data
    if (!(node instanceof HTMLElement) || node.matches(left)) return
    const apart = node.localName === 'br' || !getComputedStyle(node).display.startsWith('inline')
    if (apart) words += ' '
    for (const child of node.childNodes) walk(child)
    if (apart) words += ' '
  }
  walk(element)
  return clean(words)
}
