import type { Token } from 'markdown-it'
import { withinBlocs } from './within-blocs.ts'

/** The pictures that stand alone in their paragraph, by the token that opens it: they are figures, and show their credit. */
export function figuresOf(tokens: readonly Token[]): Map<Token, Token> {
  const figures = new Map<Token, Token>()
  for (const { index, token, bloc } of withinBlocs(tokens)) {
    // A tight list has no paragraphs to make figures of, and a block sets the first line of its items itself.
    if (token.type !== 'paragraph_open' || token.hidden) continue
    if (bloc && tokens[index - 1]?.type === 'list_item_open') continue
    const [image, ...others] = tokens[index + 1]?.children ?? []
    if (image?.type === 'image' && others.length === 0) figures.set(token, image)
  }
  return figures
}
