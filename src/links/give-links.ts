import { lineStarts, parseTokens, readBody, splitFrontMatter } from '../kit/index.ts'
import { childrenOf, positionOf, textOfTokens } from '../text/index.ts'
import { findWords, lettersOf } from './find-words.ts'

/** A link of a PDF: its address, the words that it covers, its page from 1, and left, bottom, right, top in pt. */
export type Covered = {
  url: string
  words: string
  page: number
  box: readonly [number, number, number, number]
}

/** An address that was written into a fiche, with the line of its file, from 1, before and after. */
type WrittenLink = {
  file: string
  line: number
  url: string
  words: string
  before: string
  after: string
}

type Spot = { file: string; from: number; to: number }

/** Writes into fiches and pages the address of each link of a PDF whose words stand there once, without an address, and have no other
 *  address in the PDF.
 *  @param texts the fiches and pages whole, by their path
 *  @returns the texts that change, and the links that were not written */
export function giveLinks(
  texts: ReadonlyMap<string, string>,
  links: readonly Covered[],
): { written: WrittenLink[]; left: Covered[]; changed: Map<string, string> } {
  const lines = [...texts].flatMap(([file, text]) => linesOf(file, text))
  const spots = new Map<string, { spot: Spot; covered: Covered[]; urls: Set<string> }>()
  const matched = new Set<Covered>()
  for (const covered of wholeLinks(links)) {
    if (covered.some(link => matched.has(link))) continue
    const words = wordsOf(covered)
    const [spot, ...others] = lines.flatMap(({ file, content, offsetOf }) =>
      findWords(content, words).map(([from, to]) => ({ file, from: offsetOf(from), to: offsetOf(to) })),
    )
    if (!spot || others.length > 0) continue
    const key = `${spot.file} ${lettersOf(words)}`
    const same = spots.get(key) ?? { spot, covered: [], urls: new Set() }
    spots.set(key, same)
    same.covered.push(...covered)
    for (const link of covered) {
      same.urls.add(link.url)
      matched.add(link)
    }
  }
  const changed = new Map<string, string>()
  const written: WrittenLink[] = []
  const done = new Set<Covered>()
  // From the end of a text to its beginning: what stands before an edit stays where it is.
  for (const { spot, covered, urls } of [...spots.values()].sort((a, b) => b.spot.from - a.spot.from)) {
    const [url = '', ...others] = urls
    const text = changed.get(spot.file) ?? texts.get(spot.file) ?? ''
    const next = others.length === 0 ? withAddress(text, spot, url) : null
    if (next === null) continue
    const line = text.slice(0, spot.from).split('\n').length
    const [before = '', after = ''] = [text, next].map(entry => entry.split('\n')[line - 1])
    changed.set(spot.file, next)
    written.unshift({ file: spot.file, line, url, words: text.slice(spot.from, spot.to), before, after })
    for (const entry of covered) done.add(entry)
  }
  return { written, left: links.filter(link => !done.has(link)), changed }
}

/** Runs of a text in which words may become a link, each with the way from its signs to the offsets of its file. */
function linesOf(file: string, text: string) {
  const body = splitFrontMatter(text, file).parts?.body ?? ''
  const head = text.length - body.length
  const starts = lineStarts(body)
  return parseTokens(body).flatMap((inline, at, tokens) => {
    const role = inline.meta?.['role']
    const runs = role === undefined ? tokens[at - 1]?.type === 'paragraph_open' : role === 'titre'
    if (inline.type !== 'inline' || !runs) return []
    const offsetOf = (index: number) => {
      const { line, column } = positionOf(inline, index)
      return head + (starts[line] ?? 0) + column
    }
    return [{ file, content: inline.content, offsetOf }]
  })
}

/** Groups all links of one address on one page, then gives each alone: a title of two lines has two frames. */
function wholeLinks(links: readonly Covered[]): Covered[][] {
  const placed = links.toSorted((a, b) => a.page - b.page || b.box[3] - a.box[3] || a.box[0] - b.box[0])
  const pieces = new Map<string, Covered[]>()
  for (const link of placed) {
    const key = `${link.page} ${link.url}`
    pieces.set(key, [...(pieces.get(key) ?? []), link])
  }
  return [...[...pieces.values()].filter(({ length }) => length > 1), ...placed.map(link => [link])]
}

/** A frame that a PDF has twice says its words once. */
const wordsOf = (covered: readonly Covered[]) => [...new Set(covered.map(({ words }) => words))].join(' ')

/** A text with a link at a spot; null when it would say anything else than before. Bold and italics that the words cut through are taken whole. */
function withAddress(text: string, { from, to }: Spot, url: string): string | null {
  const [left = ''] = /[*_]*$/.exec(text.slice(0, from)) ?? []
  const [right = ''] = /^[*_]*/.exec(text.slice(to)) ?? []
  const before = reading(text)
  for (const [open, close] of [
    ['', ''],
    [left, right],
    [left, ''],
    ['', right],
  ] as const) {
    const link = `[${open}${text.slice(from, to)}${close}](${destination(url)})`
    const changed = text.slice(0, from - open.length) + link + text.slice(to + close.length)
    const after = reading(changed)
    if (after.links === before.links + 1 && after.text === before.text && after.problems <= before.problems)
      return changed
  }
  return null
}

function reading(text: string): { text: string; links: number; problems: number } {
  const { tokens, problems } = readBody(splitFrontMatter(text, '').parts?.body ?? '', {
    file: '',
    firstLine: 1,
  })
  return {
    text: textOfTokens(tokens),
    links: childrenOf(tokens, 'link_open').length,
    problems: problems.length,
  }
}

/** An address that ends where its link ends: brackets and spaces as their codes. */
const destination = (url: string): string =>
  url
    .trim()
    .replace(/[\s()<>]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
