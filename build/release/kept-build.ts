import { type Cache, keyOf } from '../store/cache.ts'
import type { BuildOptions } from './build-options.ts'
import type { Inputs } from './inputs.ts'
import type { MadeBuild } from './make-build.ts'

/** What a build said, what it made, and where the cache keeps the editions. */
export type KeptBuild = Omit<Extract<MadeBuild, { state: 'made' }>, 'state' | 'keep'>

/** The key of a build: all that its output and its words depend on, but for the former output, from which editions that are
 *  not asked for are taken: `restoreBuild` looks at those as at all others. */
export function keyOfBuild(
  { only, date, ink, imposition, news = [] }: BuildOptions,
  { kit, press, browser }: Inputs,
): string {
  const asked = { only: [...only].sort(), date, ink, imposition, news, browser }
  return keyOf('fabrication', kit, press, JSON.stringify(asked))
}

/** What a former build of the same inputs said and made. */
export async function recallBuild(cache: Cache, key: string): Promise<KeptBuild | undefined> {
  const found = await cache.read(key)
  return found && (JSON.parse(found.toString()) as KeptBuild)
}

/** Keeps what a build said and made, for the next one. */
export const keepBuild = (cache: Cache, key: string, build: KeptBuild): Promise<void> => {
  const { diagnostics, manifest, keys } = build
  return cache.write(key, JSON.stringify({ diagnostics, manifest, keys }))
}
