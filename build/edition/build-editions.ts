import { browserIdentity, type Cache, digestOfPress, holds, keyOf, openCache } from '../ground/index.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import { hashKit, hashLooks, type Inputs } from './build-options.ts'
import { removeOrphans } from './staging.ts'

export type { BuildOptions, BuildResult } from './build-options.ts'

/** Makes the editions of a kit that agree with each other, and puts them in the place of the former ones in one move.
 *  @throws a fault with its cause: the former output is untouched then too */
export async function buildEditions(options: BuildOptions): Promise<BuildResult> {
  const { fiches, home, out, only, tell } = options
  const inputs: Inputs = {
    kit: hashKit(fiches),
    press: digestOfPress(home),
    looks: hashLooks(home),
    browser: browserIdentity(options.executablePath),
  }
  const cache = openCache(options.keep ? options.cacheDir : null, inputs.press)
  const key = keyOfBuild(options, inputs)
  const entry = await cache.read(key)
  const former = entry && (JSON.parse(entry.toString()) as KeptBuild)
  if (former && holds(out, former.manifest)) {
    await removeOrphans(out)
    for (const name of ['controle', ...only] as const) {
      tell({ step: name, state: 'debut' })
      tell({ step: name, state: 'fin', ms: 0, detail: UNCHANGED })
    }
    return former
  }
  // Loaded on demand, as are the libraries that it needs.
  const { makeBuild } = await import('./make-build.ts')
  const result = await makeBuild(options, { cache, inputs }).catch((cause: unknown) => {
    if (options.signal.aborted || hashKit(fiches) === inputs.kit) throw cause
    throw new Error('Le dossier des fiches a changé pendant la fabrication. Relancer.', { cause })
  })
  // A fiche that is written meanwhile stands in some pages and not in others.
  if (result.state === 'made' && hashKit(fiches) === inputs.kit) await keepBuild(cache, key, result)
  await cache.prune()
  return result
}

/** Said of an edition that a former build left. */
const UNCHANGED = 'inchangé depuis la fabrication précédente'

/** Outcome of a build, as the cache keeps it. */
type KeptBuild = Extract<BuildResult, { state: 'made' }>

/** Makes the key of a build from everything that its output and its words depend on. The former output is not in it:
 *  editions not asked for are taken from there, and the manifest lists them as well. */
export function keyOfBuild(
  { only, date, imposition, largePrint = false, draft = false, news = [], formerSites }: BuildOptions,
  { kit, looks, browser }: Inputs,
): string {
  const settings = {
    only: [...only].sort(),
    date,
    imposition,
    largePrint,
    draft,
    news,
    former: formerSites?.editions,
    browser,
  }
  return keyOf('fabrication', kit, looks, JSON.stringify(settings))
}

/** Keeps what a build said and made, for the next one. */
export const keepBuild = (cache: Cache, key: string, build: KeptBuild): Promise<void> =>
  cache.write(key, JSON.stringify(build))
