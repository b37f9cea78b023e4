import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kit } from '../src/kit.ts'

/** The kit as Eleventy can read it: it takes the parentheses of a path (« fiches (copie) ») for a pattern, and finds nothing.
 *  Such a folder is read through a link that has none; its scope removes the link. */
export async function openPlain(kit: Kit): Promise<{ kit: Kit } & AsyncDisposable> {
  if (!/[()[\]{}!*?+@]/.test(kit.dir)) return { kit, [Symbol.asyncDispose]: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'kit-fiches-'))
  const dir = join(folder, 'fiches')
  // On Windows only a junction needs no rights of an administrator.
  await symlink(kit.dir, dir, 'junction')
  return { kit: { ...kit, dir }, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
