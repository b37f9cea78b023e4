import { messageOf } from '../../../src/diagnostics/diagnostic.ts'
import type { Workbench } from './workbench.ts'

/** A call of the page's to the workbench in its Worker, and the answer. */
export type Asked = { id: number; method: keyof Workbench; args: unknown[] }
export type Reply = { id: number } & ({ answer: unknown } | { fault: string })

/** A fault with its cause, in words: an error loses its own on the way out of a Worker. */
export const tellError = (error: unknown): string =>
  error instanceof Error && error.cause instanceof Error
    ? `${error.message} (${error.cause.message})`
    : messageOf(error)

/** The workbench of a Worker. A call fails with the fault's words; all fail once the Worker is lost. */
export function remoteWorkbench(worker: Worker): Workbench {
  const waiting = new Map<number, { done(answer: unknown): void; fail(fault: Error): void }>()
  let asked = 0
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const caller = waiting.get(data.id)
    waiting.delete(data.id)
    if ('fault' in data) caller?.fail(new Error(data.fault))
    else caller?.done(data.answer)
  })
  worker.addEventListener('error', ({ message }) => {
    for (const caller of waiting.values()) caller.fail(new Error(message))
    waiting.clear()
  })
  const ask =
    (method: keyof Workbench) =>
    (...args: unknown[]) =>
      new Promise<never>((done, fail) => {
        const id = asked++
        waiting.set(id, { done: done as (answer: unknown) => void, fail })
        worker.postMessage({ id, method, args } satisfies Asked)
      })
  // It is never awaited itself: a promise that is given it would take its `then` for a method of the workbench.
  return new Proxy({} as Workbench, { get: (_, method) => ask(method as keyof Workbench) })
}
