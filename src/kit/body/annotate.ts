import type { Token } from 'markdown-it'
import {
  copyToken,
  figuresOf,
  findSigles,
  type Marked,
  type Medium,
  markIn,
  plainText,
} from '../../text/index.ts'
import type { Kit } from '../kit.ts'

/** The acronyms of a kit: acronym → its expansion, and what finds them in a text. */
type Sigles = { developpes: Record<string, string>; find: ReturnType<typeof findSigles> }

/** The medium, the document and the lists of its kit. */
type Ou = { medium: Medium; numbered: boolean; slug: string; sigles: Sigles; foreign: FindForeignWords }

/** Signs of an opening that is set somewhat smaller on paper. */
const LONG_OPENING = 450

/** Prepares the tokens of a body for one medium: adds anchors, places in the count, and the acronyms of the kit at their
 *  first use. Works on copies, as a `Corps` is rendered several times. */
export function annotate(tokens: readonly Token[], { medium, numbered, slug, sigles, foreign }: Ou): Token[] {
  const copies = tokens.map(token => copyOf(token))
  const opening = copies.filter((_, index) => copies[index - 1]?.meta?.['chapo'] === true)
  const signs = opening.reduce((sum, { children }) => sum + plainText(children).length, 0)
  const long = medium === 'print' && signs > LONG_OPENING
  const figures = figuresOf(copies)
  for (const [index, token] of copies.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', idIn(medium, slug, String(token.meta?.['ancre'])))
    if (token.type === 'th_open') token.attrSet('scope', 'col')
    if (medium === 'web') alignByClass(token)
    if (medium !== 'print' && token.meta?.['colonne'])
      token.attrSet('data-colonne', String(token.meta['colonne']))
    if (token.meta?.['chapo']) token.attrSet('class', long ? 'chapo dense' : 'chapo')
    if (numbered && token.meta?.['b']) token.attrSet('data-b', Number(token.meta['b']))
    const image = figures.get(token)
    const end = copies[index + 2]
    if (image && end) {
      token.tag = 'figure'
      end.tag = 'figure'
      token.attrSet('class', 'image')
      image.meta = { ...image.meta, figure: true }
    }
  }
  if (medium === 'print') tellDigits(copies)
  for (const token of copies) if (token.children) token.children = linkTelephones(token.children)
  markSigles(copies, sigles)
  markForeignWords(copies, foreign, medium)
  return copies
}

const telephone = /(?<![\p{L}\d+])(?:\+33\s?|0)[1-9](?:[\s.]?\d\d){4}(?![\p{L}\d])/gu

/** A telephone number is called by a press. */
function linkTelephones(children: readonly Token[]): Token[] {
  let links = 0
  return children.flatMap(child => {
    links += child.type === 'link_open' ? 1 : child.type === 'link_close' ? -1 : 0
    if (child.type !== 'text' || links > 0) return [child]
    const marks = [...child.content.matchAll(telephone)].map(({ 0: number, index }): Marked => {
      const attrs: Marked['attrs'] = [['href', `tel:${number.replace(/[^+\d]/g, '')}`]]
      return { start: index, end: index + number.length, type: 'link', tag: 'a', attrs }
    })
    // Its pairs of digits stay together.
    child.content = child.content.replace(telephone, number => number.replaceAll(' ', '\u00a0'))
    return markIn(child, marks)
  })
}

const sides = new Map([
  ['text-align:right', 'a-droite'],
  ['text-align:center', 'au-centre'],
])

/** The site's policy refuses the `style` in which markdown-it says where a column stands. */
function alignByClass(token: Token): void {
  const side = sides.get(String(token.attrGet('style') ?? ''))
  if (token.type !== 'th_open' && token.type !== 'td_open') return
  token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null
  if (side) token.attrSet('class', side)
}

/** Notes the digits of the longest number of a list that goes to 10 or further. On paper numbers hang within the column: both
 *  halves of a cut list, and lists under several headings, need the same room. */
function tellDigits(tokens: readonly Token[]): void {
  const lists = tokens.flatMap((list, index) =>
    list.type === 'ordered_list_open' ? [{ list, digits: digitsOf(list, tokens.slice(index)) }] : [],
  )
  const most = Math.max(...lists.map(({ list, digits }) => (list.level === 0 ? digits : 1)))
  for (const { list, digits } of lists) {
    const room = list.level === 0 ? most : digits
    if (room > 1) list.attrSet('data-chiffres', String(room))
  }
}

/** @param below the tokens from the beginning of the list */
function digitsOf(list: Token, below: readonly Token[]): number {
  const end = below.findIndex(({ type, level }) => type === 'ordered_list_close' && level === list.level)
  const items = below
    .slice(0, end)
    .filter(({ type, level }) => type === 'list_item_open' && level === list.level + 1)
  return String(Number(list.attrGet('start') ?? 1) + items.length - 1).length
}

export function idIn(medium: Medium, slug: string, ancre: string): string {
  return medium === 'print' ? `${slug}--${ancre}` : ancre
}

function copyOf(token: Token): Token {
  const copy = copyToken(token)
  copy.attrs = token.attrs?.map(([name, value]) => [name, value]) ?? null
  copy.children = token.children?.map(copyOf) ?? null
  return copy
}

/** Marks the first use of each acronym in running text: not in titles, links, code, nor within a longer word. */
function markSigles(tokens: readonly Token[], sigles: Sigles): void {
  const seen = new Set<string>()
  for (const [index, inline] of tokens.entries()) {
    if (!inline.children || tokens[index - 1]?.type === 'heading_open') continue
    const role = inline.meta?.['role']
    if (role === 'titre' || role === 'lieu') continue
    let links = 0
    inline.children = inline.children.flatMap(child => {
      if (child.type === 'link_open') links++
      if (child.type === 'link_close') links--
      return child.type === 'text' && links === 0
        ? markIn(child, marksIn(child.content, seen, sigles))
        : [child]
    })
  }
}

function marksIn(text: string, seen: Set<string>, { developpes, find }: Sigles): Marked[] {
  return find(text).flatMap(({ sigle, index }): Marked[] => {
    if (seen.has(sigle)) return []
    seen.add(sigle)
    const attrs: Marked['attrs'] = [['title', developpes[sigle] ?? '']]
    return [{ start: index, end: index + sigle.length, type: 'abbr', tag: 'abbr', attrs }]
  })
}

/** Finds the words of other languages in a text, in order. */
type FindForeignWords = (text: string) => { words: string; index: number; language: string }[]

/** Finds the words of a kit's lists: each as it is written there, or with a capital at its beginning. */
export function foreignWordsOf(lists: Kit['mots_etrangers']): FindForeignWords {
  const languages = new Map(
    Object.entries(lists).flatMap(([language, all]) =>
      all.flatMap(words => [
        [words, language] as const,
        [words.charAt(0).toLocaleUpperCase(language) + words.slice(1), language] as const,
      ]),
    ),
  )
  const find = findSigles([...languages.keys()])
  return text =>
    find(text).map(({ sigle, index }) => ({ words: sigle, index, language: languages.get(sigle) ?? '' }))
}

/** Says of every such word, wherever it stands, which language it is of: a voice says it so. */
function markForeignWords(tokens: readonly Token[], find: FindForeignWords, medium: Medium): void {
  for (const inline of tokens)
    if (inline.children) inline.children = markForeignIn(inline.children, find, medium)
}

/** The same of the inline tokens of one line. */
export const markForeignIn = (children: readonly Token[], find: FindForeignWords, medium: Medium): Token[] =>
  children.flatMap(child =>
    child.type === 'text' ? markIn(child, foreignMarksIn(child.content, find, medium)) : [child],
  )

function foreignMarksIn(text: string, find: FindForeignWords, medium: Medium): Marked[] {
  return find(text).map(({ words, index, language }) => ({
    start: index,
    end: index + words.length,
    type: 'span',
    tag: 'span',
    // XHTML asks for both. @see EPUB 3.3 §5.3.9
    attrs: [['lang', language], ...(medium === 'epub' ? [['xml:lang', language] as [string, string]] : [])],
  }))
}
