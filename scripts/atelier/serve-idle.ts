import { basename } from 'node:path'
import { appFiles } from '../../build/atelier/bundle/app-files.ts'
import { diskShelf } from '../../build/atelier/server/disk-shelf.ts'
import { type AtelierServer, serveAtelier } from '../../build/atelier/server/serve-atelier.ts'
import { hashLooks } from '../../build/release/inputs.ts'
import { openCache } from '../../build/store/cache.ts'
import { digestOfPress } from '../../build/store/digest-of-press.ts'

/** Opens the atelier on a folder for a script that looks at it: its buttons make nothing. */
export async function serveIdle(fiches: string, cacheDir: string): Promise<AtelierServer> {
  const shelf = diskShelf(fiches, basename(fiches))
  const files = await appFiles(openCache(cacheDir, digestOfPress('.')), hashLooks('.'))
  const deeds = { check: async () => {}, build: async () => {}, release: async () => {} }
  return serveAtelier({ shelf, files, deeds, port: 0 })
}
