import { once } from 'node:events'

/** Makes a promise with the functions that settle it. Its failure may stay unread. */
export function openPromise<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (fault: unknown) => void = () => {}
  const promise = new Promise<T>((done, fail) => {
    resolve = done
    reject = fail
  })
  promise.catch(() => {}) // thrown to the caller who waits
  return { promise, resolve, reject }
}

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

/** Runs `work` once more after each call, never twice at once: calls that come while it runs are answered by one run. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again: Promise<void> | undefined
  const run = () => {
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return run()
    again ??= running
      .catch(() => {}) // thrown to the caller who asked for that run
      .then(() => {
        again = undefined
        return run()
      })
    return again
  }
}
