import { browserIdentity } from '../browser/browser-identity.ts'
import { openCache } from '../store/cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { REUSED } from './editions/workplace.ts'
import { hashKit, hashPress, type Inputs, PressChanged } from './inputs.ts'
import { keepBuild, keyOfBuild, recallBuild } from './kept-build.ts'
import { restoreBuild } from './restore-build.ts'

export type { BuildOptions, BuildResult } from './build-options.ts'

/** Makes the editions of a kit that agree with each other, and puts them in the place of the former ones in one move.
 *  What a former build made of the same inputs is left as it lies, or restored: nothing is read or made again.
 *  An error in the kit makes nothing and leaves the former output as it is.
 *  @throws a fault with its cause: the former output is untouched then too */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { fiches, home, out, only, signal, tell } = options
  const cache = options.equipment?.cache ?? openCache(options.keep ? options.cacheDir : null)
  const inputs: Inputs = {
    kit: hashKit(fiches),
    press: hashPress(home),
    // Of the browser that stands, when one does: the machine's may be replaced while it runs.
    browser: options.equipment?.browser.identity ?? browserIdentity(options.executablePath),
  }
  const loaded = options.equipment?.standing?.press
  if (loaded !== undefined && loaded !== inputs.press) throw new PressChanged()
  options.onRead?.(inputs.kit)
  const key = keyOfBuild(options, inputs)
  const kept = options.reuse === 'parts' ? undefined : await recallBuild(cache, key)
  if (kept && (await restoreBuild(cache, kept, { out, signal }))) {
    const { diagnostics, manifest } = kept
    for (const name of ['controle', ...only] as const) {
      tell({ step: name, state: 'debut' })
      tell({ step: name, state: 'fin', ms: 0, detail: REUSED })
    }
    const made = { state: 'made', diagnostics, manifest } as const
    options.onMade?.(made)
    return made
  }
  // Loaded on demand, as are the libraries that it needs.
  const { makeBuild } = await import('./make-build.ts')
  const result = await makeBuild(options, { cache, inputs })
  if (result.state === 'refused') return result
  const { diagnostics, manifest } = result
  const made = { state: 'made', diagnostics, manifest } as const
  // A fiche that is written meanwhile stands in some pages and not in others.
  if (hashKit(fiches) === inputs.kit) {
    await result.keep()
    await keepBuild(cache, key, result)
  }
  await cache.prune()
  return made
}
