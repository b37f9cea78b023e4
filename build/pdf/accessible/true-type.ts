/** A glyph of a font program. */
export type Glyph = {
  /** Advance in thousandths of the size. */
  width: number
  /** Draws nothing. */
  empty: boolean
}

/** The glyphs of a TrueType program, by their number.
 *  @throws RangeError when a table is missing or too short
 *  @see ISO/IEC 14496-22 §5.2 (head, hhea, hmtx, maxp), §5.3 (loca) */
export function readGlyphs(program: Uint8Array): Glyph[] {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index
    tables.set(Buffer.from(program.subarray(entry, entry + 4)).toString('latin1'), view.getUint32(entry + 8))
  }
  const at = (table: string) => {
    const offset = tables.get(table)
    if (offset === undefined) throw new RangeError(`the font has no table ${table}`)
    return offset
  }
  const unitsPerEm = view.getUint16(at('head') + 18)
  const long = view.getInt16(at('head') + 50) === 1
  const measured = view.getUint16(at('hhea') + 34)
  const place = (glyph: number) =>
    long ? view.getUint32(at('loca') + 4 * glyph) : 2 * view.getUint16(at('loca') + 2 * glyph)
  return Array.from({ length: view.getUint16(at('maxp') + 4) }, (_, glyph) => ({
    width: (view.getUint16(at('hmtx') + 4 * Math.min(glyph, measured - 1)) * 1000) / unitsPerEm,
    empty: place(glyph) === place(glyph + 1),
  }))
}
