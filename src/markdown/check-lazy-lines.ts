import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { reportSome } from './report-some.ts'

/** Lines that Markdown takes for the rest of the list item above, as no blank line parts them: a sentence that begins after one that
 *  has ended, or after a few words, was to be a paragraph. */
export function checkLazyLines(tokens: readonly Token[], lines: readonly string[], tell: Report): void {
  let items = 0
  for (const [index, inline] of tokens.entries()) {
    if (inline.type === 'list_item_open') items++
    if (inline.type === 'list_item_close') items--
    if (items === 0 || tokens[index - 1]?.type !== 'paragraph_open' || !inline.map) continue
    const report = reportSome(tell)
    let start = 0
    const [first] = inline.map
    const written = inline.content.split('\n')
    for (const [row, text] of written.entries()) {
      const before = written[row - 1] ?? ''
      const isFlush = /^\S/.test(lines[first + row] ?? '')
      if (row > 0 && isFlush && /^[«"“]?\s?\p{Lu}/u.test(text) && hasEnded(before))
        report('ligne-collee', inline, start)
      start += text.length + 1
    }
  }
}

const hasEnded = (line: string) => /[.;:!?…»)]\s*$/.test(line) || line.trim().length < 50
