import { attributeOf, elementsOf, type MarkupElement } from '../../problems/index.ts'

/** A map of all communes has fewer shapes. `<use>` of ten, of ten, of ten … has thousands of millions. */
export const MOST_SHAPES = 200_000

/** Counts the elements that a browser draws: each copy of a `<use>` is one more. */
export function shapesIn(written: string): number {
  const all = elementsOf(written, true)
  const named = new Map(all.map(element => [`#${attributeOf(element, 'id')}`, element]))
  const counts = new Map<MarkupElement, number>()
  const countOf = (whole: MarkupElement): number => {
    const former = counts.get(whole)
    if (former !== undefined) return former
    // What uses itself is drawn once.
    counts.set(whole, 0)
    const inside = all.filter(({ start }) => start >= whole.start && start < whole.end)
    const count = inside.reduce((sum, element) => {
      const target = element.name === 'use' ? named.get(attributeOf(element, 'href') ?? '') : undefined
      return sum + 1 + (target ? countOf(target) : 0)
    }, 0)
    counts.set(whole, count)
    return count
  }
  return all[0] ? countOf(all[0]) : 0
}
