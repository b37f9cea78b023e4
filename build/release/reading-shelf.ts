import type { ReadingShelf } from '../disk/read-kit.ts'
import { type Cache, keyOf } from '../store/cache.ts'

/** Where the cache keeps what was read of the files of a kit.
 *  @param dir the kit's folder: another kit has a place of its own */
export function readingShelf(cache: Cache, dir: string): ReadingShelf {
  const key = keyOf('lecture', dir)
  return { read: () => cache.read(key), write: bytes => cache.write(key, bytes) }
}
