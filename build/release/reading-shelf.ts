import type { Shelf } from '../../src/content/kept-readings.ts'
import { type Cache, keyOf } from '../store/cache.ts'

/** Where the cache keeps what was read of the files of a kit.
 *  @param dir the kit's folder: another kit has a place of its own. @param readers hash of the code that reads */
export function readingShelf(cache: Cache, { dir, readers }: { dir: string; readers: string }): Shelf {
  // What letters are, and how values are packed, is Node's.
  const key = keyOf('lecture', dir, readers, process.version)
  return { read: () => cache.read(key), write: bytes => cache.write(key, bytes) }
}
