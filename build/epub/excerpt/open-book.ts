import { strFromU8, unzipSync } from 'fflate'
import { crc32 } from '../../../src/word/package/crc.ts'
import { entriesOf } from '../../../src/word/package/unpack.ts'
import { FOLDER } from '../files.ts'

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

/** fflate compares no checksums, so that letters could change unseen. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const files = unzipSync(bytes)
    for (const { path, crc } of entriesOf(bytes))
      if (crc32(files[path] ?? NOTHING) !== crc) throw new SyntaxError(`${path} is damaged`)
    return files
  } catch (cause) {
    throw new SyntaxError('the e-book is damaged', { cause })
  }
}

const NOTHING = new Uint8Array()
