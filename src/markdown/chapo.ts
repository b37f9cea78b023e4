import type { Token } from 'markdown-it'

/** The paragraphs of the chapô: those before the first heading, where there are sections. A page of plain text is all text. */
export function chapoOf(tokens: readonly Token[]): ReadonlySet<Token> {
  const chapo = new Set<Token>()
  if (!tokens.some(({ tag }) => tag === 'h2')) return chapo
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'heading_open') break
    if (depth === 0 && token.type === 'paragraph_open') chapo.add(token)
    depth += token.nesting
  }
  return chapo
}
