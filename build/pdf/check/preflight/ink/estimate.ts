import type { PageFacts } from '../read/facts.ts'
import type { PageInk } from './page-ink.ts'

/** The darkest point of each page, from what it is painted with. Without overprint and without transparency every point
 *  shows the one object that was painted last, so that the darkest object gives the bound; a gradient its darkest stop, a
 *  picture its darkest pixel. */
export function estimateInk(pages: readonly PageFacts[]): {
  pages: PageInk[]
  unsure: { page: number; why: string }[]
} {
  const unsure: { page: number; why: string }[] = []
  const estimated = pages.map(({ page, paints, pictures, transparency, overprint }) => {
    const coverages = [
      ...paints.map(({ coverage }) => coverage),
      ...pictures.map(({ coverage }) => coverage()),
    ]
    if (overprint) unsure.push({ page, why: 'surimpression' })
    else if (transparency.size > 0) unsure.push({ page, why: 'transparence' })
    else if (coverages.some(coverage => coverage === null)) unsure.push({ page, why: 'couleur inconnue' })
    return { page, coverage: Math.max(0, ...coverages.map(coverage => coverage ?? 0)) }
  })
  return { pages: estimated, unsure }
}
