import type { Token } from 'markdown-it'
import { derive } from '../token.ts'

/** Words in a text, and the element that they are to stand in. */
export type Marked = { words: string; index: number; tag: string; attrs: [string, string][] }

/** The tokens of a text whose words stand in elements of their own, in order. */
export function markIn(text: Token, marks: readonly Marked[]): Token[] {
  if (marks.length === 0) return [text]
  const parts: Token[] = []
  let from = 0
  for (const { words, index, tag, attrs } of marks) {
    const open = derive(text, `${tag}_open`, tag, 1)
    open.attrs = attrs
    parts.push(derive(text, 'text', '', 0, text.content.slice(from, index)), open)
    parts.push(derive(text, 'text', '', 0, words), derive(text, `${tag}_close`, tag, -1))
    from = index + words.length
  }
  parts.push(derive(text, 'text', '', 0, text.content.slice(from)))
  return parts.filter(({ type, content }) => type !== 'text' || content !== '')
}
