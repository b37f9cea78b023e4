import { strFromU8, unzipSync } from 'fflate'
import { crc32 } from '../../../src/word/package/crc.ts'
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
      const found = files.get(`${FOLDER}/${path}`)
      if (!found) throw new SyntaxError(`the e-book holds no ${path}`)
      return strFromU8(found)
    },
  }
}

/** fflate compares no checksums, so that letters could change unseen. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    const files = unzipSync(bytes)
    const told = checksumsOf(bytes)
    const wrong = Object.entries(files).find(([path, file]) => told.get(path) !== crc32(file))
    if (wrong) throw new SyntaxError(`${wrong[0]} is damaged`)
    return files
  } catch (cause) {
    throw new SyntaxError('the e-book is damaged', { cause })
  }
}

/** The checksums that the directory of a zip without comment tells.
 *  @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.12 and 4.3.16 */
function checksumsOf(bytes: Uint8Array): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  let at = view.getUint32(end + 16, true)
  return new Map(
    Array.from({ length: view.getUint16(end + 10, true) }, () => {
      const [name, extra, comment] = [28, 30, 32].map(offset => view.getUint16(at + offset, true))
      const start = at + 46
      const checksum = view.getUint32(at + 16, true)
      const after = start + (name ?? 0)
      at = after + (extra ?? 0) + (comment ?? 0)
      return [strFromU8(bytes.subarray(start, after)), checksum]
    }),
  )
}
