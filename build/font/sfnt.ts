import { inflateSync } from 'node:zlib'

/** Bytes of the header and of a directory entry. @see https://www.w3.org/TR/WOFF/ @see ISO/IEC 14496-22 §4.5 */
const WOFF = { header: 44, entry: 20 }
const SFNT = { header: 12, entry: 16 }

/** A TrueType or OpenType font unpacked from WOFF 1, for programs that read no web fonts.
 *  @throws when the bytes are no WOFF 1 */
export function toSfnt(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(SFNT.header + SFNT.entry * count)
  const power = 2 ** Math.floor(Math.log2(count))
  woff.copy(directory, 0, 4, 8)
  for (const [index, value] of [count, power * 16, Math.log2(power), (count - power) * 16].entries())
    directory.writeUInt16BE(value, 4 + 2 * index)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index++) {
    const from = WOFF.header + WOFF.entry * index
    const start = woff.readUInt32BE(from + 4)
    const packed = woff.readUInt32BE(from + 8)
    const length = woff.readUInt32BE(from + 12)
    const bytes = woff.subarray(start, start + packed)
    const table = Buffer.alloc(Math.ceil(length / 4) * 4) // tables begin on four bytes
    ;(packed < length ? inflateSync(bytes) : bytes).copy(table)
    const to = SFNT.header + SFNT.entry * index
    woff.copy(directory, to, from, from + 4) // tag
    woff.copy(directory, to + 4, from + 16, from + 20) // checksum
    directory.writeUInt32BE(offset, to + 8)
    directory.writeUInt32BE(length, to + 12)
    tables.push(table)
    offset += table.length
  }
  return Buffer.concat([directory, ...tables])
}
