import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { unescapeAll } from './markdown.ts'

/** What opens code and was hardly meant to: signs that nothing closes, which take the rest of the text, and words after `~~~` or
 *  ```, of which markdown-it makes a class name of the first and drops the others. One word alone is how Markdown names a
 *  language; several are a text, or a decoration around one. */
export function checkCode(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'fence') continue
    const signes = token.markup
    // Cut where the renderer cuts: `a&nbsp;b` is two words.
    const mots = unescapeAll(token.info).trim()
    if (/\s/.test(mots)) report('code-mots-perdus', token, 0, { signes, mots: token.info.trim() })
    else if (!isClosed(token)) report('code-non-ferme', token, 0, { signes })
  }
}

/** The lines of a fence are the one that opens it, its content and the one that closes it. */
function isClosed({ map, content }: Token): boolean {
  const [start, end] = map ?? [0, 0]
  const lines = content === '' ? 0 : content.replace(/\n$/, '').split('\n').length
  return end - start === lines + 2
}
