// French keyboards type no-break spaces, which look like others.
const fence = /^[\u00a0\u202f]*:::+[ \t\u00a0\u202f]*(\S.*)?$/

/** `::: nom …` → what follows the colons, `:::` → '', any other line → null. Colons may close the line too, as other programs have it. */
export function fenceOf(text: string): string | null {
  const match = fence.exec(text)
  return match && (match[1] ?? '').replace(/[ \u00a0\u202f]:::+$/, '').trimEnd()
}

/** An opening line, cut: the name of its block, its words and their offset in the line, the anchor behind them. */
export type OpeningLine = { name: string; words: string; offset: number; ancre: string | null }

/** `::: exemple Titre · Lieu (69) {#ancre}` → its parts; null for a line that opens nothing. What the words are, the block says (`open`). */
export function cutOpening(line: string): OpeningLine | null {
  const argument = fenceOf(line)
  if (!argument) return null
  const [head = '', name = ''] = /^(\S+)\s*/.exec(argument) ?? []
  const text = argument.slice(head.length)
  const { 0: mark = '', 1: ancre = null } = /\s*\{\s*#([^\s{}#.=]+)\s*\}$/.exec(text) ?? []
  const words = text.slice(0, text.length - mark.length)
  return { name, words, offset: line.indexOf(argument) + head.length, ancre }
}
