/** Remembers what `make` gives for a thing, as long as the thing itself is there. */
export function rememberOf<Thing extends object, Result>(
  make: (thing: Thing) => Result,
): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { result: Result }>()
  return thing => {
    const found = known.get(thing) ?? { result: make(thing) }
    known.set(thing, found)
    return found.result
  }
}
