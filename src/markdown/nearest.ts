import { slips } from '../diagnostics/slips.ts'

/** The names of `known` nearest to `wrong`, best first: at most `count`, and none that is nothing like it. */
export function nearest(wrong: string, known: readonly string[], count = 1): string[] {
  const limit = Math.max(2, Math.ceil(wrong.length / 2))
  return known
    .map(name => ({ name, cost: distance(wrong.toLowerCase(), name) }))
    .filter(({ cost }) => cost <= limit)
    .sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name)
}

/** A name that begins with the wrong one costs at most 1. */
const distance = (from: string, to: string) => (from.length > 2 && to.startsWith(from) ? 1 : slips(from, to))
