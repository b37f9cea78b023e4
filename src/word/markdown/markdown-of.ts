import type { Element } from '../element.ts'
import { segmentsOf } from './segments.ts'
import { writeElements } from './write-elements.ts'
import type { Manner } from './write-runs.ts'

/** Plainest first: most paragraphs need no backslash. */
const manners: readonly Manner[] = [
  { escape: false, italic: '*' },
  { escape: false, italic: '_' },
  { escape: true, italic: '*' },
  { escape: true, italic: '_' },
]

/** Markdown of one segment that reads back as the same elements; null when none does. */
export function markdownOf(elements: readonly Element[]): string | null {
  const key = JSON.stringify(elements)
  for (const manner of manners) {
    const text = writeElements(elements, manner)
    const read = segmentsOf(text).flatMap(one => one.elements)
    if (JSON.stringify(read) === key) return text
  }
  return null
}
