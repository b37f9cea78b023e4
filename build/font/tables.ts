/** The tables of a font program, by their tags. */
export type Tables = {
  find(tag: string): DataView | undefined
  /** @throws RangeError when there is no such table */
  need(tag: string): DataView
}

/** @see ISO/IEC 14496-22 §4.5 */
export function readTables(program: Uint8Array): Tables {
  const view = viewOf(program)
  const tables = new Map<string, DataView>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = HEADER + ENTRY * index
    const tag = Buffer.from(program.subarray(entry, entry + 4)).toString('latin1')
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
    tables.set(tag, new DataView(program.buffer, program.byteOffset + offset, length))
  }
  return {
    find: tag => tables.get(tag),
    need(tag) {
      const table = tables.get(tag)
      if (!table) throw new RangeError(`the font has no table ${tag}`)
      return table
    },
  }
}

/** Bytes of the header and of a directory entry. */
const [HEADER, ENTRY] = [12, 16]
/** Where `head` has the checksum of the whole, and what that is taken from. */
const CHECKSUM = 8
const MAGIC = 0xb1b0afba

/** @param tables in the order of their tags
 *  @see ISO/IEC 14496-22 §4.5, §5.2 (head) */
export function writeTables(tables: readonly [tag: string, table: Uint8Array][]): Uint8Array {
  const start = HEADER + ENTRY * tables.length
  const file = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.length), start))
  const view = viewOf(file)
  const power = Math.floor(Math.log2(tables.length))
  const search = [tables.length, 16 * 2 ** power, power, 16 * (tables.length - 2 ** power)]
  view.setUint32(0, 0x00010000)
  for (const [index, value] of search.entries()) view.setUint16(4 + 2 * index, value)
  let offset = start
  let head = 0
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = HEADER + ENTRY * index
    file.set(table, offset)
    file.set(Buffer.from(tag, 'latin1'), entry)
    if (tag === 'head') {
      head = offset
      view.setUint32(head + CHECKSUM, 0)
    }
    view.setUint32(entry + 4, sum(view, offset, padded(table.length)))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.length)
    offset += padded(table.length)
  }
  view.setUint32(head + CHECKSUM, (MAGIC - sum(view, 0, file.length)) >>> 0)
  return file
}

function sum(view: DataView, start: number, length: number): number {
  let total = 0
  for (let at = start; at < start + length; at += 4) total = (total + view.getUint32(at)) >>> 0
  return total
}

/** Tables begin on four bytes. */
export const padded = (length: number) => Math.ceil(length / 4) * 4
export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
export const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
