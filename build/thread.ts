import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, Worker } from 'node:worker_threads'
import { fromPortable, type PortableError, toPortable } from './portable-error.ts'

/** A thread with one piece of work to do. It loads its libraries while its order is being prepared. */
export type Thread<Order, News, Result> = {
  /** Orders and results are plain values: structured cloning carries them.
   *  @param onNews told of what the thread says before it ends
   *  @throws the fault of the work, or the signal's reason */
  run(order: Order, options?: { signal?: AbortSignal; onNews?: (news: News) => void }): Promise<Result>
  /** Ends the work that nobody waits for, then the thread. */
  [Symbol.asyncDispose](): Promise<void>
}

type Answer<News, Result> = { news: News } | { result: Result } | { fault: PortableError }

/** Sent to a thread that is to end before its work does. */
const STOP = 'stop'
/** Longest wait for its end, in ms: it has processes to end and folders to remove. */
const STOP_MS = 5_000

/** Starts the thread that `source` is, a module that calls `serve`: `new URL('./x-worker.ts', import.meta.url)`. */
export function startThread<Order, News, Result>(source: URL): Thread<Order, News, Result> {
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
  return {
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
      worker.postMessage(order)
      return await within(signal, result)
    },
    async [Symbol.asyncDispose]() {
      worker.postMessage(STOP)
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
 *  @throws Error in a module that is no thread */
export function serve<Order, News, Result>(
  work: (order: Order, tell: (news: News) => void, signal: AbortSignal) => Promise<Result>,
): void {
  if (!parentPort) throw new Error('this module is a thread of its own')
  const port = parentPort
  const answer = (said: Answer<News, Result>) => port.postMessage(said)
  port.once('message', async (order: Order | typeof STOP) => {
    if (order === STOP) return
    const stopping = new AbortController()
    port.once('message', () => stopping.abort())
    try {
      answer({ result: await work(order, news => answer({ news }), stopping.signal) })
    } catch (error) {
      answer({ fault: toPortable(error) })
    }
  })
}
