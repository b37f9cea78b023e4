/** Cache on the reader's device for what an excerpt is made from. The service worker looks there without network. */
export const COMPOSING_CACHE = 'kit-composer'

/** There is no network, and the reader keeps no copy. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

type FetchOptions = {
  signal: AbortSignal
  /** Told which share of all has come, from 0 to 1. */
  onProgress(share: number): void
}

/** Reads files whole. @throws Unreachable, Error for an answer that is no file, AbortError */
export async function fetchAll(
  addresses: readonly string[],
  { signal, onProgress }: FetchOptions,
): Promise<ArrayBuffer[]> {
  const responses = await Promise.all(addresses.map(address => fetchFile(address, signal)))
  const lengths = responses.map(({ headers }) => Number(headers.get('content-length') ?? 0))
  const total = lengths.reduce((sum, length) => sum + length, 0)
  let come = 0
  return Promise.all(
    responses.map(async response => {
      const parts: Uint8Array<ArrayBuffer>[] = []
      const reader = response.body?.getReader()
      // The network may go meanwhile.
      const next = () => reader?.read().catch(unreachable(response.url, signal))
      for (let part = await next(); part && !part.done; part = await next()) {
        parts.push(part.value)
        come += part.value.length
        if (total > 0) onProgress(Math.min(1, come / total))
      }
      return new Blob(parts).arrayBuffer()
    }),
  )
}

/** Names a failure of the network, but for one that was asked for. */
const unreachable = (address: string, signal: AbortSignal) => (cause: unknown) => {
  throw signal.aborted ? cause : new Unreachable(address, { cause })
}

async function fetchFile(address: string, signal: AbortSignal): Promise<Response> {
  // Files of one edition belong together: an old file from the browser's cache would not fit.
  const response = await fetch(address, { signal, cache: 'no-cache' }).catch(unreachable(address, signal))
  // So answers the service worker for what nobody can give.
  if (response.status === 503) throw new Unreachable(address)
  if (!response.ok) throw new Error(`${address}: ${response.status}`)
  return response
}

/** Are all files kept? */
export async function keptFiles(addresses: readonly string[]): Promise<boolean> {
  if (!('caches' in globalThis)) return false
  const cache = await caches.open(COMPOSING_CACHE)
  const responses = await Promise.all(addresses.map(address => cache.match(address)))
  return responses.every(response => response !== undefined)
}

/** Keeps the present files on the reader's device, or removes them. If one cannot be had, the former files stay.
 *  @returns true when it was done */
export async function keepFiles(addresses: readonly string[], keep: boolean): Promise<boolean> {
  if (!('caches' in globalThis)) return false
  if (!keep) return caches.delete(COMPOSING_CACHE)
  // As `fetchFile` asks: all of one edition.
  const requests = addresses.map(address => new Request(address, { cache: 'no-cache' }))
  await (await caches.open(COMPOSING_CACHE)).addAll(requests)
  return true
}
