import { LCS } from 'node-diff3'

/** Finds the longest run of `values` that never goes back, as indexes; of two equal runs, the earlier. */
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

/** Pairs of equal items that are compared in a few seconds: two texts of 10,000 words have half as many. */
const MOST_PAIRS = 4_000_000

/** Finds the longest common part of two lists, as pairs of their indexes; of immense ones, where they begin and end alike. */
export function commonPart(
  before: readonly string[],
  now: readonly string[],
): [before: number, now: number][] {
  const most = Math.min(before.length, now.length)
  let start = 0
  while (start < most && before[start] === now[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++
  const [old, recent] = [before.slice(start, before.length - end), now.slice(start, now.length - end)]
  const middle: [number, number][] = []
  if (countPairs(old, recent) <= MOST_PAIRS)
    for (let link = LCS(old, recent); link.chain; link = link.chain)
      middle.push([start + link.buffer1index, start + link.buffer2index])
  return [
    ...Array.from({ length: start }, (_, index): [number, number] => [index, index]),
    ...middle.reverse(),
    ...Array.from({ length: end }, (_, index): [number, number] => [
      before.length - end + index,
      now.length - end + index,
    ]),
  ]
}

/** A stretch of two lists: `from` to `to`, `to` apart, of the one and of the other. */
type ListStretch = { before: [from: number, to: number]; now: [from: number, to: number] }

/** Yields the stretches around the common part of two lists: before its first item, between its items, after its last. Most
 *  are empty. */
export function* betweenCommon(before: readonly string[], now: readonly string[]): Generator<ListStretch> {
  let [at, from] = [0, 0]
  for (const [same, index] of [...commonPart(before, now), [before.length, now.length] as const]) {
    yield { before: [at, same], now: [from, index] }
    at = same + 1
    from = index + 1
  }
}

function countPairs(some: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const item of some) counts.set(item, (counts.get(item) ?? 0) + 1)
  return others.reduce((sum, item) => sum + (counts.get(item) ?? 0), 0)
}

/** Runs works one after another, in the order of the calls. An error reaches its own caller and stops no other work. */
export function oneByOne(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let turn: Promise<unknown> = Promise.resolve()
  return work => {
    const done = turn.then(work)
    turn = done.catch(() => undefined) // thrown to the caller
    return done
  }
}

/** Remembers what `make` gives for a thing, as long as the thing itself is there. */
export function rememberOf<Thing extends object, Result>(
  make: (thing: Thing) => Result,
): (thing: Thing) => Result {
  const cache = new WeakMap<Thing, { result: Result }>()
  return thing => {
    const entry = cache.get(thing) ?? { result: make(thing) }
    cache.set(thing, entry)
    return entry.result
  }
}
