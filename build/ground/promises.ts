import { once } from 'node:events'

/** Ends when a signal fires, at once if it has. */
export async function untilFired(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

/** A signal that fires with another, or after so many ms. */
export function withPatience(signal: AbortSignal, ms: number): AbortSignal {
  const late = AbortSignal.timeout(ms)
  // Node 20 forgets a timeout that nothing listens to. @see https://github.com/nodejs/node/issues/57736
  late.addEventListener('abort', () => {})
  return AbortSignal.any([signal, late])
}

/** Waits for the end of all works, then throws the first fault in their order: no other is at work any more. */
export async function allEnded<T extends readonly unknown[]>(
  works: readonly [...T],
): Promise<{ -readonly [Place in keyof T]: Awaited<T[Place]> }> {
  for (const ended of await Promise.allSettled(works)) if (ended.status === 'rejected') throw ended.reason
  return Promise.all(works)
}
