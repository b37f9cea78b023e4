import MarkdownIt, { type MarkdownIt as Markdown } from 'markdown-it'
import { attributsRule } from './attributs.ts'
import { noteOffsets } from './note-offsets.ts'
import { notePositions } from './positions.ts'
import { blankUnseen } from './rules/blank.ts'
import { blocRule } from './rules/bloc.ts'
import { renvoiRule } from './rules/renvoi.ts'

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
  md.core.ruler.after('block', 'positions', state => notePositions(state.tokens, state.src.split('\n')))
  return md
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
