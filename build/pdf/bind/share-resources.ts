import { createHash } from 'node:crypto'
import { deflate } from '#zlib'
import type { Glyph } from '../../ground/index.ts'
import { faceOf, familyOf, lettersOf, writeCMap } from '../content/fonts.ts'
import { unpack } from '../object/packing.ts'
import { fontsOf, resourcesOf } from '../object/pages.ts'
import type { PdfFile, PlainDict } from '../object/pdf-file.ts'
import { Dict, name, Ref, Stream } from '../object/values.ts'
import { writeEntries, writeValue } from '../object/write-file.ts'
import { type Program, readProgram, writeProgram } from './font-program.ts'

/** Kinds of resources of which equal ones are one. */
const SHARED = ['ExtGState', 'XObject', 'ColorSpace']

/** Merges the subsets of each font of a joined file, and equal pictures and settings. @returns the merged fonts */
export async function shareResources(file: PdfFile): Promise<Set<Ref>> {
  const all = resourcesOf(file)
  const united = await uniteFonts(file, fontsOf(all))
  const signatureOf = createSignatures(file)
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

/** Hashes objects with all that they refer to, but without their numbers: equal objects have the same signature. */
function createSignatures(file: PdfFile): (ref: Ref) => string {
  const signatures = new Map<Ref, string>()
  const signatureOf = (ref: Ref): string => {
    const cached = signatures.get(ref)
    if (cached) return cached
    signatures.set(ref, String(ref)) // read where the object refers back to itself
    const value = file.lookup(ref) ?? null
    const hash = createHash('sha256')
    const numberOf = (kid: Ref) => {
      hash.update(signatureOf(kid))
      return 0
    }
    hash.update(
      value instanceof Stream ? writeEntries(value.dict, numberOf, value) : writeValue(value, numberOf),
    )
    if (value instanceof Stream) {
      if (!(value.bytes instanceof Uint8Array)) throw new Error('a stream that is being packed')
      hash.update(value.bytes)
    }
    const signature = hash.digest('hex')
    signatures.set(ref, signature)
    return signature
  }
  return signatureOf
}

function replaceRefs(dict: Dict | undefined, replacementOf: (ref: Ref) => Ref): void {
  for (const [key, entry] of dict?.entries ?? [])
    if (entry instanceof Ref) dict?.set(key, replacementOf(entry))
}

/** A subset of a font, as Chromium embeds one in each file: its codes are the numbers of its glyphs in the whole font. */
type Subset = {
  ref: Ref
  font: Dict
  program: Program
  letters: ReadonlyMap<number, string>
  /** Traits that subsets of one font have in common. */
  common: string
}

/** Subsets of one font without contradictions: a shared glyph is the same in each. */
type Union = { subsets: [Subset, ...Subset[]]; glyphs: (Glyph | undefined)[]; letters: Map<number, string> }

/** Makes one font of all the subsets of a font. @returns for each united font the one to use in its stead */
async function uniteFonts(file: PdfFile, refs: readonly Ref[]): Promise<Map<Ref, Ref>> {
  const united = new Map<Ref, Ref>()
  for (const union of unionsOf(file, refs)) {
    const ref = await writeUnited(file, union)
    for (const subset of union.subsets) united.set(subset.ref, ref)
  }
  return united
}

function unionsOf(file: PdfFile, refs: readonly Ref[]): Union[] {
  const unions = new Map<string, Union[]>()
  for (const ref of refs) {
    const subset = readSubset(file.find(ref, Dict), ref)
    if (!subset) continue
    const alike = unions.get(subset.common) ?? []
    unions.set(subset.common, alike)
    let union = alike.find(union => agrees(union, subset))
    if (union) union.subsets.push(subset)
    else {
      union = { subsets: [subset], glyphs: [], letters: new Map() }
      alike.push(union)
    }
    for (const [code, glyph] of subset.program.glyphs) union.glyphs[code] ??= glyph
    for (const [code, text] of subset.letters) union.letters.set(code, text)
  }
  return [...unions.values()].flat().filter(({ subsets }) => subsets.length > 1)
}

/** Reads a font whose codes are the glyphs of a TrueType program; null for any other. */
function readSubset(font: Dict | undefined, ref: Ref): Subset | null {
  if (!font) return null
  const { identity, descriptor, fontName = '' } = faceOf(font)
  const [file, letters] = [descriptor?.find('FontFile2', Stream), lettersOf(font)]
  if (!identity || !descriptor || !file || !letters) return null
  const program = readProgram(unpack(file))
  const described = descriptor.clone()
  for (const key of ['FontFile2', 'FontName']) described.delete(key)
  const traits = [familyOf(fontName), program.common, writeValue(described, ({ number }) => number)]
  return { ref, font, program, letters, common: traits.join('\0') }
}

/** Tells whether a subset differs from a union in no glyph: two fonts may bear one name. */
function agrees({ glyphs, letters }: Union, subset: Subset): boolean {
  const sameGlyphs = [...subset.program.glyphs].every(([code, glyph]) => same(glyphs[code] ?? glyph, glyph))
  return sameGlyphs && [...subset.letters].every(([code, text]) => (letters.get(code) ?? text) === text)
}

const same = (a: Glyph, b: Glyph) =>
  a.advance === b.advance && a.bearing === b.bearing && Buffer.compare(a.outline, b.outline) === 0

/** Writes a font made of several, like the first of them. @see ISO 32000-1 §9.6.4, §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
async function writeUnited(file: PdfFile, { subsets, glyphs, letters }: Union): Promise<Ref> {
  const [first, ...others] = subsets
  const { descendant, fontName: former = '' } = faceOf(first.font)
  if (!descendant) throw new SyntaxError('a font that is none')
  const all = Array.from(glyphs)
  const program = writeProgram([first.program, ...others.map(({ program }) => program)], all)
  // Six letters that are the same for the same glyphs.
  const digest = createHash('sha256').update(program).digest().subarray(0, 6)
  const tag = String.fromCharCode(...digest.map(byte => 65 + (byte % 26)))
  const fontName = name(`${tag}+${familyOf(former)}`)
  // Code, then a list of its width, and so on: in thousandths of the size.
  const widths = all.flatMap((glyph, code) =>
    glyph ? [code, [(glyph.advance * 1000) / first.program.unitsPerEm]] : [],
  )
  const stream = async (bytes: Uint8Array, entries: PlainDict = {}) =>
    file.add(new Stream(file.dict({ Filter: 'FlateDecode', ...entries }), await deflate(bytes)))
  const cidFont = descendant.clone()
  const descriptor = descendant.need('FontDescriptor', Dict).clone()
  descriptor.set('FontName', fontName)
  descriptor.set('FontFile2', await stream(program, { Length1: program.length }))
  cidFont.set('BaseFont', fontName)
  cidFont.set('FontDescriptor', file.add(descriptor))
  cidFont.set('DW', 0)
  cidFont.set('W', file.list(widths))
  const font = first.font.clone()
  font.set('BaseFont', fontName)
  font.set('DescendantFonts', file.list([file.add(cidFont)]))
  font.set('ToUnicode', await stream(new TextEncoder().encode(writeCMap(letters))))
  return file.add(font)
}
