import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { deflate } from '#zlib'
import type { Glyph } from '../../font/true-type.ts'
import { type Cache, kept } from '../../store/cache.ts'
import { faceOf, familyOf } from '../content/font-dictionary.ts'
import { lettersOf, writeCMap } from '../content/to-unicode.ts'
import { unpack } from '../object/packing.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, type Ref, Stream } from '../object/values.ts'
import { writeValue } from '../object/write-value.ts'
import { type Program, readProgram, writeProgram } from './font-program.ts'
import { type United, writeUnited } from './united-font.ts'

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
  const signatures = refs.map(signatureOf).join('\n')
  const make = async () => serialize(await Promise.all(unionsOf(file, refs).map(unite)))
  const fonts: United[] = deserialize(await kept(cache, 'polices', [signatures], make))
  const united = new Map<Ref, Ref>()
  for (const font of fonts) {
    const [first] = font.members
    const ref = writeUnited(file, file.find(refs[first], Dict) ?? file.dict(), font)
    for (const member of font.members) united.set(refs[member] as Ref, ref)
  }
  return united
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

/** Reads a font whose codes are the glyphs of a TrueType program; null for any other. */
function readSubset(dict: Dict | undefined, index: number): Subset | null {
  if (!dict) return null
  const { identity, descriptor, called = '' } = faceOf(dict)
  const [file, letters] = [descriptor?.find('FontFile2', Stream), lettersOf(dict)]
  if (!identity || !descriptor || !file || !letters) return null
  const program = readProgram(unpack(file))
  const described = descriptor.clone()
  for (const key of ['FontFile2', 'FontName']) described.delete(key)
  const traits = [familyOf(called), program.common, writeValue(described, ({ number }) => number)]
  return { index, program, letters, common: traits.join('\0') }
}

function begin(subset: Subset): Union {
  const union: Union = { subsets: [subset], glyphs: [], letters: new Map() }
  add(union, subset)
  return union
}

/** Adds a subset to a union, unless they differ in a glyph: two fonts may bear one name.
 *  @returns whether it was added */
function join(union: Union, subset: Subset): boolean {
  for (const [code, glyph] of subset.program.kept) {
    const existing = union.glyphs[code]
    if (existing && !same(existing, glyph)) return false
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
  const digest = createHash('sha256').update(program).digest()
  return {
    members: subsets.map(({ index }) => index) as United['members'],
    tag: String.fromCharCode(...digest.subarray(0, 6).map(byte => 65 + (byte % 26))),
    widths: all.flatMap((glyph, code) =>
      glyph ? [code, [(glyph.advance * 1000) / first.program.unitsPerEm]] : [],
    ),
    program: await deflate(program),
    length: program.length,
    letters: await deflate(new TextEncoder().encode(writeCMap(letters))),
  }
}
