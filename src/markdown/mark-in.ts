import type { Token } from 'markdown-it'
import { derive } from './token.ts'

/** A stretch of a text, and the element that it is to stand in.
 *  @param type of its tokens: `abbr_open` and `abbr_close` for `abbr` */
export type Marked = {
  start: number
  end: number
  type: string
  tag: string
  attrs: [string, string][] | null
}

/** The tokens of a text whose stretches, given in order, stand in elements of their own; of two that overlap, the first does. */
export function markIn(text: Token, marks: readonly Marked[]): Token[] {
  if (marks.length === 0) return [text]
  const words = (start: number, end?: number) => derive(text, 'text', '', 0, text.content.slice(start, end))
  const parts: Token[] = []
  let from = 0
  for (const { start, end, type, tag, attrs } of marks) {
    if (start < from) continue
    const open = derive(text, `${type}_open`, tag, 1)
    open.attrs = attrs
    parts.push(words(from, start), open, words(start, end), derive(text, `${type}_close`, tag, -1))
    from = end
  }
  parts.push(words(from))
  return parts.filter(({ type, content }) => type !== 'text' || content !== '')
}
