import { parentPort, Worker } from 'node:worker_threads'
import { fromPortable, type PortableError, toPortable } from './portable-error.ts'

/** A thread with one piece of work to do. It loads its libraries while its order is being prepared. */
export type Thread<Order, News, Result> = {
  /** Orders and results are plain values: structured cloning carries them.
   *  @param onNews told of what the thread says before it ends
   *  @throws the fault of the work, or the signal's reason */
  run(order: Order, options?: { signal?: AbortSignal; onNews?: (news: News) => void }): Promise<Result>
  [Symbol.asyncDispose](): Promise<void>
}

type Answer<News, Result> = { news: News } | { result: Result } | { fault: PortableError }

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
  return {
    run(order, { signal, onNews } = {}) {
      const result = new Promise<Result>((resolve, reject) => {
        worker.on('message', (answer: Answer<News, Result>) => {
          if ('news' in answer) onNews?.(answer.news)
          else if ('result' in answer) resolve(answer.result)
          else reject(fromPortable(answer.fault))
        })
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
        signal?.throwIfAborted()
      })
      result.catch(() => {}) // the thread may have ended first
      worker.postMessage(order)
      return Promise.race([result, ended])
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}

/** Does the work of this thread, once it is ordered. @throws Error in a module that is no thread */
export function serve<Order, News, Result>(
  work: (order: Order, tell: (news: News) => void) => Promise<Result>,
): void {
  if (!parentPort) throw new Error('this module is a thread of its own')
  const port = parentPort
  const answer = (said: Answer<News, Result>) => port.postMessage(said)
  port.once('message', async (order: Order) => {
    try {
      answer({ result: await work(order, news => answer({ news })) })
    } catch (error) {
      answer({ fault: toPortable(error) })
    }
  })
}
