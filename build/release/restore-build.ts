import { join } from 'node:path'
import { offerDownloads } from '../site/downloads.ts'
import { type Bundle, writeFolder } from '../store/bundle.ts'
import type { Cache } from '../store/cache.ts'
import type { BuildOptions } from './build-options.ts'
import type { KeptBuild } from './kept-build.ts'
import { bytesOf, type Files, recallEdition } from './kept-edition.ts'
import { editionOf, holds, MANIFEST, SITE, textOf } from './manifest.ts'
import { openStaging, removeOrphans } from './staging.ts'

/** Sees to it that `out` holds what a build made. It is left as it lies where it holds that, to the byte, and nothing else;
 *  whoever has edited, moved or lost a file of it gets the editions as they were kept, in one move.
 *  @returns false when not all of it is kept (a booklet, an edition taken from a former output): nothing has changed then
 *  @throws Error when `out` holds something that no build made, or the signal's reason: nothing has changed then either */
export async function restoreBuild(
  cache: Cache,
  kept: KeptBuild,
  { out, signal }: Pick<BuildOptions, 'out' | 'signal'>,
): Promise<boolean> {
  const { manifest } = kept
  if (holds(out, manifest)) {
    await removeOrphans(out)
    return true
  }
  const files = await filesOf(cache, kept)
  if (!files) return false
  await using staging = await openStaging(out)
  writeFolder(staging.dir, { ...files, [MANIFEST]: Buffer.from(textOf(manifest)) })
  if (manifest.artefacts.some(({ role }) => role === 'site')) {
    const offered = manifest.artefacts.filter(({ role }) => role !== 'site')
    offerDownloads(join(staging.dir, SITE), staging.dir, offered)
  }
  // An entry of the cache is whole, and may yet be another than the manifest tells of.
  if (!holds(staging.dir, manifest)) return false
  signal.throwIfAborted()
  await staging.commit()
  return true
}

/** Every file that the manifest names, out of the cache, but for those that the site offers to download: they are other
 *  editions'. null when one is not there. */
async function filesOf(cache: Cache, { manifest, keys }: KeptBuild): Promise<Bundle | null> {
  const kept = new Map<string, Files>()
  for (const [name, key] of Object.entries(keys)) {
    const found = await recallEdition(cache, key)
    if (found) kept.set(name, found)
  }
  const files: Record<string, Uint8Array> = {}
  for (const { role, path } of manifest.artefacts) {
    const edition = kept.get(editionOf[role])
    if (!edition) return null
    if (role === 'site')
      for (const below of Object.keys(edition)) files[`${SITE}/${below}`] = bytesOf(edition, below)
    else {
      const bytes = edition[path]?.bytes
      if (!bytes) return null
      files[path] = bytes
    }
  }
  return files
}
