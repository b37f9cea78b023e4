import { messageOf } from '../../../src/problems/index.ts'
import type { Workbench } from './workbench.ts'

/** A call of the page's to the workbench in its Worker, and the answer. */
export type Call = { id: number; method: keyof Workbench; args: unknown[] }
export type Reply = { id: number } & ({ answer: unknown } | { fault: string })

/** A fault with its cause, in words: an error loses its own on the way out of a Worker. */
export const tellError = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error
    ? `${error.message} (${error.cause.message})`
    : messageOf(error)

/** The workbench of a Worker. A call fails with the fault's words; all fail once the Worker is lost. */
export function remoteWorkbench(worker: Worker): Workbench {
  const callers = new Map<number, { done(answer: unknown): void; fail(fault: Error): void }>()
  let nextId = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const caller = callers.get(data.id)
    callers.delete(data.id)
    if ('fault' in data) caller?.fail(new Error(data.fault))
    else caller?.done(data.answer)
  })
  worker.addEventListener('error', ({ message }) => {
    for (const caller of callers.values()) caller.fail(new Error(message))
    callers.clear()
  })
  const ask =
    (method: keyof Workbench) =>
    (...args: unknown[]) =>
      new Promise<never>((done, fail) => {
        const id = nextId++
        callers.set(id, { done: done as (answer: unknown) => void, fail })
        worker.postMessage({ id, method, args } satisfies Call)
      })
  // It is never awaited itself: a promise that is given it would take its `then` for a method of the workbench.
  return new Proxy({} as Workbench, { get: (_, method) => ask(method as keyof Workbench) })
}
