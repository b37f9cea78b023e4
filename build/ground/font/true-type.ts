import { inflateSync } from 'node:zlib'

/** Reads measures of a TrueType font, in its units: widths by glyph, glyphs by character. @throws RangeError when a table is missing
 *  @see OpenType 1.9 */
export function readTrueType(font: Uint8Array) {
  const tables = readTables(font)
  const { need } = tables
  const [head, hhea] = [need('head'), need('hhea')]
  const { list, unitsPerEm } = readGlyphs(tables)
  return {
    postScriptName: postScriptNameOf(need('name')),
    unitsPerEm,
    box: [36, 38, 40, 42].map(at => head.getInt16(at)),
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: need('OS/2').getInt16(88),
    widths: list.map(({ advance }) => advance),
    glyphs: readCharacterMap(need('cmap')),
  }
}

function readCharacterMap(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const start = cmap.getUint32(4 + 8 * index + 4)
    if (cmap.getUint16(start) !== 4) continue // another format
    const segments = cmap.getUint16(start + 6) / 2
    const ends = start + 14
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const ranges = deltas + 2 * segments
    for (let segment = 0; segment < segments; segment++) {
      const [first, last] = [cmap.getUint16(starts + 2 * segment), cmap.getUint16(ends + 2 * segment)]
      const range = cmap.getUint16(ranges + 2 * segment)
      for (let character = first; character <= last && character < 0xffff; character++) {
        const place =
          range === 0 ? character : cmap.getUint16(ranges + 2 * segment + range + 2 * (character - first))
        const glyph = place === 0 ? 0 : (place + cmap.getUint16(deltas + 2 * segment)) & 0xffff
        if (glyph !== 0) glyphs.set(character, glyph)
      }
    }
    return glyphs
  }
  throw new Error('the font has no character map of format 4')
}

function postScriptNameOf(table: DataView): string {
  for (let index = 0; index < table.getUint16(2); index++) {
    const entry = 6 + 12 * index
    if (table.getUint16(entry + 6) !== 6) continue // another name than PostScript's
    const start = table.getUint16(4) + table.getUint16(entry + 10)
    const bytes = new Uint8Array(table.buffer, table.byteOffset + start, table.getUint16(entry + 8))
    // Unicode names have two bytes a letter, Macintosh names one; a PostScript name is ASCII.
    return String.fromCharCode(...bytes.filter(byte => byte !== 0))
  }
  throw new Error('the font has no PostScript name')
}

/** A glyph of a TrueType program. Lengths in units of the font. */
export type Glyph = {
  /** Its drawing; empty for a blank. */
  outline: Uint8Array
  advance: number
  bearing: number
}

/** Reads glyphs by their number. @throws RangeError when a table is missing or short. @see ISO/IEC 14496-22 §5.2, §5.3 */
export function readGlyphs({ need }: Tables): { list: Glyph[]; unitsPerEm: number } {
  const [head, hmtx, loca] = [need('head'), need('hmtx'), need('loca')]
  const outlines = bytesOf(need('glyf'))
  const long = head.getInt16(50) === 1
  const placeOf = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
  const measured = need('hhea').getUint16(34)
  const list = Array.from({ length: need('maxp').getUint16(4) }, (_, glyph) => ({
    outline: outlines.subarray(placeOf(glyph), placeOf(glyph + 1)),
    advance: hmtx.getUint16(4 * Math.min(glyph, measured - 1)),
    bearing: hmtx.getInt16(glyph < measured ? 4 * glyph + 2 : 2 * (measured + glyph)),
  }))
  return { list, unitsPerEm: head.getUint16(18) }
}

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
/** Locate the checksum of the whole file in `head`: `MAGIC` minus the sum. */
const CHECKSUM = 8
const MAGIC = 0xb1b0afba

/** Writes tables, in the order of their tags. @see ISO/IEC 14496-22 §4.5, §5.2 (head) */
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

/** Bytes of the header and of a directory entry. @see https://www.w3.org/TR/WOFF/ */
const [WOFF_HEADER, WOFF_ENTRY] = [44, 20]

/** Unpacks a TrueType font from WOFF 1, for programs that read no web fonts. @throws when it is none */
export function toSfnt(woff: Buffer): Uint8Array {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF 1 font')
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, index): [string, Uint8Array] => {
    const entry = WOFF_HEADER + WOFF_ENTRY * index
    const start = woff.readUInt32BE(entry + 4)
    const packed = woff.readUInt32BE(entry + 8)
    const bytes = woff.subarray(start, start + packed)
    const tag = woff.toString('latin1', entry, entry + 4)
    return [tag, packed < woff.readUInt32BE(entry + 12) ? inflateSync(bytes) : bytes]
  })
  return writeTables(tables)
}
