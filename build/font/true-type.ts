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
  const tables = readTables(program)
  const [head, hhea, hmtx, maxp] = [
    tables.need('head'),
    tables.need('hhea'),
    tables.need('hmtx'),
    tables.need('maxp'),
  ]
  const place = placesOf(head, tables.need('loca'))
  const unitsPerEm = head.getUint16(18)
  const measured = hhea.getUint16(34)
  return Array.from({ length: maxp.getUint16(4) }, (_, glyph) => ({
    width: (hmtx.getUint16(4 * Math.min(glyph, measured - 1)) * 1000) / unitsPerEm,
    empty: place(glyph) === place(glyph + 1),
  }))
}

/** The tables of a font program, by their tags. */
export type Tables = {
  find(tag: string): DataView | undefined
  /** @throws RangeError when there is no such table */
  need(tag: string): DataView
}

/** @see ISO/IEC 14496-22 §4.5 */
export function readTables(program: Uint8Array): Tables {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength)
  const tables = new Map<string, DataView>()
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + 16 * index
    const tag = Buffer.from(program.subarray(entry, entry + 4)).toString('latin1')
    const [offset, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)]
    tables.set(tag, new DataView(program.buffer, program.byteOffset + offset, length))
  }
  return {
    find: tag => tables.get(tag),
    need(tag) {
      const found = tables.get(tag)
      if (!found) throw new RangeError(`the font has no table ${tag}`)
      return found
    },
  }
}

/** Where the outline of each glyph begins in the table `glyf`. */
export function placesOf(head: DataView, loca: DataView): (glyph: number) => number {
  const long = head.getInt16(50) === 1
  return glyph => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph))
}
