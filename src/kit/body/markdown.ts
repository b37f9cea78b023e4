import type { MarkdownIt as Markdown, StateInline, Token } from 'markdown-it'
import MarkdownIt from 'markdown-it'
import { attributsRule, noteOffsets, notePositions } from '../../text/index.ts'
import { blocRule } from './bloc-rule.ts'

/** A no-break space, a space of another width, or a sign without width: as a character or as an entity. */
const blank = String.raw`(?:[^\S\n]|[\u200b\u2060]|&(?:nbsp|ensp|emsp|thinsp|#160|#[xX][aA]0|#8203|#[xX]200[bB]);)`
const unusual =
  /[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]|&(?:nbsp|e[nm]sp|thinsp|#)/
const marker = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/
const allBlank = new RegExp(`^${blank}+$`)
const cell = new RegExp(String.raw`(?<=\|)${blank}+(?=\||$)|^${blank}+(?=\|)`, 'g')

/** Empties lines, items, quotations and cells in which nothing can be seen. Text pasted from a word processor or a mail has
 *  a no-break space on its empty lines. Every other character keeps its place. */
function blankUnseen(source: string): string {
  if (!unusual.test(source)) return source
  return source.split('\n').map(blankLine).join('\n')
}

function blankLine(line: string): string {
  if (!unusual.test(line)) return line
  const start = marker.exec(line)?.[0].length ?? 0
  if (allBlank.test(line.slice(start))) return line.slice(0, start) + spaces(line.slice(start))
  return line.includes('|') ? line.replace(cell, spaces) : line
}

const spaces = (text: string) => ' '.repeat(text.length)

const renvoi = /\[\[([^[\]\n]{1,120})\]\]/y

/** `[[slug]]`: a cross-reference to a fiche or page of the kit. */
function renvoiRule(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('[[', state.pos)) return false
  renvoi.lastIndex = state.pos
  const match = renvoi.exec(state.src)
  if (!match) return false
  if (!silent) {
    const token = state.push('renvoi', 'a', 0)
    token.content = (match[1] ?? '').trim()
    token.markup = '[['
    token.meta = { offset: state.pos }
  }
  state.pos += match[0].length
  return true
}

/** The Markdown of a fiche: CommonMark with tables, blocks, cross-references and attributes; no raw HTML, no linkify.
 *  Off: what an author writes by mistake (a heading by underlining, code by indenting) or what would hide words
 *  (link reference definitions). */
export function createMarkdown(): Markdown {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false })
  md.disable([
    'code',
    'lheading',
    'reference',
    'html_block',
    'html_inline',
    'linkify',
    'replacements',
    'smartquotes',
  ])
  // Every address is let through here, and judged by `checkLinks`, which tells the author why.
  md.validateLink = () => true
  keepHosts(md)
  noteOffsets(md)
  md.block.ruler.before('table', 'bloc', blocRule, { alt: ['paragraph', 'blockquote', 'list'] })
  md.inline.ruler.before('link', 'renvoi', renvoiRule)
  md.inline.ruler.push('attributs', attributsRule)
  md.core.ruler.before('block', 'blank', state => {
    state.src = blankUnseen(state.src)
  })
  md.core.ruler.after('inline', 'adresse', ({ tokens }) => {
    for (const { content, children } of tokens) if (isPostal(content)) breakLines(children ?? [])
  })
  md.core.ruler.after('block', 'positions', state => notePositions(state.tokens, state.src.split('\n')))
  return md
}

/** A name, a street, « 69001 Lyon », each on a line as on an envelope. */
function isPostal(text: string): boolean {
  const lines = text.split('\n')
  return (
    lines.length > 1 &&
    lines.every(line => line.length <= LONGEST_LINE) &&
    lines.slice(1).some(line => /^\d{5} \p{Lu}/u.test(line))
  )
}

/** Signs of a line of an address; a text that is wrapped by hand has longer ones. */
const LONGEST_LINE = 60

function breakLines(children: readonly Token[]): void {
  for (const child of children)
    if (child.type === 'softbreak') Object.assign(child, { type: 'hardbreak', tag: 'br' })
}

/** A text with its escaped signs and its entities as the characters they stand for. */
export const { unescapeAll } = new MarkdownIt().utils

/** mdurl, which reads addresses for markdown-it, drops the part of a host that holds a line separator: its letters would be
 *  missing from the text. Encoded, the separator is a sign like others. */
function keepHosts(md: Markdown): void {
  const encoded = (url: string) => url.replace(/[\u2028\u2029]/g, encodeURIComponent)
  const { normalizeLink, normalizeLinkText } = md
  md.normalizeLink = url => normalizeLink.call(md, encoded(url))
  md.normalizeLinkText = url => normalizeLinkText.call(md, encoded(url))
}
