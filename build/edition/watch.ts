import { digestOfPress, followFolder, oneAtATime, openCache, untilFired } from '../ground/index.ts'
import { buildEditions } from './build-editions.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { type Equipment, openEquipment } from './equipment.ts'
import { hashLooks, PressChanged } from './inputs.ts'

type WatchOptions = Omit<BuildOptions, 'equipment' | 'remake' | 'onRead'> & {
  /** Called for each build as soon as its output is in its place, or it is refused; `ms` is the time since the change was seen. */
  onBuild(built: { result: BuildResult; ms: number }): void
  /** Called with faults that no build can mend; the next change is built all the same. */
  onFault(fault: unknown): void
}

/** Makes the editions, and makes them again whenever a file of the kit has changed, until `signal` fires.
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
    if (signal.aborted || ended.signal.aborted) return
    const since = changed
    try {
      const cacheDir = options.keep ? options.cacheDir : null
      equipment ??= openEquipment(options, openCache(cacheDir, standing.press), standing)
      const result = await buildEditions({ ...options, equipment, remake })
      remake &&= result.state === 'refused'
      onBuild({ result, ms: performance.now() - since })
    } catch (fault) {
      if (fault instanceof PressChanged) return ended.abort(fault)
      // The tools may be what failed, or still be at work: the next build has its own.
      await close().catch(onFault)
      if (!signal.aborted) onFault(fault)
    }
  })
  using _followed = followFolder(fiches, () => {
    changed = performance.now()
    void build()
  })
  try {
    await build()
    await untilFired(AbortSignal.any([signal, ended.signal]))
    // The build that is under way ends with the signal.
    await build()
    ended.signal.throwIfAborted()
  } finally {
    await close()
  }
}
