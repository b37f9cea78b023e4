import type { Text } from '@codemirror/state'

/** Where a block `::: …` stands in the editor, as offsets, and its lines. */
export type BlockAt = { from: number; to: number; text: string }

/** The block around an offset; null: there is none, or it is not closed. Blocks hold no others. */
export function blockAt(doc: Text, offset: number): BlockAt | null {
  const here = doc.lineAt(offset).number
  const textOf = (number: number) => doc.line(number).text
  const isEnd = (text: string) => /^:::\s*$/.test(text)
  let first = here
  while (first > 1 && !textOf(first).startsWith(':::')) first -= 1
  if (isEnd(textOf(first)) && first === here) {
    first -= 1
    while (first > 1 && !textOf(first).startsWith(':::')) first -= 1
  }
  if (first < 1 || !/^::: ?\S/.test(textOf(first))) return null
  let last = Math.max(first + 1, here)
  while (last <= doc.lines && !textOf(last).startsWith(':::')) last += 1
  if (last > doc.lines || !isEnd(textOf(last))) return null
  const { from } = doc.line(first)
  const { to } = doc.line(last)
  const lines: string[] = []
  for (let number = first; number <= last; number++) lines.push(textOf(number))
  return { from, to, text: lines.join('\n') }
}
