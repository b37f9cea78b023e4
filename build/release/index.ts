import { openCache } from '../cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { REUSED } from './editions/workplace.ts'
import { hashKit, hashPress, type Inputs } from './inputs.ts'
import { keepBuild, keyOfBuild, recallBuild } from './kept-build.ts'
import { step } from './progress.ts'
import { removeOrphans } from './staging.ts'

export type { BuildOptions, BuildResult } from './build-options.ts'

/** Makes the editions of a kit that agree with each other, and puts them in the place of the former ones in one move.
 *  Where the output is, to the byte, what a former build made of the same inputs, nothing is read or made again.
 *  An error in the kit makes nothing and leaves the former output as it is.
 *  @throws a fault with its cause: the former output is untouched then too */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { fiches, home, out, only, signal, tell } = options
  const cache = openCache(options.keep ? options.cacheDir : null)
  const inputs: Inputs = { kit: hashKit(fiches), press: hashPress(home) }
  const key = keyOfBuild(options, inputs)
  const kept = await recallBuild(cache, key, out)
  if (kept) {
    await removeOrphans(out)
    for (const name of ['controle', ...only] as const)
      await step(
        name,
        tell,
        signal,
        async () => {},
        () => REUSED,
      )
    return { state: 'made', ...kept }
  }
  // Loaded on demand, as are the libraries that it needs.
  const { makeBuild } = await import('./make-build.ts')
  const unchanged = () => hashKit(fiches) === inputs.kit
  const result = await makeBuild(options, { cache, inputs, unchanged })
  if (result.state === 'refused') return result
  if (unchanged()) await keepBuild(cache, key, result)
  await cache.prune()
  return result
}
