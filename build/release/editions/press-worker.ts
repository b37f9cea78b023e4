// The thread that makes the printer's PDF and measures it, while the same sheets are tagged for the screen.
import { serve } from '../../thread/thread.ts'
import { makePress } from './make-press.ts'
import type { PressTalk } from './press-room.ts'
import { forgetLater, threadCache } from './thread-cache.ts'

serve<PressTalk>(async ({ printed, cacheDir, standing, ...order }, { ask, signal }) => {
  const cache = threadCache(cacheDir, standing)
  const sheets = printed.map(({ key, fresh }) => ({ key, fresh, read: async () => fresh ?? ask(key) }))
  const made = await makePress({ ...order, printed: sheets, cache }, signal)
  if (standing) forgetLater()
  return made
})
