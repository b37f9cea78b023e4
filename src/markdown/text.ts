import type { Token } from 'markdown-it'
import { codeAt, isWord } from './letters.ts'

/** The words of inline children, as a reader sees them, without markup. */
export function plainText(children: readonly Token[] | null): string {
  let text = ''
  for (const token of children ?? []) {
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        text += token.content
        break
      case 'softbreak':
      case 'hardbreak':
        text += ' '
        break
      case 'image':
        text += plainText(token.children)
        break
      case 'renvoi':
        text += token.content
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
export function countWords(text: string): number {
  let count = 0
  let word = false
  let joined = false
  for (let at = 0; at < text.length; at++) {
    const code = codeAt(text, at)
    if (code > 0xffff) at++
    if (isWord(code)) {
      if (!word && !joined) count++
      word = true
    } else {
      // ’ ' . -
      joined = word && (code === 0x2019 || code === 0x27 || code === 0x2e || code === 0x2d)
      word = false
    }
  }
  return count
}

export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
