// The thread that makes the printer's PDF and measures it, while the same sheets are tagged for the screen.
import { type Cache, openCache, openStandingCache } from '../../cache.ts'
import { serve } from '../../thread.ts'
import { makePress } from './make-press.ts'
import type { PressTalk } from './press-room.ts'

/** A thread works with one cache. */
let cache: Cache | undefined

serve<PressTalk>(async ({ printed, cacheDir, standing, ...order }, { ask, signal }) => {
  cache ??= standing ? openStandingCache(cacheDir) : openCache(cacheDir)
  const sheets = printed.map(({ key, fresh }) => ({ key, fresh, read: async () => fresh ?? ask(key) }))
  const made = await makePress({ ...order, printed: sheets, cache }, signal)
  if (standing) setImmediate(forget)
  return made
})

/** What this edition did not read, the next one hardly will. Nobody waits for it. */
function forget(): void {
  cache?.prune().catch(() => {}) // the build itself prunes the cache, and tells of its faults
}
