import type { Kit } from '../../src/kit.ts'

/** Makes something once for each name, as long as the kit is the same. What failed is made anew when it is asked for again. */
export function oncePerKit<Thing>(
  make: (kit: Kit, name: string) => Promise<Thing>,
): (kit: Kit, name: string) => Promise<Thing> {
  const thingsOf = new WeakMap<Kit, Map<string, Promise<Thing>>>()
  return (kit, name) => {
    const things = thingsOf.get(kit) ?? new Map<string, Promise<Thing>>()
    thingsOf.set(kit, things)
    const thing = things.get(name) ?? make(kit, name)
    things.set(name, thing)
    thing.catch(() => things.delete(name)) // thrown to the caller
    return thing
  }
}
