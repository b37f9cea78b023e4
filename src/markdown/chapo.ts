import type { Token } from 'markdown-it'
import { figuresOf } from './figures.ts'

/** The paragraphs of the chapô: those of words before the first heading, where there are sections. A page of plain text is all
 *  text. */
export function chapoOf(tokens: readonly Token[]): ReadonlySet<Token> {
  const chapo = new Set<Token>()
  if (!tokens.some(({ tag }) => tag === 'h2')) return chapo
  const figures = figuresOf(tokens)
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'heading_open') break
    if (depth === 0 && token.type === 'paragraph_open' && !figures.has(token)) chapo.add(token)
    depth += token.nesting
  }
  return chapo
}
