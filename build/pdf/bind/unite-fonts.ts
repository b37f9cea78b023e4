import { createHash } from 'node:crypto'
import { readCMap } from '../accessible/fonts.ts'
import { pack, unpack } from '../file/packing.ts'
import type { PdfFile } from '../file/pdf-file.ts'
import { Dict, List, name, type Ref, Stream } from '../file/values.ts'
import { writeValue } from '../file/write-value.ts'
import { type Glyph, type Program, readProgram, writeProgram } from './font-program.ts'

/** A subset of a font, as Chromium embeds one in each file: its codes are the numbers of its glyphs in the whole font. */
type Subset = {
  dict: Dict
  descendant: Dict
  descriptor: Dict
  program: Program
  /** Code → letters. */
  letters: ReadonlyMap<number, string>
  /** What subsets of one font have in common. */
  common: string
}

/** Subsets of one font that agree on every glyph that two of them keep. */
type Union = { subsets: [Subset, ...Subset[]]; glyphs: (Glyph | undefined)[]; letters: Map<number, string> }

/** Makes one font of all the subsets of a font.
 *  @param refs the fonts of a file, in the order in which they are met
 *  @returns for each of them the font to use in its stead */
export function uniteFonts(file: PdfFile, refs: readonly Ref[]): Map<Ref, Ref> {
  const unions = new Map<string, Union[]>()
  const unionOf = new Map<Ref, Union>()
  for (const ref of refs) {
    const subset = readSubset(file.find(ref, Dict))
    if (!subset) continue
    const alike = unions.get(subset.common) ?? []
    unions.set(subset.common, alike)
    const union = alike.find(candidate => join(candidate, subset)) ?? begin(subset)
    if (!alike.includes(union)) alike.push(union)
    unionOf.set(ref, union)
  }
  const written = new Map<Union, Ref>()
  const united = new Map<Ref, Ref>()
  for (const ref of refs) {
    const union = unionOf.get(ref)
    if (!union || union.subsets.length === 1) {
      united.set(ref, ref)
      continue
    }
    const font = written.get(union) ?? write(file, union)
    written.set(union, font)
    united.set(ref, font)
  }
  return united
}

/** What a font is, when its codes are the glyphs of a TrueType program; undefined for any other. */
function readSubset(dict: Dict | undefined): Subset | undefined {
  const descendant = dict?.find('DescendantFonts', List)?.lookup(0)
  if (dict?.name('Encoding') !== 'Identity-H' || !(descendant instanceof Dict)) return undefined
  const descriptor = descendant.find('FontDescriptor', Dict)
  const [file, map] = [descriptor?.find('FontFile2', Stream), dict.find('ToUnicode', Stream)]
  if (!descriptor || !file || !map || descendant.name('CIDToGIDMap') !== 'Identity') return undefined
  const program = readProgram(unpack(file))
  const letters = readCMap(Buffer.from(unpack(map)).toString('latin1'))
  const described = descriptor.clone()
  for (const key of ['FontFile2', 'FontName']) described.delete(key)
  const common = [nameOf(dict), program.common, writeValue(described, ({ number }) => number)].join('\0')
  return { dict, descendant, descriptor, program, letters, common }
}

/** Its name without the letters that tell subsets apart. */
const nameOf = (dict: Dict) => (dict.name('BaseFont') ?? '').replace(/^[A-Z]{6}\+/, '')

function begin(subset: Subset): Union {
  const union: Union = { subsets: [subset], glyphs: [], letters: new Map() }
  add(union, subset)
  return union
}

/** Adds a subset to a union, unless they differ in a glyph: two fonts may bear one name.
 *  @returns whether it was added */
function join(union: Union, subset: Subset): boolean {
  for (const [code, glyph] of subset.program.kept) {
    const known = union.glyphs[code]
    if (known && !same(known, glyph)) return false
  }
  for (const [code, text] of subset.letters) if ((union.letters.get(code) ?? text) !== text) return false
  union.subsets.push(subset)
  add(union, subset)
  return true
}

function add({ glyphs, letters }: Union, subset: Subset): void {
  for (const [code, glyph] of subset.program.kept) glyphs[code] ??= glyph
  for (const [code, text] of subset.letters) letters.set(code, text)
}

const same = (a: Glyph, b: Glyph) =>
  a.advance === b.advance && a.bearing === b.bearing && Buffer.compare(a.outline, b.outline) === 0

/** @see ISO 32000-1 §9.6.4 (subsets), §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
function write(file: PdfFile, { subsets, glyphs, letters }: Union): Ref {
  const [first] = subsets
  const all = Array.from(glyphs)
  const program = writeProgram(subsets.map(({ program }) => program) as [Program, ...Program[]], all)
  const called = name(`${tagOf(program)}+${nameOf(first.dict)}`)
  const descriptor = first.descriptor.clone()
  descriptor.set('FontName', called)
  descriptor.set('FontFile2', file.add(pack(file.dict({ Length1: program.length }), program)))
  const descendant = first.descendant.clone()
  descendant.set('BaseFont', called)
  descendant.set('FontDescriptor', file.add(descriptor))
  descendant.set('DW', 0)
  const perEm = first.program.tables.need('head').getUint16(18)
  const widths = all.flatMap((glyph, code) =>
    glyph ? [code, file.list([(glyph.advance * 1000) / perEm])] : [],
  )
  descendant.set('W', file.list(widths))
  const font = first.dict.clone()
  font.set('BaseFont', called)
  font.set('DescendantFonts', file.list([file.add(descendant)]))
  font.set('ToUnicode', file.add(pack(file.dict(), writeCMap(letters))))
  return file.add(font)
}

/** Six letters that are the same for the same glyphs. */
function tagOf(program: Uint8Array): string {
  const digest = createHash('sha256').update(program).digest()
  return String.fromCharCode(...digest.subarray(0, 6).map(byte => 65 + (byte % 26)))
}

/** Entries that one block may have. @see Adobe Technical Note 5411 */
const BLOCK = 100

function writeCMap(letters: ReadonlyMap<number, string>): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const entries = [...letters]
    .sort(([a], [b]) => a - b)
    .map(
      ([code, text]) =>
        `<${hex(code)}> <${Array.from(text.split(''), unit => hex(unit.charCodeAt(0))).join('')}>`,
    )
  let blocks = ''
  for (let from = 0; from < entries.length; from += BLOCK) {
    const block = entries.slice(from, from + BLOCK)
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}
