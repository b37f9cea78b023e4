import type { Paragraph } from './read-paragraphs.ts'

/** Runs are as close as this, in mm, when they stand on one line. */
const SAME_LINE = 1

/** The word that a paragraph of several lines ends with, when it stands alone; one that the page cuts has no end. */
export function oneWordEnd(paragraph: Paragraph): string | null {
  const drawn = paragraph.filter(({ text }) => text.trim())
  const last = drawn.at(-1)
  const onLast = ({ baseline }: { baseline: number }) =>
    Math.abs(baseline - (last?.baseline ?? 0)) < SAME_LINE
  if (!last || drawn.every(onLast)) return null
  const text = paragraph
    .filter(onLast)
    .map(({ text }) => text)
    .join('')
    .trim()
  return /[.!?:;»)…]$/.test(text) && !/\s/.test(text.replace(/\s(?=[!?:;»]$)/, '')) ? text : null
}
