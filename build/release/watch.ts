import { setTimeout as sleep } from 'node:timers/promises'
import { DEAF_MS, followFolder } from '../disk/follow-folder.ts'
import { openCache } from '../store/cache.ts'
import { digestOfPress } from '../store/digest-of-press.ts'
import { fired } from '../thread/fired.ts'
import { oneAtATime } from '../thread/one-at-a-time.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { type Equipment, openEquipment } from './equipment.ts'
import { buildEditions } from './index.ts'
import { hashKit, hashLooks, PressChanged } from './inputs.ts'

export type WatchOptions = Omit<BuildOptions, 'equipment' | 'remake' | 'onRead'> & {
  /** Called for each build as soon as its output is in its place, or it is refused; `ms` is the time from the change. */
  onBuild(built: { result: BuildResult; ms: number }): void
  /** Called with faults that no build can mend; the next change is built all the same. */
  onFault(fault: unknown): void
}

/** Editors write a file in several steps: a build waits this long for the last, in ms. */
const PAUSE_MS = 20

/** Makes the editions, and makes them again whenever a file of the kit has changed, until `signal` fires. What is long to start
 *  stands from one build to the next.
 *  @throws Error when the press itself has changed: its code is the one that was loaded */
export async function watchKit({ onBuild, onFault, ...options }: WatchOptions): Promise<void> {
  const { fiches, home, signal } = options
  const standing = { press: digestOfPress(home), looks: hashLooks(home) }
  let equipment: Equipment | undefined
  let changed = performance.now()
  const ended = new AbortController()
  const close = async () => {
    const closing = equipment?.[Symbol.asyncDispose]()
    equipment = undefined
    await closing
  }
  // The first build makes all from its parts, though the output be there: the next ones find everything warm.
  let remake = true
  const build = oneAtATime(async () => {
    await sleep(PAUSE_MS)
    if (signal.aborted) return
    const since = changed
    let kit: string | undefined
    const onRead = (hash: string) => {
      kit = hash
    }
    try {
      await folder.renew()
      if (ended.signal.aborted) return
      const cacheDir = options.keep ? options.cacheDir : null
      equipment ??= openEquipment(options, openCache(cacheDir, standing.press), standing)
      const result = await buildEditions({ ...options, equipment, remake, onRead })
      remake &&= result.state === 'refused'
      onBuild({ result, ms: performance.now() - since })
    } catch (fault) {
      if (fault instanceof PressChanged) return ended.abort(fault)
      // What stands may be what failed, or still be at work: the next build has its own.
      await close().catch(onFault)
      if (!signal.aborted) onFault(fault)
    }
    // An editor may have emptied the file first: what is refused for it is refused sooner than the rest is written.
    await sleep(Math.max(0, changed + DEAF_MS - performance.now()))
    if (kit !== undefined && !signal.aborted && !isStill(fiches, kit)) void build()
  })
  const folder = followFolder(fiches, {
    onChange() {
      changed = performance.now()
      void build()
    },
    onFault: fault => ended.abort(fault),
  })
  try {
    await build()
    await fired(AbortSignal.any([signal, ended.signal]))
    // The build that is under way ends with the signal.
    await build()
    ended.signal.throwIfAborted()
  } finally {
    await folder[Symbol.asyncDispose]()
    await close()
  }
}

function isStill(fiches: string, kit: string): boolean {
  try {
    return hashKit(fiches) === kit
  } catch {
    // It cannot be read: to build it would fail again. The next change is reported.
    return true
  }
}
