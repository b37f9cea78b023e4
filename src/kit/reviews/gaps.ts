/** What begins a line: the sign of an item, a heading or a quotation, the name of a block, the key of a value, the edge of a row. */
const LEAD = String.raw`(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6}|:{3,}[ \t]*\w*|[a-z_]+:|\|)[ \t]+)*`
/** Lines that say nothing: the end of a block, the rule of a table. */
const SILENT = String.raw`(?:\s|:{3,}[ \t]*(?=\n|$)|\|[ :|-]+\|[ \t]*(?=\n|$))*`
const GAP = String.raw`(?:[ \t]+\|)?[ \t]*\n${SILENT}${LEAD}|(?<=[.!?…][»”")\]*_]*)[ ]+(?=[«“"*_([]*\p{Lu})|[ \t]+\|[ \t]+`

/** Splits a text into its units (sentences, cells, titles) and what parts them: the end of a line with what begins the next, of a
 *  cell, of a sentence. Units and gaps in turn, a unit first. */
export const splitAtGaps = (text: string): string[] => text.split(new RegExp(`(${GAP})`, 'u'))

/** Finds what stands right before and right after a passage, as long as it parts units. */
export function gapsAround(
  text: string,
  { from, to }: { from: number; to: number },
): [before: string, after: string] {
  const gaps = [...text.matchAll(new RegExp(GAP, 'gu'))]
  const before = gaps.find(({ 0: gap, index }) => index + gap.length === from)?.[0] ?? ''
  return [before, gaps.find(({ index }) => index === to)?.[0] ?? '']
}

/** What parts two units once the one between them is gone. @param isEnd nothing comes after it */
export function gapWithout(before: string, after: string, isEnd: boolean): string {
  if (before === '' || isEnd) return before === '' ? '' : after
  const [first, next] = [before, after].map(gap => new RegExp(`^(.*?)(${LEAD})$`, 's').exec(gap) ?? [])
  const [end = '', lead = ''] = first?.slice(1) ?? []
  const [nextEnd = '', nextLead = ''] = next?.slice(1) ?? []
  const closes = (gap: string) => /^:{3,}/m.test(gap)
  const leaves = lead !== '' && lead !== nextLead
  const isLast = !end.includes('\n') || (!closes(end) && (closes(nextEnd) || leaves))
  return (isLast && nextEnd.includes('\n') ? nextEnd : end) + nextLead
}
