import { copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file that the site offers to download; `path` is relative to the output. */
export type Download = { role: string; path: string; bytes: number }

/** Where the site offers the file `path` of the output: path inside the site. */
export const offeredAs = (path: string): string => `telechargements/${basename(path)}`

/** Puts the files of the output `root` into the site `dir` too. They are the same files by another name: as heavy as the rest of
 *  the kit together, they are neither written nor kept twice. Where a disk knows one name for a file only, they are copied.
 *  @throws Error when one of them is not there */
export function offerDownloads(dir: string, root: string, made: readonly Pick<Download, 'path'>[]): void {
  for (const { path } of made) {
    const target = join(dir, offeredAs(path))
    mkdirSync(dirname(target), { recursive: true })
    try {
      linkSync(join(root, path), target)
    } catch (error) {
      if (!ONE_NAME.has(String((error as NodeJS.ErrnoException).code))) throw error
      copyFileSync(join(root, path), target)
    }
  }
}

/** What disks answer that know no second name, or not so many. */
const ONE_NAME = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'])
