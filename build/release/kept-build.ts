import { type Cache, keyOf } from '../cache.ts'
import type { BuildOptions, BuildResult } from './build-options.ts'
import type { Inputs } from './inputs.ts'
import { holds } from './manifest.ts'

/** What a build says. What it makes lies in its output. */
export type Said = Pick<Extract<BuildResult, { state: 'made' }>, 'diagnostics' | 'manifest'>

/** The key of a build: all that its output and its words depend on, but for the former output, from which editions that are
 *  not asked for are taken: `recallBuild` looks at those as at all others. */
export function keyOfBuild(
  { only, date, ink, imposition, news = [], executablePath }: BuildOptions,
  { kit, press }: Inputs,
): string {
  const asked = { only: [...only].sort(), date, ink, imposition, news, executablePath }
  return keyOf('fabrication', kit, press, JSON.stringify(asked))
}

/** What a former build of the same inputs said, if `out` holds what it made, to the byte, and nothing else. Whoever has
 *  edited, moved or lost a file of it gets a build. */
export async function recallBuild(cache: Cache, key: string, out: string): Promise<Said | undefined> {
  const found = await cache.read(key)
  if (!found) return undefined
  const said = JSON.parse(found.toString()) as Said
  return holds(out, said.manifest) ? said : undefined
}

/** Keeps what a build said, for the next one. */
export const keepBuild = (cache: Cache, key: string, { diagnostics, manifest }: Said): Promise<void> =>
  cache.write(key, JSON.stringify({ diagnostics, manifest }))
