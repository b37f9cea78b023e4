/** Shares the width of a table across a printed page between its columns; runs in the paging tab too. Short texts stay on
 *  one line; the other columns share the rest by the length of their texts. All lengths are in one unit.
 *  @param least width of the longest word of each column @param most width of each column on one line @param width of the
 *  table
 *  @returns widths whose sum is `width`; if the words do not fit, the columns with the longest get less than `least` */
export function shareColumns(least: readonly number[], most: readonly number[], width: number): number[] {
  /** Part of an equal share that a column of texts has at least. */
  const NARROW = 0.5
  const count = least.length
  const sum = (lengths: readonly number[]) => lengths.reduce((a, b) => a + b, 0)
  if (sum(most) <= width) return most.map(need => (need * width) / sum(most))
  if (sum(least) > width)
    return fill(
      least,
      width,
      least.map(() => 1),
    )
  const wider = least.map((need, column) =>
    Math.max(need, Math.min(most[column] ?? 0, (NARROW * width) / count)),
  )
  const floors = sum(wider) <= width ? wider : least
  const wants = floors.map((floor, column) => Math.max(0, (most[column] ?? 0) - floor))
  const more = fill(wants, width - sum(floors), wants)
  return floors.map((floor, column) => floor + (more[column] ?? 0))

  /** Gives each what it wants, the smallest first, as long as that is no more than an equal share; the others share the rest by weight. */
  function fill(wants: readonly number[], room: number, weights: readonly number[]): number[] {
    const given = wants.map(() => 0)
    const open = [...wants.keys()].sort((a, b) => (wants[a] ?? 0) - (wants[b] ?? 0))
    let left = room
    for (let column = open[0]; column !== undefined; column = open[0]) {
      const want = wants[column] ?? 0
      if (want > left / open.length) break
      given[column] = want
      left -= want
      open.shift()
    }
    const total = sum(open.map(column => weights[column] ?? 0))
    for (const column of open) given[column] = ((weights[column] ?? 0) / total) * left
    return given
  }
}
