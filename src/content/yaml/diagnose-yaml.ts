import type { YAMLError } from 'yaml'
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts'
import { entryOn, type Line, lineAt, quote, type Source } from './source.ts'

/** Says what the parser stumbled on as an author would want to hear it. */
export function diagnoseYaml({ code, pos }: YAMLError, source: Source): Diagnostic {
  const { text, place } = source
  const offset = Math.min(pos[0], text.length)
  if (code === 'TAB_AS_INDENT') return diagnose('yaml-tabulation', place(offset))
  const line = lineAt(text, offset)
  const above = line.offset > 0 ? [lineAt(text, line.offset - 1)] : []
  // The parser may stumble on the line below an open quote only.
  const slip = slipOn(line) ?? above.flatMap(candidate => openQuoteOn(candidate) ?? [])[0]
  if (slip && !plain.has(code))
    return diagnose(slip.code, place(slip.offset), { remede: `${slip.key}: ${quote(slip.value)}` })
  return diagnose('yaml-invalide', place(offset), { cause: causes[code] ?? 'forme inattendue' })
}

type Slip = { code: 'yaml-guillemets' | 'yaml-deux-points'; key: string; value: string; offset: number }

/** `'L'ESS'` ends too early, `"L'ESS` never; `titre: ESS : de quoi parle-t-on ?` has two colons. */
function slipOn(line: Line): Slip | null {
  const entry = entryOn(line)
  if (entry === null) return null
  if (/^['"]/.test(entry.value)) return openQuoteOn(line) ?? { code: 'yaml-guillemets', ...entry }
  return /^[^{[].*: |^[^{[].*:$/.test(entry.value) ? { code: 'yaml-deux-points', ...entry } : null
}

function openQuoteOn(line: Line): Slip | null {
  const entry = entryOn(line)
  const isOpen = entry !== null && /^(['"])(?!.*\1)/.test(entry.value)
  return isOpen ? { ...entry, code: 'yaml-guillemets', value: entry.value.slice(1) } : null
}

/** Codes that say by themselves what is wrong: no slip of an author looks like another's. */
const plain: ReadonlySet<YAMLError['code']> = new Set(['MULTIPLE_DOCS', 'NON_STRING_KEY', 'BAD_DQ_ESCAPE'])

const causes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'le retrait ne convient pas, ou un crochet reste ouvert au-dessus',
  MULTIPLE_DOCS: '« --- » ouvre un second document',
  NON_STRING_KEY: 'la clé doit être un mot',
  BLOCK_AS_IMPLICIT_KEY: "une clé est écrite dans la valeur d'une autre",
  MISSING_CHAR: 'il manque un signe : deux-points, virgule, ou ce qui ferme un guillemet ou un crochet',
  MULTILINE_IMPLICIT_KEY: "il manque deux-points suivis d'une espace",
  BAD_DQ_ESCAPE: "entre guillemets droits, « \\ » s'écrit « \\\\ »",
  UNEXPECTED_TOKEN: 'un signe est de trop',
  BAD_SCALAR_START: 'ce signe ne commence pas une valeur sans guillemets droits',
  BAD_DIRECTIVE: 'ce signe ne commence pas une ligne',
  BAD_ALIAS: 'un signe * ou & ne commence pas une valeur sans guillemets droits',
}
