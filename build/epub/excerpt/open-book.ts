import { strFromU8, unzipSync } from 'fflate'
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

function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes)
  } catch (cause) {
    throw new SyntaxError('the e-book is damaged', { cause })
  }
}
