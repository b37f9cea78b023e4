import type { Token } from 'markdown-it'
import type { Report } from '../block.ts'
import { maskMarkup } from './mask.ts'
import { findingsOf } from './rule.ts'
import { motLong, typographyRules } from './rules.ts'

const rules = [...typographyRules, motLong]

/** Proposes better typography for every inline token of a body, before the press sets it. */
export function lintTokens(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    const text = maskMarkup(token.content)
    for (const rule of rules)
      for (const { offset, trouve, propose } of findingsOf(rule, text)) {
        // An address within raw HTML is quoted as it stands, not as it is masked.
        const written = rule.quote ? trouve : token.content.slice(offset, offset + trouve.length)
        report(rule.code, token, offset, { trouve: written, propose })
      }
  }
}
