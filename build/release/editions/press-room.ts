import { startThread, type Thread } from '../../thread.ts'
import { type MadePress, makePress, type PressOrder } from './make-press.ts'

/** Where the printer's PDF is made. */
export type PressRoom = {
  /** There is much to make: a thread of its own gets ready for it, beside the screen PDF. Without one it is made in this
   *  thread, which has loaded, and mostly run, the code already that another would have to load. */
  expectMuch(): void
  /** @throws the faults of `makePress`, or the signal's reason */
  make(order: PressOrder): Promise<MadePress>
  /** Ends the work that nobody waits for. */
  [Symbol.asyncDispose](): Promise<void>
}

/** @param signal ends the work when it fires */
export function openPressRoom(signal: AbortSignal): PressRoom {
  let thread: Thread<PressOrder, never, MadePress> | undefined
  let working: Promise<unknown> = Promise.resolve()
  const leaving = new AbortController()
  return {
    expectMuch() {
      thread ??= startThread(new URL('./press-worker.ts', import.meta.url))
    },
    make(order) {
      const made = thread
        ? thread.run(order, { signal })
        : makePress(order, AbortSignal.any([signal, leaving.signal]))
      working = made.catch(() => {}) // told to whoever asked for it
      return made
    },
    async [Symbol.asyncDispose]() {
      leaving.abort()
      await thread?.[Symbol.asyncDispose]()
      await working
    },
  }
}
