import type { Plan } from './matter.ts'

/** The pages, from 0, on which a box begins whose text ends on the page before: they must face it. */
export function pagesThatFollow({ pages }: Plan): number[] {
  const ends = new Map<number, number>()
  for (const [index, placements] of pages.entries())
    for (const { item, part } of placements) if (part === 'texte') ends.set(item, index)
  return [...pages.keys()].filter(index =>
    pages[index]?.some(
      ({ item, part, from }) => typeof part === 'object' && from === 0 && (ends.get(item) ?? index) < index,
    ),
  )
}
