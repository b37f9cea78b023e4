import type { Token } from 'markdown-it'

/** The pictures that stand alone in their paragraph, by the token that opens it: they are figures, and show their credit. */
export function figuresOf(tokens: readonly Token[]): Map<Token, Token> {
  const figures = new Map<Token, Token>()
  let inBloc = false
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'bloc_open') inBloc = true
    if (token.type === 'bloc_close') inBloc = false
    // A tight list has no paragraphs to make figures of, and a block sets the first line of its items itself.
    if (token.type !== 'paragraph_open' || token.hidden) continue
    if (inBloc && tokens[index - 1]?.type === 'list_item_open') continue
    const [image, ...others] = tokens[index + 1]?.children ?? []
    if (image?.type === 'image' && others.length === 0) figures.set(token, image)
  }
  return figures
}
