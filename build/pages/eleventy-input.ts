import { copyFileSync, mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ownedFolder } from '../disk/owned-folder.ts'

/** A folder with copies of these files of a kit and nothing else, for one run of Eleventy: it has nothing to leave out, which takes
 *  it longer than to render, and finds nothing that is not meant for it. It takes the parentheses of a path (« fiches (copie) »)
 *  for a pattern: there are none here. The scope removes the folder.
 *  @param files relative to `dir`, with `/` */
export async function openInput(
  dir: string,
  files: readonly string[],
): Promise<{ dir: string } & AsyncDisposable> {
  const folder = await ownedFolder('fiches')
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      copyFileSync(join(dir, file), join(folder, file))
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
  return { dir: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
