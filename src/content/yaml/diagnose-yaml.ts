import type { YAMLError } from 'yaml'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { slips } from './slips.ts'
import type { Source } from './source.ts'

/** What the parser says, as an author would want to hear it. */
export function diagnoseYaml(error: YAMLError, source: Source): Diagnostic {
  const offset = Math.min(error.pos[0], source.text.length)
  if (error.code === 'TAB_AS_INDENT') return diagnose('yaml-tabulation', source.place(offset))
  if (plain.has(error.code)) return unreadable(error, offset, source)
  for (const recognise of slips) {
    const diagnostic = recognise(offset, source)
    if (diagnostic !== null) return diagnostic
  }
  return unreadable(error, offset, source)
}

/** Codes that say by themselves what is wrong: no slip of an author looks like another's. */
const plain: ReadonlySet<YAMLError['code']> = new Set(['MULTIPLE_DOCS', 'NON_STRING_KEY', 'BAD_DQ_ESCAPE'])

function unreadable({ code }: YAMLError, offset: number, { place }: Source): Diagnostic {
  return diagnose('yaml-invalide', place(offset), { cause: causes[code] ?? 'forme inattendue' })
}

const causes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'le retrait ne convient pas',
  MULTIPLE_DOCS: '« --- » ouvre un second document',
  NON_STRING_KEY: 'la clé doit être un mot',
  BLOCK_AS_IMPLICIT_KEY: "une clé est écrite dans la valeur d'une autre",
  MISSING_CHAR: 'il manque un signe',
  BAD_DQ_ESCAPE: "entre guillemets droits, « \\ » s'écrit « \\\\ »",
  UNEXPECTED_TOKEN: 'un signe est de trop',
}
