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
