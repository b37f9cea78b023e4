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

/** Finds the longest common part of two lists, as pairs of their indexes. */
export function commonPart(
  before: readonly string[],
  now: readonly string[],
): [before: number, now: number][] {
  const pairs: [number, number][] = []
  for (let link = LCS([...before], [...now]); link.chain; link = link.chain)
    pairs.push([link.buffer1index, link.buffer2index])
  return pairs.reverse()
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
