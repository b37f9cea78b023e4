import type { Cache } from '../../store/cache.ts'
import { startThread, type Thread } from '../../thread/thread.ts'
import { type MadePress, makePress, type PressOrder } from './make-press.ts'

/** Where the printer's PDF is made. */
export type PressRoom = {
  /** There is much to make: a thread of its own gets ready for it, beside the screen PDF. Without one it is made in this
   *  thread, which has loaded, and mostly run, the code already that another would have to load. */
  expectMuch(): void
  /** @param signal ends the work when it fires
   *  @throws the faults of `makePress`, or the signal's reason */
  make(order: PressOrder, signal: AbortSignal): Promise<MadePress>
  /** Ends the work that nobody waits for. */
  [Symbol.asyncDispose](): Promise<void>
}

/** The thread is told of kept sheets by their keys, and asks for those whose inks are not kept. */
export type PressTalk = {
  order: Omit<PressOrder, 'printed'> & {
    printed: { key: string; fresh: Uint8Array | null }[]
    cacheDir: string | null
    standing: boolean
  }
  result: MadePress
  question: string
  answer: Uint8Array
}

/** @param cacheDir where another thread finds what is in `cache`. @param standing whether one edition follows another: the thread
 *  stands ready for each then */
export function openPressRoom({
  cache,
  cacheDir,
  standing,
}: {
  cache: Cache
  cacheDir: string | null
  standing: boolean
}): PressRoom {
  let thread: Thread<PressTalk> | undefined
  let working: Promise<unknown> = Promise.resolve()
  const leaving = new AbortController()
  const start = () => {
    thread ??= startThread(new URL('./press-worker.ts', import.meta.url))
  }
  if (standing) start()
  return {
    expectMuch: start,
    make({ printed, ...order }, signal) {
      const told = printed.map(({ key, fresh }) => ({ key, fresh }))
      const onQuestion = async (key: string) => {
        const asked = printed.find(sheets => sheets.key === key)
        if (!asked) throw new Error(`nobody printed ${key}`)
        return asked.read()
      }
      const made = thread
        ? thread.run({ ...order, printed: told, cacheDir, standing }, { signal, onQuestion })
        : makePress({ ...order, printed, cache }, AbortSignal.any([signal, leaving.signal]))
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
