/** Indexes of the longest run of `values` that never goes back; of two as long, the one that begins first. */
export function inOrder(values: readonly number[]): Set<number> {
  /** Of the runs of each length, read from the end, the best one's last index. */
  const ends: number[] = []
  const next: number[] = []
  for (let index = values.length - 1; index >= 0; index--) {
    const value = values[index] ?? 0
    const isNext = (values[ends.at(-1) ?? -1] ?? value) >= value
    const length = isNext ? ends.length : ends.findIndex(end => (values[end] ?? 0) < value)
    next[index] = ends[length - 1] ?? -1
    ends[length] = index
  }
  const run = new Set<number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = next[index] ?? -1) run.add(index)
  return run
}
