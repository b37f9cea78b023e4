import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { lintRules } from '../../markdown/lint/index.ts'
import { type Draft, declared, names } from '../draft.ts'
import type { Path, Yaml } from '../yaml/parse-yaml.ts'

/** The texts that are read outside a body hold to the same typography: titles, summaries, acronyms. */
export function checkTypographie({ fiches, pages, kit, sigles }: Draft): Diagnostic[] {
  return [
    ...[...fiches, ...pages].flatMap(sheet => lint(sheet.yaml, ['titre', 'titre_court', 'resume'])),
    ...(kit === null ? [] : lint(kit.yaml, ['titre', 'sous_titre'])),
    ...(sigles === null ? [] : lint(sigles.yaml, names(sigles.yaml.value))),
  ]
}

function lint(yaml: Yaml, keys: readonly string[]): Diagnostic[] {
  return keys.flatMap(key => {
    const text = declared({ yaml }, key)
    if (typeof text !== 'string') return []
    const path: Path = [key]
    return lintRules.flatMap(({ code, find }) =>
      find(text).map(({ offset, trouve, propose }) =>
        diagnose(code, yaml.placeOf(path, 'valeur', offset), { trouve, propose }),
      ),
    )
  })
}
