import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { offsetOf } from './note-offsets.ts'

/** Words in quotes after an address: Markdown takes them for the title of the link or the picture, which no edition shows. */
export function checkLinkWords(tokens: readonly Token[], report: Report): void {
  for (const inline of tokens)
    for (const child of inline.children ?? []) {
      if (child.attrs === null) continue
      const mots = String(child.attrGet('title') ?? '')
        .replace(/\s+/g, ' ')
        .trim()
      if (mots === '') continue
      const code = child.type === 'image' ? 'image-mots-perdus' : 'lien-mots-perdus'
      report(code, inline, offsetOf(child), { mots })
    }
}
