import type { Text } from '@codemirror/state'

/** Where a block `::: …` stands in the editor, as offsets, and its lines. */
export type BlockAt = { from: number; to: number; text: string }

/** The block around an offset; null: there is none, or it is not closed. Blocks hold no others. */
export function blockAt(doc: Text, offset: number): BlockAt | null {
  const here = doc.lineAt(offset).number
  const textOf = (number: number) => doc.line(number).text
  const isEnd = (text: string) => /^:::\s*$/.test(text)
  let first = isEnd(textOf(here)) ? here - 1 : here
  while (first > 1 && !textOf(first).startsWith(':::')) first -= 1
  if (first < 1 || !/^::: ?\S/.test(textOf(first))) return null
  let last = Math.max(first + 1, here)
  while (last <= doc.lines && !textOf(last).startsWith(':::')) last += 1
  if (last > doc.lines || !isEnd(textOf(last))) return null
  const { from } = doc.line(first)
  const { to } = doc.line(last)
  return { from, to, text: doc.sliceString(from, to) }
}
