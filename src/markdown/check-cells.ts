import type { Token } from 'markdown-it'
import type { Report } from './block.ts'

/** Words in more cells than the head of their table has: markdown-it drops them. A `|` that was meant as a sign makes such a
 *  cell too. */
export function checkCells(tokens: readonly Token[], report: Report): void {
  for (const token of tokens)
    if (token.type === 'tr_open' && token.meta?.['surplus'])
      report('cellule-en-trop', token, 0, { mots: String(token.meta['surplus']) })
}
