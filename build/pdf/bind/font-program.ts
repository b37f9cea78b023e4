import {
  bytesOf,
  type Glyph,
  padded,
  readGlyphs,
  readTables,
  type Tables,
  viewOf,
  writeTables,
} from '../../ground/index.ts'
import { latin1Of } from '../object/bytes.ts'

/** A TrueType program, of which some glyphs are kept under the numbers that they have in the whole font. */
export type Program = {
  /** Traits that subsets of one font have in common: size of the em, instructions. */
  common: string
  /** The glyphs that have an outline or a width: a subset leaves neither to the others. */
  glyphs: ReadonlyMap<number, Glyph>
  unitsPerEm: number
  tables: Tables
}

/** Tables that a program may have, and whose bytes are the font's, not the subset's. */
const INSTRUCTIONS = ['cvt ', 'fpgm', 'prep']

/** @see ISO/IEC 14496-22 §5.2 (head, hhea, hmtx, maxp), §5.3 (glyf, loca) */
export function readProgram(bytes: Uint8Array): Program {
  const tables = readTables(bytes)
  const { list, unitsPerEm } = readGlyphs(tables)
  const glyphs = new Map(
    [...list.entries()].filter(([, { outline, advance }]) => outline.length > 0 || advance > 0),
  )
  const instructions = INSTRUCTIONS.map(tag => {
    const table = tables.find(tag)
    return table ? latin1Of(bytesOf(table)) : ''
  })
  return { common: [unitsPerEm, ...instructions].join('\0'), glyphs, unitsPerEm, tables }
}

/** Writes a program with these glyphs, by their numbers, and the tables that all of `programs`, subsets of one font, need.
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
  tables.sort(([a], [b]) => (a < b ? -1 : 1))
  return writeTables(tables.map(([tag, table]) => [tag, bytesOf(table)]))
}

const NOTHING = new Uint8Array()
const copy = (view: DataView) => viewOf(bytesOf(view).slice())
