import { type Run, textOf } from '../word/element.ts'
import { type Manuscript, paragraphsOf } from '../word/read/manuscript.ts'
import type { Covered } from './readings.ts'

/** The links of a Word file to addresses of the web, with the words under each, in the order of the text; notes are in it. */
export function linksOfWord({ elements }: Pick<Manuscript, 'elements'>): Covered[] {
  return paragraphsOf(elements).flatMap(({ runs }) =>
    linked(runs).flatMap(part => {
      const [url, words] = [part[0]?.href ?? '', textOf(part).replace(/\s+/g, ' ').trim()]
      return /^https?:/i.test(url) && words !== '' ? [{ url, words, page: null, box: null }] : []
    }),
  )
}

/** Neighbours that lead to the same address. */
function linked(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = []
  for (const [index, run] of runs.entries()) {
    const last = parts.at(-1)
    if (last && runs[index - 1]?.href === run.href) last.push(run)
    else parts.push([run])
  }
  return parts
}
