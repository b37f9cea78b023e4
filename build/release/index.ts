import { openCache } from '../cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { REUSED } from './editions/workplace.ts'
import { hashKit, hashPress, type Inputs } from './inputs.ts'
import { keepBuild, keyOfBuild, recallBuild } from './kept-build.ts'
import { restoreBuild } from './restore-build.ts'

export type { BuildOptions, BuildResult } from './build-options.ts'

/** Makes the editions of a kit that agree with each other, and puts them in the place of the former ones in one move.
 *  What a former build made of the same inputs is left as it lies, or restored: nothing is read or made again.
 *  An error in the kit makes nothing and leaves the former output as it is.
 *  @throws a fault with its cause: the former output is untouched then too */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { fiches, home, out, only, signal, tell } = options
  const cache = openCache(options.keep ? options.cacheDir : null)
  const inputs: Inputs = { kit: hashKit(fiches), press: hashPress(home) }
  const key = keyOfBuild(options, inputs)
  const kept = await recallBuild(cache, key)
  if (kept && (await restoreBuild(cache, kept, { out, signal }))) {
    const { diagnostics, manifest } = kept
    for (const name of ['controle', ...only] as const) {
      tell({ step: name, state: 'debut' })
      tell({ step: name, state: 'fin', ms: 0, detail: REUSED })
    }
    return { state: 'made', diagnostics, manifest }
  }
  // Loaded on demand, as are the libraries that it needs.
  const { makeBuild } = await import('./make-build.ts')
  const unchanged = () => hashKit(fiches) === inputs.kit
  const result = await makeBuild(options, { cache, inputs, unchanged })
  if (result.state === 'refused') return result
  if (unchanged()) await keepBuild(cache, key, result)
  await cache.prune()
  const { diagnostics, manifest } = result
  return { state: 'made', diagnostics, manifest }
}
