/** Does a work once; anew after it failed. Who asks while it fails is served by another try: the network may have come back since. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let pending: Promise<T> | undefined
  const begin = () => {
    pending ??= work().catch(cause => {
      pending = undefined
      throw cause
    })
    return pending
  }
  return () => pending?.catch(begin) ?? begin()
}
