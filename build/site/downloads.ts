import { constants, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file that the site offers to download; `path` is relative to the output. */
export type Download = { role: string; path: string; bytes: number }

/** Gives the path inside the site under which it offers the file `path` of the output. */
export const offeredAs = (path: string): string => `telechargements/${basename(path)}`

/** Links files of the output `root` into the site `dir`. They weigh as much as the rest of the kit, so they are not stored
 *  twice; disks without hard links get copies. @throws Error when a file is missing, or two have one name */
export function offerDownloads(dir: string, root: string, files: readonly Pick<Download, 'path'>[]): void {
  for (const { path } of files) {
    const target = join(dir, offeredAs(path))
    mkdirSync(dirname(target), { recursive: true })
    try {
      linkSync(join(root, path), target)
    } catch {
      // Some disks know one name for a file only. A copy does as well, and tells what is wrong if it is something else.
      copyFileSync(join(root, path), target, constants.COPYFILE_EXCL)
    }
  }
}
