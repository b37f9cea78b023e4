import { type Cache, keyOf } from '../store/cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import type { Inputs } from './inputs.ts'

/** What a build said, and what it made. */
export type KeptBuild = Extract<BuildResult, { state: 'made' }>

/** The key of a build: all that its output and its words depend on, but for the former output, from which editions that are
 *  not asked for are taken: the manifest tells of those as of all others. */
export function keyOfBuild(
  { only, date, imposition, draft = false, news = [] }: BuildOptions,
  { kit, looks, browser }: Inputs,
): string {
  const asked = { only: [...only].sort(), date, imposition, draft, news, browser }
  return keyOf('fabrication', kit, looks, JSON.stringify(asked))
}

/** What a former build of the same inputs said and made. */
export async function recallBuild(cache: Cache, key: string): Promise<KeptBuild | undefined> {
  const entry = await cache.read(key)
  return entry && (JSON.parse(entry.toString()) as KeptBuild)
}

/** Keeps what a build said and made, for the next one. */
export const keepBuild = (cache: Cache, key: string, build: KeptBuild): Promise<void> =>
  cache.write(key, JSON.stringify(build))
