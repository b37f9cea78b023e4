import { type Element, keyOfElements } from '../element.ts'
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
  const key = keyOfElements(elements)
  for (const manner of manners) {
    const text = writeElements(elements, manner)
    const segments = segmentsOf(text)
    if (keyOfElements(segments.flatMap(one => one.elements)) === key) return text
  }
  return null
}
