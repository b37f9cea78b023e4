import type { ExcerptList } from '../../../../src/kit/index.ts'
import type { Chosen } from './choice.ts'
import { fetchAll } from './files.ts'

/** Addresses of the files of a kit. `livre`: null where it has no e-book. */
export type Addresses = { entier: string; pieces: string; liste: string; livre: string | null }

type Telling = {
  signal: AbortSignal
  /** Told which share of the files has come, from 0 to 1. */
  onRead(share: number): void
  /** Told when all have come, and the file is being made. */
  onMaking(): void
}

/** Reads what a choice is made from, and makes its file beside the page.
 *  @throws SyntaxError for a file that is damaged, and as `fetchAll` does; any error once it is stopped */
export async function makeFile(
  format: Format,
  { numbers, duplex, bare }: Chosen,
  addresses: Addresses,
  { signal, onRead, onMaking }: Telling,
): Promise<Made> {
  const { entier, pieces, liste, livre } = addresses
  const addressList = format === 'pdf' ? [liste, entier, pieces] : [liste, livre ?? entier]
  const [listBytes = EMPTY, whole = EMPTY, template = EMPTY] = await fetchAll(addressList, {
    signal,
    onProgress: onRead,
  })
  onMaking()
  const list = JSON.parse(new TextDecoder().decode(listBytes)) as ExcerptList
  const order = { list, numbers, whole }
  return work(format === 'pdf' ? { ...order, format, template, duplex, bare } : { ...order, format }, signal)
}

const EMPTY = new ArrayBuffer()

function work(order: Order, signal: AbortSignal): Promise<Made> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Made>((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    worker.onerror = event => reject(new Error(event.message))
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      'fault' in data ? reject(new SyntaxError(data.fault)) : resolve(data)
    worker.postMessage(order, 'template' in order ? [order.whole, order.template] : [order.whole])
  }).finally(() => worker.terminate())
}

export type Format = 'pdf' | 'epub'

/** Order to the worker: the files of the kit, read already, and the choice. */
export type Order = { list: ExcerptList; numbers: number[]; whole: ArrayBuffer } & (
  | { format: 'pdf'; template: ArrayBuffer; duplex: boolean; bare: boolean }
  | { format: 'epub' }
)

export type Made = { bytes: Uint8Array<ArrayBuffer>; name: string }
export type Answer = Made | { fault: string }
