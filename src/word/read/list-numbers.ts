import { textOf } from '../element.ts'
import { paragraphsOf, type WordElement, type WordParagraph } from './manuscript.ts'

/** The number that stands before each numbered item of a file. A list counts on over what interrupts it, as Word does; a list in
 *  a list begins anew below each item. Items without words have none: no fiche keeps them. */
export function listNumbers(elements: readonly WordElement[]): ReadonlyMap<WordParagraph, number> {
  const countsOf = new Map<string, (number | undefined)[]>()
  const numbers = new Map<WordParagraph, number>()
  for (const paragraph of paragraphsOf(elements)) {
    const { list, runs } = paragraph
    if (!list || textOf(runs).trim() === '') continue
    const counts = countsOf.get(list.id)?.slice(0, list.depth + 1) ?? []
    const number = (counts[list.depth] ?? list.start - 1) + 1
    counts[list.depth] = number
    countsOf.set(list.id, counts)
    if (list.ordered) numbers.set(paragraph, number)
  }
  return numbers
}
