/** A stretch of two lists: `from` to `to`, `to` apart, of the one and of the other. */
type Stretch = { before: [from: number, to: number]; now: [from: number, to: number] }

/** What stands between the common part of two lists, before the first of it and after the last: mostly nothing. */
export function* betweenCommon(before: readonly string[], now: readonly string[]): Generator<Stretch> {
  let [at, from] = [0, 0]
  for (const [index, same] of [...commonPart(before, now), [now.length, before.length] as const]) {
    yield { before: [at, same], now: [from, index] }
    at = same + 1
    from = index + 1
  }
}

/** The longest common part of two lists: index in `now` → index in `before`. */
export function commonPart(before: readonly string[], now: readonly string[]): Map<number, number> {
  const width = now.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        before[row] === now[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1))
  const pairs = new Map<number, number>()
  for (let row = 0, column = 0; row < before.length && column < now.length; ) {
    if (before[row] === now[column]) pairs.set(column++, row++)
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
