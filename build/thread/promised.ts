/** A promise and the functions that settle it; nobody need wait for it when it fails. */
export function promised<T>() {
  let resolve: (value: T) => void = () => {}
  let reject: (fault: unknown) => void = () => {}
  const promise = new Promise<T>((done, fail) => {
    resolve = done
    reject = fail
  })
  promise.catch(() => {}) // thrown to the caller who waits
  return { promise, resolve, reject }
}
