import { setTimeout as sleep } from 'node:timers/promises'
import { parentPort, Worker } from 'node:worker_threads'
import { openPromise } from './promises.ts'

/** Holds an error to be sent between threads: structured cloning drops its class, its `code` and what it adds. */
export type PortableError = {
  name: string
  message: string
  stack: string | undefined
  code: string | undefined
  cause: PortableError | undefined
}

export function toPortable(error: unknown): PortableError {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), stack: undefined, code: undefined, cause: undefined }
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    code: 'code' in error && error.code !== undefined ? String(error.code) : undefined,
    cause: error.cause === undefined ? undefined : toPortable(error.cause),
  }
}

export function fromPortable({ name, message, stack, code, cause }: PortableError): Error {
  const error = new Error(message, cause && { cause: fromPortable(cause) })
  error.name = name
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}

/** Types the messages between a thread and its owner: plain values, which structured cloning carries. */
type Talk = {
  order: unknown
  result: unknown
  /** Sent by the thread before its work ends. */
  news?: unknown
  /** Needed by the thread to go on, and not there yet when it begins. */
  later?: unknown
}

/** Works on one order at a time, and keeps its libraries for the next. */
export type Thread<T extends Talk> = {
  /** @param later what it needs to go on; its fault is the work's. No news come after the signal, and the thread is then of no more use.
   *  @throws the fault of the work, or the signal's reason */
  run(
    order: T['order'],
    options?: {
      signal?: AbortSignal
      onNews?: (news: T['news']) => void
      later?: Promise<T['later']>
    },
  ): Promise<T['result']>
  /** Ends the work that nobody waits for, then the thread. */
  [Symbol.asyncDispose](): Promise<void>
}

type Message<T extends Talk> =
  | { order: T['order'] }
  | { later: T['later'] }
  | { fault: PortableError }
  | typeof STOP
type Reply<T extends Talk> = { news: T['news'] } | { result: T['result'] } | { fault: PortableError }

/** Sent to a thread that is to end before its work does. */
const STOP = 'stop'
/** Limits the wait for its end, in ms: it has processes to end and folders to remove. */
const STOP_MS = 60_000

/** Starts the thread that `source` is, a module that calls `serve`: `new URL('./x-worker.ts', import.meta.url)`. */
export function startThread<T extends Talk>(source: URL): Thread<T> {
  // Compiled, it is JavaScript; tests and benchmarks read the sources.
  const worker = source.pathname.endsWith('.ts')
    ? new Worker(new URL('./read-source.js', import.meta.url), { workerData: { source: source.href } })
    : new Worker(source)
  const end = new Promise<never>((_, reject) => {
    worker.once('error', cause => reject(new Error(`the thread ${source.pathname} failed`, { cause })))
    worker.once('exit', code => reject(new Error(`the thread ${source.pathname} ended (${code})`)))
  })
  end.catch(() => {}) // thrown to the caller who waits for a result; the thread also ends when all is done
  let working: Promise<unknown> = Promise.resolve()
  let hear: (reply: Reply<T>) => void = () => {}
  worker.on('message', (reply: Reply<T>) => hear(reply))
  const send = (message: Message<T>) => worker.postMessage(message)
  return {
    async run(order, { signal, onNews, later } = {}) {
      signal?.throwIfAborted()
      const answered = new Promise<T['result']>((resolve, reject) => {
        hear = reply => {
          if ('news' in reply) {
            if (!signal?.aborted) onNews?.(reply.news)
          } else if ('result' in reply) resolve(reply.result)
          else reject(fromPortable(reply.fault))
        }
      })
      const result = Promise.race([answered, end])
      const ending = result.catch(() => {}) // thrown below
      working = ending
      send({ order })
      /** Drops a message that comes after its work has ended: it is not for the next one. */
      const hand = (message: Message<T>) => working === ending && send(message)
      later?.then(
        value => hand({ later: value }),
        fault => hand({ fault: toPortable(fault) }),
      )
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
function within<R>(signal: AbortSignal | undefined, work: Promise<R>): Promise<R> {
  if (!signal) return work
  return new Promise<R>((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/** Serves orders in this thread. `signal` fires when nobody waits; `later` rejects when it will not come. @throws Error outside a thread */
export function serve<T extends Talk>(
  work: (
    order: T['order'],
    context: {
      tell: (news: T['news']) => void
      later: Promise<T['later']>
      signal: AbortSignal
    },
  ) => Promise<T['result']>,
): void {
  if (!parentPort) throw new Error('this module is a thread of its own')
  const port = parentPort
  const say = (reply: Reply<T>) => port.postMessage(reply, [...memoryOf(reply)])
  const stop = new AbortController()
  const { signal } = stop
  let delivery: ReturnType<typeof openPromise<T['later']>> | undefined
  const start = async (order: T['order']) => {
    try {
      delivery = openPromise<T['later']>()
      const result = await work(order, { tell: news => say({ news }), later: delivery.promise, signal })
      say({ result })
    } catch (error) {
      say({ fault: toPortable(error) })
    }
  }
  port.on('message', (message: Message<T>) => {
    if (message === STOP) {
      stop.abort()
      delivery?.reject(signal.reason)
    } else if ('order' in message) void start(message.order)
    else if ('fault' in message) delivery?.reject(fromPortable(message.fault))
    else delivery?.resolve(message.later)
  })
}

/** Finds the buffers in a message: they are handed over, not copied. */
function memoryOf(value: unknown): Set<ArrayBuffer> {
  if (value instanceof Uint8Array)
    // Node cuts small buffers out of a shared one: they are copied.
    return new Set(
      value.buffer instanceof ArrayBuffer && value.byteLength > Buffer.poolSize ? [value.buffer] : [],
    )
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(Object.values(value).flatMap(part => [...memoryOf(part)]))
}
