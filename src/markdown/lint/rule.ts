import type { Code } from '../../diagnostics/catalogue/index.ts'

/** Something the author had better write otherwise; the press changes nothing of it. `offset` counts in the text. */
export type Finding = { offset: number; trouve: string; propose: string }

/** A rule that proposes. Code, addresses and cross-references stand in the text as U+FFFC, letter for letter. */
export type LintRule = {
  code: Code
  pattern: RegExp
  /** What to write instead of a match; null: it is right as it is. */
  propose(match: RegExpExecArray): string | null
  /** The match as it is quoted. */
  quote?(words: string): string
}

/** What a rule finds in a text. */
export const findingsOf = ({ pattern, propose, quote }: LintRule, text: string): Finding[] =>
  [...text.matchAll(pattern)].flatMap(match => {
    const proposed = propose(match)
    const trouve = quote ? quote(match[0]) : match[0]
    return proposed === null ? [] : [{ offset: match.index, trouve, propose: proposed }]
  })
