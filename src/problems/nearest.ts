/** Finds the likely candidate for a misspelt `word`, or null. It may differ by one letter in three at most, or by two in a
 *  short word; letters added at its end count as one. Accents and case are ignored. */
export const nearest = (word: string, candidates: Iterable<string>): string | null =>
  nearestFew(word, candidates, 1)[0] ?? null

/** The same, the `count` best of them, best first. */
export function nearestFew(word: string, candidates: Iterable<string>, count: number): string[] {
  // No name is that long, and the comparison is quadratic.
  if (word.length > 100) return []
  const wanted = fold(word)
  const most = Math.max(2, Math.floor(wanted.length / 3))
  return Array.from(candidates, name => ({ name, cost: costOf(wanted, fold(name), most) }))
    .filter(({ cost }) => cost <= most)
    .sort((a, b) => a.cost - b.cost)
    .slice(0, count)
    .map(({ name }) => name)
}

function costOf(wanted: string, folded: string, most: number): number {
  if (wanted.length > 2 && folded.startsWith(wanted)) return Math.min(1, folded.length - wanted.length)
  if (Math.abs(folded.length - wanted.length) > most) return Number.POSITIVE_INFINITY
  const cost = slips(wanted, folded)
  // As many slips as letters: nothing of the word is left.
  return cost < Math.max(wanted.length, folded.length) ? cost : Number.POSITIVE_INFINITY
}

const fold = (word: string) =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s_]/g, '-')

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours each cost one. */
export function slips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(swapped ? Math.min(cost, at(beforeLast, j - 2) + 1) : cost)
    }
    beforeLast = last
    last = row
  }
  return at(last, b.length)
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
