import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { FOLDER, zipDate } from '../files.ts'

export type Book = {
  /** Path in the container → bytes. */
  files: ReadonlyMap<string, Uint8Array>
  /** A file of the publication, as text. @throws SyntaxError when there is none */
  text(path: string): string
}

/** Opens an e-book of the press. @throws SyntaxError when it is damaged */
export function openBook(bytes: Uint8Array): Book {
  const files = new Map(Object.entries(unpacked(bytes)))
  return {
    files,
    text(path) {
      const bytes = files.get(`${FOLDER}/${path}`)
      if (!bytes) throw new SyntaxError(`the e-book holds no ${path}`)
      return strFromU8(bytes)
    },
  }
}

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes)
  } catch (cause) {
    throw new SyntaxError('the e-book is damaged', { cause })
  }
}

/** Level of fflate: the next ones take longer and save nothing. */
const LEVEL = 6

/** Packs the container: `mimetype` first and stored, then the other files by name. All have the same day at noon, which no
 *  time zone turns into another hour. Node and all browsers give the same bytes with fflate. @see `repack` */
export function packBook(files: ReadonlyMap<string, Uint8Array>, date: Date): Uint8Array {
  const noon = new Date(date)
  noon.setUTCHours(12, 0, 0, 0)
  const packed: Zippable = {}
  for (const [path, bytes] of [...files].sort(([a], [b]) => mimetypeFirst(a, b)))
    packed[path] = [bytes, { level: path === 'mimetype' ? 0 : LEVEL }]
  return zipSync(packed, { mtime: zipDate(noon) })
}

function mimetypeFirst(a: string, b: string): number {
  if (a === 'mimetype') return -1
  if (b === 'mimetype') return 1
  return a < b ? -1 : 1
}
