import { readGlyphs } from './glyphs.ts'
import { readTables } from './tables.ts'

/** What a PDF says of a TrueType font. Lengths in units of the font. */
export type TrueType = {
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

/** Reads the measures and the characters of a TrueType font.
 *  @throws RangeError when a table is missing
 *  @see OpenType 1.9 (cmap format 4, head, hhea, hmtx, maxp, name, OS/2) */
export function readTrueType(font: Uint8Array): TrueType {
  const tables = readTables(font)
  const { need } = tables
  const [head, hhea] = [need('head'), need('hhea')]
  const { list, unitsPerEm } = readGlyphs(tables)
  return {
    postScriptName: postScriptNameOf(need('name')),
    unitsPerEm,
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: need('OS/2').getInt16(88),
    widths: list.map(({ advance }) => advance),
    glyphs: readCharacterMap(need('cmap')),
  }
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
