import { inflateSync } from 'node:zlib'
import { writeTables } from './tables.ts'

/** Bytes of the header and of a directory entry. @see https://www.w3.org/TR/WOFF/ */
const [HEADER, ENTRY] = [44, 20]

/** A TrueType font unpacked from WOFF 1, for programs that read no web fonts.
 *  @throws when the bytes are no WOFF 1 */
export function toSfnt(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index): [string, Uint8Array] => {
    const entry = HEADER + ENTRY * index
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const bytes = woff.subarray(start, start + packed)
    const tag = woff.toString('latin1', entry, entry + 4)
    return [tag, packed < woff.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes]
  })
  return writeTables(tables)
}
