import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { reportSome } from './report-some.ts'
import { indentOf, outOfQuotes } from './source-line.ts'

/** Lines that Markdown takes for the rest of the item of a list or of the quotation above, as no blank line parts them: a sentence
 *  that begins after one that has ended, or after a few words, was to be a paragraph. */
export function checkLazyLines(tokens: readonly Token[], lines: readonly string[], tell: Report): void {
  let items = 0
  let quotes = 0
  for (const [index, inline] of tokens.entries()) {
    if (inline.type.startsWith('list_item_')) items += inline.nesting
    if (inline.type.startsWith('blockquote_')) quotes += inline.nesting
    if (items + quotes === 0 || tokens[index - 1]?.type !== 'paragraph_open' || !inline.map) continue
    const report = reportSome(tell)
    let start = 0
    const [first] = inline.map
    const head = outOfQuotes(lines[first] ?? '')
    // A line as far to the right as the mark of the item is none of the item's.
    const margin = /^\s*(?:[-*+]|\d+[.)])\s/.test(head) ? indentOf(head) : indentOf(head) - 1
    const written = inline.content.split('\n')
    for (const [row, text] of written.entries()) {
      const before = written[row - 1] ?? ''
      const line = lines[first + row] ?? ''
      const isNew = row > 0 && /^[«"“]?\s?\p{Lu}/u.test(text) && hasEnded(before)
      if (isNew && quotes > 0 && line === outOfQuotes(line))
        report('ligne-collee', inline, start, { quoi: 'la citation', remede: 'commencer par >' })
      else if (isNew && items > 0 && indentOf(outOfQuotes(line)) <= margin)
        report('ligne-collee', inline, start, {
          quoi: 'l’élément de liste',
          remede: 'mettre deux espaces plus à droite',
        })
      start += text.length + 1
    }
  }
}

const hasEnded = (line: string) => /[.;:!?…»)]\s*$/.test(line) || line.trim().length < 50
