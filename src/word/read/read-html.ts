import { parseDocument } from 'htmlparser2'
import { inBrackets, plainRun, textOf, tidyRuns, type WordRun } from '../element.ts'
import { paragraphsOf, type WordElement, type WordParagraph } from './manuscript.ts'
import { raisedText } from './xml.ts'

type HtmlRoot = ReturnType<typeof parseDocument>
type HtmlNode = HtmlRoot['children'][number]
type HtmlElement = Extract<HtmlNode, { attribs: Record<string, string> }>

/** How the elements around words set them, and the paragraph that they stand in. */
type HtmlPlace = Pick<WordRun, 'bold' | 'italic' | 'code' | 'href'> &
  Pick<WordParagraph, 'style' | 'heading' | 'list'> & {
    raised: boolean
    /** The lists around an item, from the outermost. */
    lists: readonly { id: string; ordered: boolean; start: number }[]
  }

const outside: HtmlPlace = {
  bold: false,
  italic: false,
  code: false,
  href: null,
  style: '',
  heading: null,
  list: null,
  raised: false,
  lists: [],
}

const silent = new Set(
  'head title script style template noscript svg button select textarea iframe'.split(' '),
)
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary ul'.split(
    ' ',
  ),
)

/** Styles of Word by the classes that it writes. */
const classes: readonly [RegExp, style: string][] = [
  [/^MsoTitle/, 'Title'],
  [/Quote/, 'Quote'],
  [/^MsoToc/, 'toc 1'],
]

/** Reads the HTML that Word, LibreOffice, Google Docs and browsers put on the clipboard, as a Word file is read. `pictures`: how
 *  many it shows; `deletions` and `comments`: how many tracked deletions and margin comments it holds, of which no word is read. */
export function htmlElements(
  html: string,
): Record<'pictures' | 'deletions' | 'comments', number> & { elements: WordElement[] } {
  const root = parseDocument(html, { withStartIndices: true })
  const { calls, bodies } = notesIn(root)
  let elements: WordElement[] = []
  let runs: WordRun[] = []
  let [pictures, deletions, comments] = [0, 0, 0]
  const items = new Set<WordParagraph['list']>()

  function flush({ style, heading, list }: HtmlPlace): void {
    const words = tidyRuns(runs)
    runs = []
    if (textOf(words).trim() === '') return
    // What goes on below an item is a paragraph.
    const item = items.has(list) ? null : list
    items.add(list)
    elements.push({
      kind: 'paragraph',
      style,
      heading,
      list: item,
      indent: 0,
      align: '',
      runs: words,
      pictures: [],
      underlined: false,
    })
  }

  function inside(parent: HtmlRoot | HtmlElement, place: HtmlPlace): void {
    for (const node of parent.children) {
      if (node.type === 'text') put(node.data.replace(/[ \t\r\n\f\u00a0]+/g, ' '), place)
      else if ('attribs' in node) read(node, place)
    }
  }

  function put(text: string, { bold, italic, code, href, raised }: HtmlPlace): void {
    runs.push(plainRun(raised ? raisedText(text) : text, { bold, italic, code, href }))
  }

  function read(element: HtmlElement, around: HtmlPlace): void {
    const { name, attribs } = element
    const note = calls.get(element)
    if (name === 'del' || /\bmsoDel\b/.test(attribs['class'] ?? '')) deletions += 1
    else if (/\bmsocomanchor\b/.test(attribs['class'] ?? '')) comments += 1
    else if (note) runs.push(...inBrackets(runsOf(note.body, note.back)))
    else if (name === 'br') put('\n', around)
    else if (name === 'img') pictures += 1
    else if (name === 'table') table(element, around)
    else if (!silent.has(name) && !bodies.has(element) && !isHidden(attribs['style'])) {
      const place = placeIn(element, around)
      if (blocks.has(name)) flush(around)
      inside(element, place)
      if (blocks.has(name)) flush(place)
    }
  }

  /** The words of a note, without the sign that leads back. */
  function runsOf(body: HtmlElement, back: HtmlElement): WordRun[] {
    const former = runs
    runs = []
    bodies.add(back)
    inside(body, outside)
    const words = tidyRuns(runs)
    runs = former
    return words
  }

  function table(element: HtmlElement, around: HtmlPlace): void {
    flush(around)
    const former = elements
    const rows = rowsOf(element).map(row =>
      row.children.flatMap(cell => {
        if (!('attribs' in cell) || !/^t[dh]$/.test(cell.name)) return []
        elements = []
        inside(cell, outside)
        flush(outside)
        const span = Math.min(Number(cell.attribs['colspan'] ?? 1) || 1, 64)
        return [paragraphsOf(elements), ...Array.from({ length: span - 1 }, () => [])]
      }),
    )
    elements = former
    elements.push({ kind: 'table', rows })
  }

  inside(root, outside)
  flush(outside)
  return { elements, pictures, deletions, comments }
}

/** How the words in an element are set. */
function placeIn(element: HtmlElement, around: HtmlPlace): HtmlPlace {
  const { name, attribs } = element
  const style = (attribs['style'] ?? '').replace(/\s+/g, '').toLowerCase()
  const weight = /(?:^|;)font-weight:(\w+)/.exec(style)?.[1]
  const slant = /(?:^|;)font-style:(\w+)/.exec(style)?.[1]
  const start = Number(attribs['start'] ?? 1) || 1
  const lists = /^[uo]l$/.test(name)
    ? [...around.lists, { id: `html-${element.startIndex}`, ordered: name === 'ol', start }]
    : around.lists
  const last = lists.at(-1)
  return {
    bold: weight ? /^(?:bold|[6-9]00)/.test(weight) : around.bold || name === 'b' || name === 'strong',
    italic: slant ? slant === 'italic' : around.italic || name === 'i' || name === 'em',
    code: around.code || name === 'code',
    href: name === 'a' && !/^(?:#|$)/.test(attribs['href'] ?? '') ? (attribs['href'] ?? null) : around.href,
    style:
      classes.find(([pattern]) => pattern.test(attribs['class'] ?? ''))?.[1] ??
      (name === 'blockquote' ? 'Quote' : around.style),
    heading: /^h[1-6]$/.test(name) ? Number(name[1]) : around.heading,
    list:
      wordItem(element, style) ??
      (name === 'li' && last ? { ...last, depth: lists.length - 1 } : around.list),
    raised: around.raised || name === 'sup' || style.includes('vertical-align:super'),
    lists,
  }
}

/** An item as Word copies it: a paragraph with its bullet or number typed before its words. */
function wordItem(element: HtmlElement, style: string): WordParagraph['list'] {
  const [, id, level] = /mso-list:(l\d+)level(\d)/.exec(style) ?? []
  if (id === undefined) return null
  const typed = wordsIn(element, /mso-list:\s*ignore/i).trim()
  const ordered = /^\(?(?:\d+|[a-z]+)[.)]/i.test(typed)
  return { id, depth: Number(level) - 1, ordered, start: Number.parseInt(typed, 10) || 1 }
}

/** What no reader of the document sees in its text: typed bullets, hidden words, the comments in the margin. */
const isHidden = (style = '') =>
  /mso-list:\s*ignore|display:\s*none|mso-hide:\s*all|mso-element:\s*comment-list|mso-special-character:\s*comment/i.test(
    style,
  )

/** The words of the elements in another whose style is like this. */
const wordsIn = (parent: HtmlElement, style: RegExp): string =>
  below(parent)
    .filter(({ attribs }) => style.test(attribs['style'] ?? ''))
    .map(textIn)
    .join('')

const textIn = (parent: HtmlElement): string =>
  parent.children
    .map(node => (node.type === 'text' ? node.data : 'attribs' in node ? textIn(node) : ''))
    .join('')

/** All elements below, in the order of the document. */
const below = (parent: HtmlRoot | HtmlElement): HtmlElement[] =>
  parent.children.flatMap(node => ('attribs' in node ? [node, ...below(node)] : []))

/** The rows of a table, without those of tables in it. */
const rowsOf = (parent: HtmlElement): HtmlElement[] =>
  parent.children.flatMap(node =>
    !('attribs' in node) || node.name === 'table' ? [] : node.name === 'tr' ? [node] : rowsOf(node),
  )

/** Finds notes: two links that lead to each other, the first in the text and the second at the start of the note. */
function notesIn(root: HtmlRoot) {
  const calls = new Map<HtmlElement, { body: HtmlElement; back: HtmlElement }>()
  const bodies = new Set<HtmlElement>()
  const links = below(root).filter(({ name, attribs }) => name === 'a' && attribs['href']?.startsWith('#'))
  const nameOf = ({ attribs }: HtmlElement) => `#${attribs['name'] ?? attribs['id'] ?? ''}`
  for (const [at, call] of links.entries()) {
    const back = links
      .slice(at + 1)
      .find(link => nameOf(link) === call.attribs['href'] && link.attribs['href'] === nameOf(call))
    let body = back?.parent
    while (body && !('attribs' in body && blocks.has(body.name))) body = body.parent
    if (!back || !body) continue
    calls.set(call, { body: body as HtmlElement, back })
    bodies.add(body as HtmlElement)
  }
  return { calls, bodies }
}
