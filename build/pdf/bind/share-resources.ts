import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { deflate } from '#zlib'
import { type Cache, type Glyph, kept } from '../../ground/index.ts'
import { faceOf, familyOf, lettersOf, writeCMap } from '../content/fonts.ts'
import { unpack } from '../object/packing.ts'
import { fontsOf, resourcesOf } from '../object/pages.ts'
import type { PdfFile, PlainDict } from '../object/pdf-file.ts'
import { createSignatures, takeSignatures } from '../object/signatures.ts'
import { Dict, name, Ref, Stream } from '../object/values.ts'
import { writeValue } from '../object/write-file.ts'
import { type Program, readProgram, writeProgram } from './font-program.ts'

/** Kinds of resources of which equal ones are one. */
const SHARED = ['ExtGState', 'XObject', 'ColorSpace']

/** Merges the subsets of each font of a joined file, and equal pictures and settings. @returns the merged fonts */
export async function shareResources(file: PdfFile, cache: Cache): Promise<Set<Ref>> {
  const all = resourcesOf(file)
  const signatureOf = createSignatures(file)
  const refs = fontsOf(all)
  const signed = takeSignatures(file, refs)
  const fontSignature = (font: Ref) => signed.get(font) ?? signatureOf(font)
  const united = await uniteFonts(file, refs, { cache, signatureOf: fontSignature })
  const firsts = new Map<string, Ref>()
  const firstOf = (ref: Ref) => {
    const signature = signatureOf(ref)
    const first = firsts.get(signature) ?? ref
    firsts.set(signature, first)
    return first
  }
  for (const resources of all) {
    replaceRefs(resources.find('Font', Dict), font => united.get(font) ?? font)
    for (const kind of SHARED) replaceRefs(resources.find(kind, Dict), firstOf)
  }
  return new Set(united.values())
}

function replaceRefs(dict: Dict | undefined, replacementOf: (ref: Ref) => Ref): void {
  for (const [key, entry] of dict?.entries ?? [])
    if (entry instanceof Ref) dict?.set(key, replacementOf(entry))
}

/** A subset of a font, as Chromium embeds one in each file: its codes are the numbers of its glyphs in the whole font. */
type Subset = {
  index: number
  program: Program
  letters: ReadonlyMap<number, string>
  /** Traits that subsets of one font have in common. */
  common: string
}

/** Subsets of one font without contradictions: a shared glyph is the same in each. */
type Union = { subsets: Subset[]; glyphs: (Glyph | undefined)[]; letters: Map<number, string> }

/** Makes one font of all the subsets of a font. @returns for each united font the one to use in its stead */
async function uniteFonts(
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

function unionsOf(file: PdfFile, refs: readonly Ref[]): Union[] {
  const unions = new Map<string, Union[]>()
  for (const [index, ref] of refs.entries()) {
    const subset = readSubset(file.find(ref, Dict), index)
    if (!subset) continue
    const alike = unions.get(subset.common) ?? []
    unions.set(subset.common, alike)
    const former = alike.find(union => agrees(union, subset))
    const union: Union = former ?? { subsets: [], glyphs: [], letters: new Map() }
    if (!former) alike.push(union)
    union.subsets.push(subset)
    for (const [code, glyph] of subset.program.glyphs) union.glyphs[code] ??= glyph
    for (const [code, text] of subset.letters) union.letters.set(code, text)
  }
  return [...unions.values()].flat().filter(({ subsets }) => subsets.length > 1)
}

/** Reads a font whose codes are the glyphs of a TrueType program; null for any other. */
function readSubset(dict: Dict | undefined, index: number): Subset | null {
  if (!dict) return null
  const { identity, descriptor, fontName = '' } = faceOf(dict)
  const [file, letters] = [descriptor?.find('FontFile2', Stream), lettersOf(dict)]
  if (!identity || !descriptor || !file || !letters) return null
  const program = readProgram(unpack(file))
  const described = descriptor.clone()
  for (const key of ['FontFile2', 'FontName']) described.delete(key)
  const traits = [familyOf(fontName), program.common, writeValue(described, ({ number }) => number)]
  return { index, program, letters, common: traits.join('\0') }
}

/** Tells whether a subset differs from a union in no glyph: two fonts may bear one name. */
function agrees({ glyphs, letters }: Union, subset: Subset): boolean {
  const sameGlyphs = [...subset.program.glyphs].every(([code, glyph]) => same(glyphs[code] ?? glyph, glyph))
  return sameGlyphs && [...subset.letters].every(([code, text]) => (letters.get(code) ?? text) === text)
}

const same = (a: Glyph, b: Glyph) =>
  a.advance === b.advance && a.bearing === b.bearing && Buffer.compare(a.outline, b.outline) === 0

async function unite({ subsets, glyphs, letters }: Union): Promise<United> {
  const all = Array.from(glyphs)
  const programs = subsets.map(({ program }) => program) as [Program, ...Program[]]
  const program = writeProgram(programs, all)
  const digest = createHash('sha256').update(program).digest()
  return {
    members: subsets.map(({ index }) => index) as United['members'],
    tag: String.fromCharCode(...digest.subarray(0, 6).map(byte => 65 + (byte % 26))),
    widths: all.flatMap((glyph, code) =>
      glyph ? [code, [(glyph.advance * 1000) / programs[0].unitsPerEm]] : [],
    ),
    program: await deflate(program),
    length: program.length,
    letters: await deflate(new TextEncoder().encode(writeCMap(letters))),
  }
}

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

/** Writes a font made of several, like the first of them. @see ISO 32000-1 §9.6.4, §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
function writeUnited(file: PdfFile, like: Dict, united: United): Ref {
  const { descendant, fontName: former = '' } = faceOf(like)
  if (!descendant) throw new SyntaxError('a font that is none')
  const fontName = name(`${united.tag}+${familyOf(former)}`)
  const cidFont = descendant.clone()
  const descriptor = descendant.need('FontDescriptor', Dict).clone()
  const stream = (bytes: Uint8Array, entries: PlainDict = {}) =>
    file.add(new Stream(file.dict({ Filter: 'FlateDecode', ...entries }), bytes))
  descriptor.set('FontName', fontName)
  descriptor.set('FontFile2', stream(united.program, { Length1: united.length }))
  cidFont.set('BaseFont', fontName)
  cidFont.set('FontDescriptor', file.add(descriptor))
  cidFont.set('DW', 0)
  cidFont.set('W', file.list(united.widths))
  const font = like.clone()
  font.set('BaseFont', fontName)
  font.set('DescendantFonts', file.list([file.add(cidFont)]))
  font.set('ToUnicode', stream(united.letters))
  return file.add(font)
}
