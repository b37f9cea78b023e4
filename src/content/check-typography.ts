import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { maskAddresses } from '../markdown/lint/mask.ts'
import { findingsOf } from '../markdown/lint/rule.ts'
import { typographyRules } from '../markdown/lint/rules.ts'
import { textAt } from './draft.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** The texts that are read outside a body hold to its typography: titles, summaries, acronyms. */
export function* checkTypography(yaml: Yaml, keys: readonly string[]): Generator<Diagnostic> {
  for (const key of keys) {
    const text = textAt({ yaml }, key)
    if (text === null) continue
    const prose = maskAddresses(text)
    for (const rule of typographyRules)
      for (const { offset, ...words } of findingsOf(rule, prose))
        yield diagnose(rule.code, yaml.placeOf([key], 'valeur', offset), {
          ...words,
          // No sign of Markdown stands for it here.
          ...(rule.code === 'html-brut' ? { propose: '' } : {}),
        })
  }
}
