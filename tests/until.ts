import { setTimeout as sleep } from 'node:timers/promises'

/** Longest wait of a test for one event, in ms: only a hang reaches it, on the slowest machine. */
export const HANG_MS = 300_000

/** Looks until there is something to see. @param about what to tell when nothing comes. @param limit longest wait, in ms */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  about: () => string = () => '',
  limit = HANG_MS,
): Promise<T> {
  const end = performance.now() + limit
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() > end) throw new Error(`nothing came; ${about()}`)
    await sleep(20)
  }
}
