import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { maskAddresses } from '../markdown/lint/mask.ts'
import { findingsOf, typographyRules } from '../markdown/lint/rules.ts'
import { declared } from './draft.ts'
import type { Path, Yaml } from './yaml/parse-yaml.ts'

/** The texts that are read outside a body hold to its typography: titles, summaries, acronyms. */
export function checkTypography(yaml: Yaml, keys: readonly string[]): Diagnostic[] {
  return keys.flatMap(key => {
    const text = declared({ yaml }, key)
    if (typeof text !== 'string') return []
    const path: Path = [key]
    const prose = maskAddresses(text)
    return typographyRules.flatMap(rule =>
      findingsOf(rule, prose).map(({ offset, ...words }) =>
        diagnose(rule.code, yaml.placeOf(path, 'valeur', offset), words),
      ),
    )
  })
}
