import type { Token } from 'markdown-it'
import type { Report } from './blocks/block.ts'
import { createMarkdown } from './markdown.ts'

const { unescapeAll } = createMarkdown().utils

/** Words after the `~~~` or ``` that open code: markdown-it makes a class name of the first and drops the others. One word
 *  alone is how Markdown names a language; several are a text, or a decoration around one. */
export function checkCode(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'fence') continue
    // Cut where the renderer cuts: `a&nbsp;b` is two words.
    const mots = unescapeAll(token.info).trim()
    if (/\s/.test(mots))
      report('code-mots-perdus', token, 0, { signes: token.markup, mots: token.info.trim() })
  }
}
