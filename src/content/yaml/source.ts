import type { Place } from '../../diagnostics/diagnostic.ts'

/** A YAML text as its problems need it: its characters, and the way from an offset to its place. */
export type Source = { text: string; place: (offset: number) => Place }

export type Line = { offset: number; text: string }

/** The line that holds `offset`. */
export function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { offset: start, text: text.slice(start, end === -1 ? text.length : end) }
}

/** `clé: valeur` on a line of its own, with the offset of the value. */
export type Entry = { key: string; value: string; offset: number }

export function entryOn(line: Line): Entry | null {
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
