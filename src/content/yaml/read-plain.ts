import type { Path } from './offset-of.ts'

/** A text of lines `clé: valeur`, each value one word or sentence, or a list of such in brackets: the values, and where each
 *  begins. */
export type Plain = { value: Record<string, unknown>; offsetOf(path: Path, part: 'cle' | 'valeur'): number }

type Entry = { cle: number; valeur: number; items: number[] }

const line = /([a-z][a-z_]{0,60}): (?:\[([^[\]{}\n]*)\]|([^\n]*))(?:\n|$)/y
// Neither a sign that means something to YAML, nor a word that is no text, nor a space at the end.
const words = /^[\p{L}\d](?:[^:#,[\]{}\s\p{Cc}]|:(?=\S)|,(?!$)| (?=[^\s#]))*$/u
const other = /^(?:null|true|false|0x[\da-f]+|0o[0-7]+|\d+(?:\.\d*)?(?:e[-+]?\d+)?)$/i
const quoted = /^"([^"\\\p{Cc}]+)"$/u
const spaces = /^ +| +$/g
const whole = /^(?:0|[1-9]\d{0,14})$/

/** Reads a front matter as nearly all are written, some thirty times faster than the parser, which reads all of YAML; null for
 *  whatever else stands in it, right or wrong: the parser judges it. */
export function readPlain(text: string): Plain | null {
  const entries = new Map<string, Entry>()
  const value: Record<string, unknown> = {}
  line.lastIndex = 0
  while (line.lastIndex < text.length) {
    const start = line.lastIndex
    const found = line.exec(text)
    const [, key = '', list, single = ''] = found ?? []
    if (found === null || entries.has(key) || other.test(key)) return null
    const valeur = start + key.length + 2
    const items = list === undefined ? [] : offsetsIn(list, valeur + 1)
    const read = list === undefined ? (quoted.exec(single)?.[1] ?? scalarOf(single)) : listOf(list)
    if (read === null) return null
    entries.set(key, { cle: start, valeur, items })
    value[key] = read
  }
  return entries.size === 0 ? null : { value, offsetOf: (path, part) => find(entries, path, part) }
}

function scalarOf(text: string): string | number | null {
  if (whole.test(text)) return Number(text)
  return words.test(text) && !other.test(text) ? text : null
}

function listOf(text: string): (string | number)[] | null {
  const items: (string | number)[] = []
  for (const item of text.split(',')) {
    const read = scalarOf(item.replace(spaces, ''))
    if (read === null) return null
    items.push(read)
  }
  return items
}

function offsetsIn(list: string, from: number): number[] {
  let at = from
  return list.split(',').map(item => {
    const offset = at + (/^ */.exec(item)?.[0].length ?? 0)
    at += item.length + 1
    return offset
  })
}

/** As `offsetOf` finds it in what the parser has read. */
function find(entries: ReadonlyMap<string, Entry>, [key, index]: Path, part: 'cle' | 'valeur'): number {
  const entry = key === undefined ? undefined : entries.get(String(key))
  if (entry === undefined) return 0
  if (index === undefined) return part === 'cle' ? entry.cle : entry.valeur
  return entry.items[Number(index)] ?? entry.valeur
}
