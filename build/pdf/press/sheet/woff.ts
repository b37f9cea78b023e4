import { inflateSync } from 'node:zlib'

/** A TrueType font and what a PDF says of it. Lengths in units of the font. */
export type TrueType = {
  bytes: Uint8Array
  postScriptName: string
  unitsPerEm: number
  box: [number, number, number, number]
  ascent: number
  descent: number
  capHeight: number
  /** By glyph. */
  widths: number[]
  /** Character → glyph. */
  glyphs: Map<number, number>
}

/** Unwraps a WOFF file of a TrueType font.
 *  @throws Error when it is none
 *  @see https://www.w3.org/TR/WOFF/ §4 and §5, OpenType 1.9 (cmap format 4, head, hhea, hmtx, name, OS/2) */
export function unwrapWoff(woff: Uint8Array): TrueType {
  const view = viewOf(woff)
  if (view.getUint32(0) !== 0x774f4646 || view.getUint32(4) !== 0x00010000)
    throw new Error('not a WOFF file of a TrueType font')
  const tables = Array.from({ length: view.getUint16(12) }, (_, index) => {
    const entry = 44 + 20 * index
    const [offset, packed, length] = [4, 8, 12].map(at => view.getUint32(entry + at)) as [
      number,
      number,
      number,
    ]
    const content = woff.subarray(offset, offset + packed)
    return {
      tag: view.getUint32(entry),
      checksum: view.getUint32(entry + 16),
      bytes: packed < length ? new Uint8Array(inflateSync(content)) : content,
    }
  })
  const table = (tag: string) => {
    const wanted = viewOf(new TextEncoder().encode(tag)).getUint32(0)
    const found = tables.find(entry => entry.tag === wanted)
    if (!found) throw new Error(`the font has no table ${tag}`)
    return viewOf(found.bytes)
  }
  const [head, hhea, hmtx, os2] = [table('head'), table('hhea'), table('hmtx'), table('OS/2')]
  const metrics = hhea.getUint16(34)
  const glyphCount = table('maxp').getUint16(4)
  return {
    bytes: assemble(tables),
    postScriptName: postScriptNameOf(table('name')),
    unitsPerEm: head.getUint16(18),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2.getInt16(88),
    widths: Array.from({ length: glyphCount }, (_, glyph) =>
      hmtx.getUint16(4 * Math.min(glyph, metrics - 1)),
    ),
    glyphs: readCharacterMap(table('cmap')),
  }
}

/** The tables as one TrueType file. */
function assemble(tables: readonly { tag: number; checksum: number; bytes: Uint8Array }[]): Uint8Array {
  const directory = 12 + 16 * tables.length
  const padded = (length: number) => (length + 3) & ~3
  const file = new Uint8Array(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), directory))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  for (const [at, value] of [
    [4, tables.length],
    [6, 16 * power],
    [8, Math.log2(power)],
    [10, 16 * (tables.length - power)],
  ] as const)
    view.setUint16(at, value)
  let offset = directory
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    for (const [at, value] of [tag, checksum, offset, bytes.length].entries())
      view.setUint32(12 + 16 * index + 4 * at, value)
    file.set(bytes, offset)
    offset += padded(bytes.length)
  }
  return file
}

const FORMAT_4 = 4

function readCharacterMap(cmap: DataView): Map<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const start = cmap.getUint32(4 + 8 * index + 4)
    if (cmap.getUint16(start) !== FORMAT_4) continue
    const segments = cmap.getUint16(start + 6) / 2
    const ends = start + 14
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const ranges = deltas + 2 * segments
    for (let segment = 0; segment < segments; segment++) {
      const [first, last] = [cmap.getUint16(starts + 2 * segment), cmap.getUint16(ends + 2 * segment)]
      const range = cmap.getUint16(ranges + 2 * segment)
      for (let character = first; character <= last && character < 0xffff; character++) {
        const found =
          range === 0 ? character : cmap.getUint16(ranges + 2 * segment + range + 2 * (character - first))
        const glyph = found === 0 ? 0 : (found + cmap.getUint16(deltas + 2 * segment)) & 0xffff
        if (glyph !== 0) glyphs.set(character, glyph)
      }
    }
    return glyphs
  }
  throw new Error('the font has no character map of format 4')
}

const POSTSCRIPT_NAME = 6

function postScriptNameOf(table: DataView): string {
  for (let index = 0; index < table.getUint16(2); index++) {
    const entry = 6 + 12 * index
    if (table.getUint16(entry + 6) !== POSTSCRIPT_NAME) continue
    const start = table.getUint16(4) + table.getUint16(entry + 10)
    const bytes = new Uint8Array(table.buffer, table.byteOffset + start, table.getUint16(entry + 8))
    // Unicode names have two bytes a letter, Macintosh names one; a PostScript name is ASCII.
    return String.fromCharCode(...bytes.filter(byte => byte !== 0))
  }
  throw new Error('the font has no PostScript name')
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
