import { placesOf, readTables, type Tables } from '../../font/true-type.ts'

/** A glyph of a font program. Lengths in units of the font. */
export type Glyph = { outline: Uint8Array; advance: number; bearing: number }

/** A TrueType program, of which some glyphs are kept under the numbers that they have in the whole font. */
export type Program = {
  /** What subsets of one font have in common: size of the em, instructions. */
  common: string
  /** The glyphs that have an outline or a width: a subset leaves neither to the others. */
  kept: ReadonlyMap<number, Glyph>
  tables: Tables
}

/** Tables that a program may have, and whose bytes are the font's, not the subset's. */
const INSTRUCTIONS = ['cvt ', 'fpgm', 'prep']

/** @throws RangeError when a table is missing or too short
 *  @see ISO/IEC 14496-22 §5.2 (head, hhea, hmtx, maxp), §5.3 (glyf, loca) */
export function readProgram(bytes: Uint8Array): Program {
  const tables = readTables(bytes)
  const [head, hmtx, glyf] = [tables.need('head'), tables.need('hmtx'), tables.need('glyf')]
  const place = placesOf(head, tables.need('loca'))
  const measured = tables.need('hhea').getUint16(34)
  const kept = new Map<number, Glyph>()
  const count = tables.need('maxp').getUint16(4)
  for (let glyph = 0; glyph < count; glyph++) {
    const [start, end] = [place(glyph), place(glyph + 1)]
    const advance = hmtx.getUint16(4 * Math.min(glyph, measured - 1))
    if (end === start && advance === 0) continue
    const outline = new Uint8Array(glyf.buffer, glyf.byteOffset + start, end - start)
    const bearing = hmtx.getInt16(glyph < measured ? 4 * glyph + 2 : 2 * (measured + glyph))
    kept.set(glyph, { outline, advance, bearing })
  }
  const instructions = INSTRUCTIONS.map(tag => {
    const table = tables.find(tag)
    return table ? Buffer.from(bytesOf(table)).toString('latin1') : ''
  })
  return { common: [head.getUint16(18), ...instructions].join('\0'), kept, tables }
}

/** Writes a program with the glyphs that are given, by their numbers, and what all of `programs` need.
 *  @param programs subsets of one font
 *  @see ISO 32000-1 §9.9, table 126 (the tables that a PDF needs) */
export function writeProgram(
  programs: readonly [Program, ...Program[]],
  glyphs: readonly (Glyph | undefined)[],
): Uint8Array {
  const [first] = programs
  const outlines = glyphs.map(glyph => glyph?.outline ?? NOTHING)
  const starts = [0]
  for (const outline of outlines) starts.push((starts.at(-1) as number) + padded(outline.length))
  const glyf = new Uint8Array(starts.at(-1) as number)
  const loca = new DataView(new ArrayBuffer(4 * starts.length))
  const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length))
  for (const [index, start] of starts.entries()) loca.setUint32(4 * index, start)
  for (const [index, glyph] of glyphs.entries()) {
    glyf.set(outlines[index] ?? NOTHING, starts[index])
    hmtx.setUint16(4 * index, glyph?.advance ?? 0)
    hmtx.setInt16(4 * index + 2, glyph?.bearing ?? 0)
  }
  const { find, need } = first.tables
  const [head, hhea, maxp] = [copy(need('head')), copy(need('hhea')), copy(need('maxp'))]
  head.setUint32(CHECKSUM, 0)
  head.setInt16(50, 1) // long places
  hhea.setUint16(34, glyphs.length)
  // The most that any glyph needs.
  for (let at = 6; at + 1 < maxp.byteLength; at += 2)
    maxp.setUint16(at, Math.max(...programs.map(({ tables }) => tables.need('maxp').getUint16(at))))
  maxp.setUint16(4, glyphs.length)
  const tables: [string, DataView][] = [
    ...INSTRUCTIONS.flatMap((tag): [string, DataView][] => {
      const table = find(tag)
      return table ? [[tag, table]] : []
    }),
    ['glyf', viewOf(glyf)],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', hmtx],
    ['loca', loca],
    ['maxp', maxp],
  ]
  return writeTables(tables.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Where `head` has the checksum of the whole. */
const CHECKSUM = 8
const MAGIC = 0xb1b0afba
const NOTHING = new Uint8Array()

/** @param tables in the order of their tags
 *  @see ISO/IEC 14496-22 §4.5 */
function writeTables(tables: readonly [tag: string, table: DataView][]): Uint8Array {
  const start = 12 + 16 * tables.length
  const file = new Uint8Array(tables.reduce((sum, [, table]) => sum + padded(table.byteLength), start))
  const view = viewOf(file)
  const power = Math.floor(Math.log2(tables.length))
  view.setUint32(0, 0x00010000)
  for (const [index, value] of [
    tables.length,
    16 * 2 ** power,
    power,
    16 * (tables.length - 2 ** power),
  ].entries())
    view.setUint16(4 + 2 * index, value)
  let offset = start
  let head = 0
  for (const [index, [tag, table]] of tables.entries()) {
    const entry = 12 + 16 * index
    file.set(bytesOf(table), offset)
    file.set(Buffer.from(tag, 'latin1'), entry)
    view.setUint32(entry + 4, sum(view, offset, padded(table.byteLength)))
    view.setUint32(entry + 8, offset)
    view.setUint32(entry + 12, table.byteLength)
    if (tag === 'head') head = offset
    offset += padded(table.byteLength)
  }
  view.setUint32(head + CHECKSUM, (MAGIC - sum(view, 0, file.length)) >>> 0)
  return file
}

function sum(view: DataView, start: number, length: number): number {
  let total = 0
  for (let at = start; at < start + length; at += 4) total = (total + view.getUint32(at)) >>> 0
  return total
}

const padded = (length: number) => Math.ceil(length / 4) * 4
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const bytesOf = (view: DataView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
const copy = (view: DataView) => viewOf(bytesOf(view).slice())
