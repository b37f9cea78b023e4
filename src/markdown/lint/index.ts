import type { Token } from 'markdown-it'
import type { Report } from '../block.ts'
import { aInitial } from './a-initial.ts'
import { capitales } from './capitales.ts'
import { dateImpossible } from './date-impossible.ts'
import { htmlBrut } from './html-brut.ts'
import { ligatures } from './ligatures.ts'
import { majuscules } from './majuscules.ts'
import { maskMarkup } from './mask.ts'
import { milliersAnglais } from './milliers-anglais.ts'
import { motCoupe } from './mot-coupe.ts'
import { motLong } from './mot-long.ts'
import { ordinaux } from './ordinaux.ts'
import { ponctuation } from './ponctuation.ts'
import type { LintRule } from './rule.ts'

export const lintRules: readonly LintRule[] = [
  capitales,
  aInitial,
  ligatures,
  ponctuation,
  ordinaux,
  milliersAnglais,
  dateImpossible,
  majuscules,
  htmlBrut,
  motCoupe,
  motLong,
]

/** Those of prose in a front matter or a setting: its words are measured with all others there. */
export const typographyRules: readonly LintRule[] = lintRules.filter(rule => rule !== motLong)

/** Proposes better typography for every inline token of a body, before the press sets it. */
export function lintTokens(tokens: readonly Token[], report: Report): void {
  for (const token of tokens) {
    if (token.type !== 'inline') continue
    const text = maskMarkup(token.content)
    for (const { code, find } of lintRules)
      for (const { offset, trouve, propose } of find(text)) report(code, token, offset, { trouve, propose })
  }
}
