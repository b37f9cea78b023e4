import { type Cache, openCache, openStandingCache } from '../../store/cache.ts'

/** A thread works with one cache. */
let cache: Cache | undefined

/** The cache of this thread, for each of its orders. @param standing whether there will be another one: what is read again is
 *  remembered then */
export function threadCache(dir: string | null, standing: boolean): Cache {
  cache ??= standing ? openStandingCache(dir) : openCache(dir)
  return cache
}

/** What this order did not read, the next one hardly will. Nobody waits for it. */
export function forgetLater(): void {
  setImmediate(() => cache?.prune().catch(() => {})) // the build itself prunes the cache, and tells of its faults
}
