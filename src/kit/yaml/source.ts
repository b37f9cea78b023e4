import type { YAMLError } from 'yaml'
import { diagnose, type Place, type Problem } from '../../problems/index.ts'

/** A YAML text as its problems need it: its characters, and the way from an offset to its place. */
export type YamlSource = { text: string; place: (offset: number) => Place }

type SourceLine = { offset: number; text: string }

/** The line that holds `offset`. */
export function lineAt(text: string, offset: number): SourceLine {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { offset: start, text: text.slice(start, end === -1 ? text.length : end) }
}

/** `clé: valeur` on a line of its own, with the offset of the value. */
type KeyedLine = { key: string; value: string; offset: number }

export function entryOn(line: SourceLine): KeyedLine | null {
  const match = /^(\s*(?:- +)?)([^\s:'"{[#,-][^:{}[\],]*?)(: +)(\S.*)$/.exec(line.text)
  if (match === null) return null
  const [, indent = '', key = '', colon = '', value = ''] = match
  return { key, value, offset: line.offset + indent.length + key.length + colon.length }
}

/** The value between straight double quotes, whatever quotes it had around it. */
export function quote(value: string): string {
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  return `"${bare.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}

/** Offset of the first character of each line of a text. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The way from an offset of `text` to its line and column, both from 1, in UTF-16 units as editors count. The parser's
 *  own counter loses lines where it stumbles. */
export function indexLines(text: string): (offset: number) => { line: number; column: number } {
  const starts = lineStarts(text)
  return offset => {
    let [line, after] = [0, starts.length]
    while (after - line > 1) {
      const middle = (line + after) >> 1
      if ((starts[middle] ?? 0) <= offset) line = middle
      else after = middle
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/** Says what the parser stumbled on as an author would want to hear it. */
export function diagnoseYaml({ code, pos, message }: YAMLError, source: YamlSource): Problem {
  const { text, place } = source
  const offset = Math.min(pos[0], text.length)
  if (code === 'TAB_AS_INDENT') return diagnose('yaml-tabulation', place(offset))
  const line = lineAt(text, offset)
  const above = line.offset > 0 ? [lineAt(text, line.offset - 1)] : []
  // The parser may stumble on the line below an open quote only.
  const slip = slipOn(line) ?? above.flatMap(candidate => openQuoteOn(candidate) ?? [])[0]
  if (slip && !plain.has(code))
    return diagnose(slip.code, place(slip.offset), { remedy: `${slip.key}: ${quote(slip.value)}` })
  // It is missed where the next key begins; behind a `#` something else was lost.
  const end = text.slice(0, offset).trimEnd().length
  if (code === 'BAD_INDENT' && message.startsWith('Flow') && !/\s#/.test(lineAt(text, end).text)) {
    const sign = message.endsWith('}') ? '}' : ']'
    return diagnose('yaml-invalide', place(end), {
      cause: `il manque « ${sign} », qui ferme ce qui est ouvert`,
    })
  }
  return diagnose('yaml-invalide', place(offset), { cause: causes[code] ?? 'forme inattendue' })
}

type YamlSlip = { code: 'yaml-guillemets' | 'yaml-deux-points'; key: string; value: string; offset: number }

/** `'L'ESS'` ends too early, `"L'ESS` never; `titre: ESS : de quoi parle-t-on ?` has two colons. */
function slipOn(line: SourceLine): YamlSlip | null {
  const entry = entryOn(line)
  if (entry === null) return null
  if (/^['"]/.test(entry.value)) return openQuoteOn(line) ?? { code: 'yaml-guillemets', ...entry }
  return /^[^{[].*: |^[^{[].*:$/.test(entry.value) ? { code: 'yaml-deux-points', ...entry } : null
}

function openQuoteOn(line: SourceLine): YamlSlip | null {
  const entry = entryOn(line)
  const isOpen = entry !== null && /^(['"])(?!.*\1)/.test(entry.value)
  return isOpen ? { ...entry, code: 'yaml-guillemets', value: entry.value.slice(1) } : null
}

/** Codes with a clear cause: no other slip gives them. */
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
