import { type Document, isAlias, isScalar, type Node, visit, type YAMLError } from 'yaml'
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'

type Context = { text: string; document: Document.Parsed; place: (offset: number) => Place }

/** What the parser says, as an author would want to hear it: the usual slips of someone who writes French in YAML are
 *  recognised from the line they stand on, and the line is written out anew. */
export function diagnoseYaml(problem: YAMLError | Node, context: Context): Diagnostic {
  if (isAlias(problem)) return diagnoseStart(problem.range?.[0] ?? 0, context)
  if (!('code' in problem)) return diagnose('yaml-invalide', context.place(0), { cause: 'forme inattendue' })
  const offset = Math.min(problem.pos[0], context.text.length)
  const place = context.place(offset)
  const line = lineAround(context.text, offset)
  const pair = /^(\s*(?:- +)?([^\s:'"{[][^:]*?): +)(.*)$/.exec(line.text)
  const rewritten = pair === null ? null : `${pair[1]?.trim()} ${quote(pair[3] ?? '')}`
  switch (problem.code) {
    case 'DUPLICATE_KEY':
      return duplicate(offset, context)
    case 'TAB_AS_INDENT':
      return diagnose('yaml-tabulation', place)
    case 'BAD_SCALAR_START':
    case 'BAD_ALIAS':
    case 'TAG_RESOLVE_FAILED':
      return diagnoseStart(offset, context)
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN': {
      const glued = gluedKey(context.text, offset)
      if (glued !== null) {
        return diagnose('yaml-espace', context.place(glued.offset), {
          cle: glued.key,
          remede: `${glued.key}: ${glued.value}`,
        })
      }
      const open = unclosed(context.text, offset)
      if (open !== null) {
        const values = { attendu: `« ${open.closer} »`, ouverture: context.place(open.offset).line }
        return diagnose('yaml-fermeture', context.place(open.offset), values)
      }
      if (pair !== null && rewritten !== null) {
        const value = pair[3] ?? ''
        const start = context.place(line.offset + (pair[1]?.length ?? 0))
        if (/^[*&!%@`]/.test(value)) return diagnoseStart(line.offset + (pair[1]?.length ?? 0), context)
        if (/^['"]/.test(value)) return diagnose('yaml-guillemets', start, { remede: rewritten })
        if (/: |:$/.test(value)) return diagnose('yaml-deux-points', start, { remede: rewritten })
      }
      return diagnose('yaml-invalide', place, { cause: causes[problem.code] ?? 'forme inattendue' })
    }
    default:
      return diagnose('yaml-invalide', place, { cause: causes[problem.code] ?? 'forme inattendue' })
  }
}

const causes: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'le retrait ne convient pas',
  MULTIPLE_DOCS: '« --- » ouvre un second document',
  NON_STRING_KEY: 'la clé doit être un mot',
  BLOCK_AS_IMPLICIT_KEY: "une clé est écrite dans la valeur d'une autre",
  MISSING_CHAR: 'il manque « : » après la clé',
  BAD_DQ_ESCAPE: "dans des guillemets droits, « \\ » s'écrit « \\\\ »",
}

/** A value that opens with a character that YAML keeps for itself: `*`, `&`, `!`, `@`, `%`, a backtick. */
function diagnoseStart(offset: number, { text, place }: Context): Diagnostic {
  const line = lineAround(text, offset)
  const before = line.text.slice(0, offset - line.offset)
  const value = line.text.slice(offset - line.offset)
  const item = /[[,{]\s*(?:[^,:{[]+: +)?$/.test(before) ? (/^[^,\]}]*/.exec(value)?.[0] ?? value) : value
  const remede = item === value ? `${before.trim()} ${quote(value)}`.trim() : quote(item)
  return diagnose('yaml-caractere', place(offset), { caractere: value.charAt(0), remede })
}

function duplicate(offset: number, { document, place }: Context): Diagnostic {
  let key = ''
  let first = offset
  visit(document, {
    Map(_, map) {
      const pair = map.items.find(item => isScalar(item.key) && item.key.range?.[0] === offset)
      if (!pair || !isScalar(pair.key)) return undefined
      key = String(pair.key.value)
      const twin = map.items.find(item => isScalar(item.key) && String(item.key.value) === key)
      if (twin && isScalar(twin.key)) first = twin.key.range?.[0] ?? offset
      return visit.BREAK
    },
  })
  return diagnose('cle-double', place(offset), { chemin: key, autre: place(first).line })
}

/** `titre:Commande`, at the line of the error or above it: without a space this is no key. */
function gluedKey(text: string, offset: number): { offset: number; key: string; value: string } | null {
  const line = lineAround(text, offset)
  const above = line.offset > 0 ? lineAround(text, line.offset - 1) : null
  for (const candidate of [line, above]) {
    const match = candidate && /^(\s*(?:- +)?)([a-z_]+):([^\s/].*)$/.exec(candidate.text)
    if (candidate && match) {
      return {
        offset: candidate.offset + (match[1]?.length ?? 0),
        key: match[2] ?? '',
        value: match[3] ?? '',
      }
    }
  }
  return null
}

/** The last quote, bracket or brace that a value opens, up to `offset`, and that its own line does not close. */
function unclosed(text: string, offset: number): { offset: number; closer: string } | null {
  const before = text.slice(0, offset)
  const match = [...before.matchAll(/(?:^|\n)\s*(?:- +)?[^\s:'"{[\n][^:\n]*: +(["'[{])(.*)/g)].at(-1)
  if (match === undefined) return null
  const opener = match[1] ?? ''
  const closer = { '"': '"', "'": "'", '[': ']', '{': '}' }[opener] ?? ''
  const rest = text.slice(match.index + match[0].length - (match[2]?.length ?? 0), offset)
  if (rest.includes(closer)) return null
  return { offset: match.index + match[0].length - (match[2]?.length ?? 0) - 1, closer }
}

function lineAround(text: string, offset: number): { offset: number; text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { offset: start, text: text.slice(start, end === -1 ? text.length : end) }
}

/** The value between straight double quotes, its own ones made typographic: the build prints them « so » anyway. */
function quote(value: string): string {
  const bare = value.trim().replace(/^(["'])(.*)\1$/, '$2')
  return `"${bare.replace(/\\/g, '\\\\').replace(/"/g, '\\"')}"`
}
