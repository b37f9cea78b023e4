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

/** Letters to insert, delete, replace or swap; a name that begins with the wrong one costs at most 1. */
function distance(from: string, to: string): number {
  if (from.length > 2 && to.startsWith(from)) return 1
  let previous: number[] = []
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) {
        cost = Math.min(cost, (previous[j - 2] ?? 0) + 1)
      }
      next.push(cost)
    }
    previous = row
    row = next
  }
  return row[to.length] ?? to.length
}
