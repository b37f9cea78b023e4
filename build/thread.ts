import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, Worker } from 'node:worker_threads'
import { fromPortable, type PortableError, toPortable } from './portable-error.ts'

/** A thread with one piece of work to do. It loads its libraries while its order is being prepared. */
export type Thread<Order, News, Result, Rest = never> = {
  /** Orders and results are plain values: structured cloning carries them.
   *  @param onNews told of what the thread says before it ends
   *  @throws the fault of the work, or the signal's reason */
  run(order: Order, options?: { signal?: AbortSignal; onNews?: (news: News) => void }): Promise<Result>
  /** Hands over what the work waits for, when its order came before all was there. */
  give(rest: Rest): void
  /** Ends the work that nobody waits for, then the thread. */
  [Symbol.asyncDispose](): Promise<void>
}

type Message<Order, Rest> = { order: Order } | { rest: Rest } | typeof STOP
type Answer<News, Result> = { news: News } | { result: Result } | { fault: PortableError }

/** Sent to a thread that is to end before its work does. */
const STOP = 'stop'
/** Longest wait for its end, in ms: it has processes to end and folders to remove. */
const STOP_MS = 5_000

/** Starts the thread that `source` is, a module that calls `serve`: `new URL('./x-worker.ts', import.meta.url)`. */
export function startThread<Order, News, Result, Rest = never>(
  source: URL,
): Thread<Order, News, Result, Rest> {
  // Compiled, it is JavaScript; tests and benchmarks read the sources.
  const worker = source.pathname.endsWith('.ts')
    ? new Worker(new URL('./read-source.js', import.meta.url), { workerData: { source: source.href } })
    : new Worker(source)
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', cause => reject(new Error(`the thread ${source.pathname} failed`, { cause })))
    worker.once('exit', code => reject(new Error(`the thread ${source.pathname} ended (${code})`)))
  })
  ended.catch(() => {}) // told to whoever waits for a result; the thread also ends when all is done
  let working: Promise<unknown> = Promise.resolve()
  const send = (message: Message<Order, Rest>) => worker.postMessage(message)
  return {
    give: rest => send({ rest }),
    async run(order, { signal, onNews } = {}) {
      signal?.throwIfAborted()
      const answered = new Promise<Result>((resolve, reject) => {
        worker.on('message', (answer: Answer<News, Result>) => {
          if ('news' in answer) onNews?.(answer.news)
          else if ('result' in answer) resolve(answer.result)
          else reject(fromPortable(answer.fault))
        })
      })
      const result = Promise.race([answered, ended])
      working = result.catch(() => {}) // told below
      send({ order })
      return await within(signal, result)
    },
    async [Symbol.asyncDispose]() {
      send(STOP)
      const late = new AbortController()
      await Promise.race([working, sleep(STOP_MS, undefined, { signal: late.signal }).catch(() => {})])
      late.abort()
      await worker.terminate()
    },
  }
}

/** @throws the signal's reason as soon as it fires */
function within<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Does the work of this thread, once it is ordered; its signal fires when nobody waits for it any more.
 *  @param work `rest` is what is handed over after the order; it rejects when nobody will
 *  @throws Error in a module that is no thread */
export function serve<Order, News, Result, Rest = never>(
  work: (
    order: Order,
    context: { tell: (news: News) => void; signal: AbortSignal; rest: Promise<Rest> },
  ) => Promise<Result>,
): void {
  if (!parentPort) throw new Error('this module is a thread of its own')
  const port = parentPort
  const answer = (said: Answer<News, Result>) => port.postMessage(said)
  const stopping = new AbortController()
  const { signal } = stopping
  let handOver: (rest: Rest) => void = () => {}
  const rest = new Promise<Rest>((resolve, reject) => {
    handOver = resolve
    signal.addEventListener('abort', () => reject(signal.reason))
  })
  rest.catch(() => {}) // told to the work, if it waits
  const start = async (order: Order) => {
    try {
      const result = await work(order, { tell: news => answer({ news }), signal, rest })
      port.postMessage({ result } satisfies Answer<News, Result>, [...memoryOf(result)])
    } catch (error) {
      answer({ fault: toPortable(error) })
    }
  }
  port.on('message', (message: Message<Order, Rest>) => {
    if (message === STOP) stopping.abort()
    else if ('rest' in message) handOver(message.rest)
    else void start(message.order)
  })
}

/** The memory of the files in a result: it changes hands instead of being copied. A thread that has done its work reads none of
 *  it again. */
function memoryOf(value: unknown): Set<ArrayBuffer> {
  if (value instanceof Uint8Array)
    // Node cuts small buffers out of one that the whole thread shares: those are copied.
    return new Set(
      value.buffer instanceof ArrayBuffer && value.byteLength > Buffer.poolSize ? [value.buffer] : [],
    )
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap(part => [...memoryOf(part)]))
}
