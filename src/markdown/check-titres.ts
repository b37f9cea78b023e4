import type { Token } from 'markdown-it'
import type { Report } from './block.ts'
import { reportRenvois } from './blocks/report-renvois.ts'

/** Headings and the titles of blocks hold no cross-reference: outline, anchors and indexes are made of their words before
 *  the kit is known, and an anchor must not change when another fiche is renamed. */
export function checkTitres(tokens: readonly Token[], report: Report): void {
  for (const [index, token] of tokens.entries()) {
    const role = token.meta?.['role']
    if (tokens[index - 1]?.type === 'heading_open' || role === 'titre' || role === 'lieu')
      reportRenvois(token, report, { ou: 'un titre' })
  }
}
