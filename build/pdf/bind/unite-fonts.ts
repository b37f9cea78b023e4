import { createHash } from 'node:crypto'
import { pack, unpack } from '../../bundle.ts'
import { type Cache, keyOf } from '../../cache.ts'
import { readCMap } from '../accessible/fonts.ts'
import { deflate } from '../file/packer.ts'
import { unpack as unpackStream } from '../file/packing.ts'
import type { PdfFile, PlainDict } from '../file/pdf-file.ts'
import { Dict, List, name, type Ref, Stream } from '../file/values.ts'
import { writeValue } from '../file/write-value.ts'
import { pdfMakers } from '../makers.ts'
import { type Glyph, type Program, readProgram, writeProgram } from './font-program.ts'

/** A subset of a font, as Chromium embeds one in each file: its codes are the numbers of its glyphs in the whole font. */
type Subset = {
  /** Its place in the list of all fonts. */
  index: number
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
 *  @returns for each of them that is united the font to use in its stead */
export async function uniteFonts(
  file: PdfFile,
  refs: readonly Ref[],
  { cache, signatureOf }: { cache: Cache; signatureOf: (ref: Ref) => string },
): Promise<Map<Ref, Ref>> {
  // An edited document mostly has the letters that it had.
  const key = keyOf('polices', refs.map(signatureOf).join('\n'), pdfMakers)
  const found = await cache.read(key)
  const kept = found && unpackFonts(found)
  const fonts = kept ?? (await Promise.all(unionsOf(file, refs).map(unite)))
  if (!kept) await cache.write(key, packFonts(fonts))
  const united = new Map<Ref, Ref>()
  for (const font of fonts) {
    const [first] = font.members
    const ref = write(file, file.find(refs[first], Dict), font)
    for (const member of font.members) united.set(refs[member] as Ref, ref)
  }
  return united
}

/** A font made of several. */
type United = {
  /** Places of its subsets in the list of all. */
  members: [number, ...number[]]
  /** Six letters that are the same for the same glyphs. */
  tag: string
  /** Code, then a list of its width, and so on: in thousandths of the size. */
  widths: (number | [number])[]
  /** Deflated, and its length before. */
  program: Uint8Array
  length: number
  letters: Uint8Array
}

/** The subsets of each font of which there are several. */
function unionsOf(file: PdfFile, refs: readonly Ref[]): Union[] {
  const unions = new Map<string, Union[]>()
  for (const [index, ref] of refs.entries()) {
    const subset = readSubset(file.find(ref, Dict), index)
    if (!subset) continue
    const alike = unions.get(subset.common) ?? []
    unions.set(subset.common, alike)
    if (!alike.some(union => join(union, subset))) alike.push(begin(subset))
  }
  return [...unions.values()].flat().filter(({ subsets }) => subsets.length > 1)
}

/** What a font is, when its codes are the glyphs of a TrueType program; undefined for any other. */
function readSubset(dict: Dict | undefined, index: number): Subset | undefined {
  const descendant = dict?.find('DescendantFonts', List)?.lookup(0)
  if (dict?.name('Encoding') !== 'Identity-H' || !(descendant instanceof Dict)) return undefined
  const descriptor = descendant.find('FontDescriptor', Dict)
  const [file, map] = [descriptor?.find('FontFile2', Stream), dict.find('ToUnicode', Stream)]
  if (!descriptor || !file || !map || descendant.name('CIDToGIDMap') !== 'Identity') return undefined
  const program = readProgram(unpackStream(file))
  const letters = readCMap(Buffer.from(unpackStream(map)).toString('latin1'))
  const described = descriptor.clone()
  for (const key of ['FontFile2', 'FontName']) described.delete(key)
  const common = [nameOf(dict), program.common, writeValue(described, ({ number }) => number)].join('\0')
  return { index, program, letters, common }
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

async function unite({ subsets, glyphs, letters }: Union): Promise<United> {
  const [first] = subsets
  const all = Array.from(glyphs)
  const programs = subsets.map(({ program }) => program) as [Program, ...Program[]]
  const program = writeProgram(programs, all)
  const perEm = first.program.tables.need('head').getUint16(18)
  const digest = createHash('sha256').update(program).digest()
  return {
    members: subsets.map(({ index }) => index) as United['members'],
    tag: String.fromCharCode(...digest.subarray(0, 6).map(byte => 65 + (byte % 26))),
    widths: all.flatMap((glyph, code) => (glyph ? [code, [(glyph.advance * 1000) / perEm]] : [])),
    program: await deflate(program),
    length: program.length,
    letters: await deflate(writeCMap(letters)),
  }
}

/** @param like the first of its subsets
 *  @see ISO 32000-1 §9.6.4 (subsets), §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
function write(file: PdfFile, like: Dict | undefined, united: United): Ref {
  const descendant = like?.find('DescendantFonts', List)?.lookup(0)
  if (!like || !(descendant instanceof Dict)) throw new SyntaxError('a font that is none')
  const called = name(`${united.tag}+${nameOf(like)}`)
  const own = descendant.clone()
  const descriptor = descendant.need('FontDescriptor', Dict).clone()
  const stream = (bytes: Uint8Array, entries: PlainDict = {}) =>
    file.add(new Stream(file.dict({ Filter: 'FlateDecode', ...entries }), bytes))
  descriptor.set('FontName', called)
  descriptor.set('FontFile2', stream(united.program, { Length1: united.length }))
  own.set('BaseFont', called)
  own.set('FontDescriptor', file.add(descriptor))
  own.set('DW', 0)
  own.set('W', file.list(united.widths))
  const font = like.clone()
  font.set('BaseFont', called)
  font.set('DescendantFonts', file.list([file.add(own)]))
  font.set('ToUnicode', stream(united.letters))
  return file.add(font)
}

const LIST = 'polices.json'

function packFonts(fonts: readonly United[]): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  const list = fonts.map(({ program, letters, ...rest }, index) => {
    files[`${index}.program`] = program
    files[`${index}.letters`] = letters
    return rest
  })
  return pack({ [LIST]: new TextEncoder().encode(JSON.stringify(list)), ...files })
}

function unpackFonts(bytes: Uint8Array): United[] {
  const { [LIST]: told, ...files } = unpack(bytes)
  const list: Omit<United, 'program' | 'letters'>[] = JSON.parse(new TextDecoder().decode(told))
  return list.map((rest, index) => {
    const [program, letters] = [files[`${index}.program`], files[`${index}.letters`]]
    if (!program || !letters) throw new Error('fonts that were kept in part')
    return { ...rest, program, letters }
  })
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
