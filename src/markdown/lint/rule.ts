import type { Code } from '../../diagnostics/catalogue/index.ts'

/** Something the author had better write otherwise; the press changes nothing of it. `offset` counts in the text. */
export type Finding = { offset: number; trouve: string; propose: string }

/** A rule that proposes. Code, addresses and cross-references stand in `text` as U+FFFC, letter for letter. */
export type LintRule = {
  code: Code
  find(text: string): Finding[]
}
