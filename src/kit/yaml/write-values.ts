/** A value as it is written in a front matter; null: the key goes. */
export type WrittenValue = string | number | readonly string[] | null

/** The lines of a value, after its key: what it goes on with is indented, or an item of a list at the margin. */
export const REST = '[^\\r\\n]*(?:(?:\\r?\\n[ \\t]*)*\\r?\\n(?:[ \\t]+\\S|- )[^\\r\\n]*)*'

/** The text of a fiche with other values in its front matter, each in the place of all lines of the former one; the rest stays as
 *  it is. @param order keys as they follow each other: one of them that is missing is put in its place, any other is left out */
export function withValues(
  text: string,
  values: Readonly<Record<string, WrittenValue>>,
  order: readonly string[] = [],
): string {
  const end = text.indexOf('\n---', 3)
  let head = text.slice(0, end)
  for (const [key, value] of Object.entries(values)) head = withValue(head, key, value, order)
  return head + text.slice(end)
}

function withValue(head: string, key: string, value: WrittenValue, order: readonly string[]): string {
  const lines = linesOf(key)
  if (value === null) return head.replace(new RegExp(`\\r?\\n${lines.source}`, 'm'), '')
  const line = `${key}: ${writeValue(value)}`
  if (lines.test(head)) return head.replace(lines, former => line + remarkOf(former))
  const at = order.indexOf(key)
  if (at === -1) return head
  const before = order.slice(0, at).findLast(name => linesOf(name).test(head))
  const lineEnd = head.includes('\r\n') ? '\r\n' : '\n'
  return head.replace(before ? linesOf(before) : /^\ufeff?---[ \t]*/, above => above + lineEnd + line)
}

const linesOf = (key: string) => new RegExp(`^${key}[ \\t]*:(?=[ \\t\\r\\n]|$)${REST}`, 'm')

/** A remark behind a value of one line stays: `maj: 2025-11 # à vérifier`. */
const remarkOf = (lines: string): string =>
  /^[^\n:]+:[ \t]*(?:"[^"\n]*"|'[^'\n]*'|\[[^[\]\n]*\]|[^\s"'[{|>#][^\n#]*?)([ \t]+#[^\r\n]*)$/.exec(
    lines,
  )?.[1] ?? ''

const writeValue = (value: string | number | readonly string[]): string =>
  typeof value === 'number'
    ? String(value)
    : typeof value === 'string'
      ? quote(value)
      : `[${value.map(item => (/,/.test(item) ? JSON.stringify(item) : quote(item))).join(', ')}]`

/** A text as a YAML value, whatever signs it holds: double quotes of JSON are double quotes of YAML. A month needs none. */
export const quote = (text: string) =>
  (/^[\p{L}][\p{L}\p{N} ’'.,-]*$/u.test(text) && !RESERVED.test(text)) || /^\d{4}-\d{2}$/.test(text)
    ? text
    : JSON.stringify(text)

/** Words that YAML reads as other than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$|\s$/i
