import type { Token } from 'markdown-it'
import type { Report } from '../blocks/block.ts'
import { aInitial } from './a-initial.ts'
import { capitales } from './capitales.ts'
import { htmlBrut } from './html-brut.ts'
import { ligatures } from './ligatures.ts'
import { ordinaux } from './ordinaux.ts'
import { ponctuation } from './ponctuation.ts'
import type { LintRule } from './rule.ts'

export const lintRules: readonly LintRule[] = [
  capitales,
  aInitial,
  ligatures,
  ponctuation,
  ordinaux,
  htmlBrut,
]

// Code, addresses, cross-references, attributes: what is not the author's prose. Bounded, so that a long line is linear.
const masked =
  /`[^`\n]{1,200}`|\]\([^()\n]{0,500}\)|<(?:https?:|mailto:)[^<>\s]{1,500}>|https?:\/\/[^\s)]{1,500}|\[\[[^[\]\n]{1,120}\]\]|\{[.\w][^{}\n]{0,80}\}/g

/** A text without any of these has none of them. */
const mayBeMasked = /[`<[\]{]|:\/\//

/** Proposes better typography for every inline token of a body, before the press sets it. */
export function lintTokens(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    const text = mayBeMasked.test(token.content)
      ? token.content.replace(masked, found => '\ufffc'.repeat(found.length))
      : token.content
    for (const { code, si, find } of lintRules) {
      if (!si.test(text)) continue
      for (const { offset, trouve, propose } of find(text)) report(code, token, offset, { trouve, propose })
    }
  }
}
