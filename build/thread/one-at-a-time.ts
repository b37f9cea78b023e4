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
