import { bytesOf, type Tables } from './tables.ts'

/** A glyph of a TrueType program. Lengths in units of the font. */
export type Glyph = {
  /** What draws it; empty when it draws nothing. */
  outline: Uint8Array
  advance: number
  bearing: number
}

export type Glyphs = { list: Glyph[]; unitsPerEm: number }

/** The glyphs of a TrueType program, by their number.
 *  @throws RangeError when a table is missing or too short
 *  @see ISO/IEC 14496-22 §5.2 (head, hhea, hmtx, maxp), §5.3 (glyf, loca) */
export function readGlyphs({ need }: Tables): Glyphs {
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
