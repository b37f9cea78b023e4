import type { Token } from 'markdown-it'

/** The words of inline children, as a reader sees them, without markup. */
export function plainText(children: readonly Token[] | null): string {
  let text = ''
  for (const token of children ?? []) {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
      case 'renvoi':
        text += token.content
        break
      case 'softbreak':
      case 'hardbreak':
        text += ' '
        break
      case 'image':
        text += plainText(token.children)
        break
    }
  }
  return text.trim()
}

/** The words of a run of block tokens. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens
    .map(token => {
      if (token.type === 'inline') return plainText(token.children)
      return token.type === 'fence' || token.type === 'code_block' ? token.content : ''
    })
    .filter(Boolean)
    .join('\n')
}

/** Words: letters and figures, with the apostrophes, full stops and hyphens that join them. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
