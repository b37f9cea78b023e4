import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { readTrueType, toSfnt } from '../../ground/index.ts'
import { type PdfFile, pack, type Ref, Text, writeCMap } from '../../pdf/index.ts'

/** A font that the press itself writes with: slug lines and pages for notes. */
export type PressFont = {
  ref: Ref
  /** A text as the operand of Tj. Letters that the font lacks come without their accent, or as « ? ». */
  encode(text: string): string
  /** Width in points at a size of one point. */
  widthOf(text: string): number
}

/** The faces that the press writes with, of the families of the edition. */
const faces = {
  text: { package: 'source-sans-3', weight: 400 },
  strong: { package: 'source-sans-3', weight: 600 },
  title: { package: 'bricolage-grotesque', weight: 700 },
} as const
export type PressFace = keyof typeof faces

const { resolve } = createRequire(import.meta.url)

/** Puts a font into the file, whole: with its 20 kB a subset would gain little. */
export async function embedFont(file: PdfFile, face: PressFace): Promise<PressFont> {
  const { package: family, weight } = faces[face]
  const path = resolve(`@fontsource/${family}/files/${family}-latin-${weight}-normal.woff`)
  const program = toSfnt(await readFile(path))
  const { glyphs, widths, unitsPerEm, box, ascent, descent, capHeight, postScriptName } =
    readTrueType(program)
  const perMille = (length: number) => Math.round((length * 1000) / unitsPerEm)
  const glyphOf = (letter: string) =>
    glyphs.get(letter.codePointAt(0) ?? 0) ??
    glyphs.get(letter.normalize('NFD').codePointAt(0) ?? 0) ??
    (glyphs.get(QUESTION_MARK) as number)
  // The font has one no-break space.
  const glyphsOf = (text: string) => Array.from(text.replaceAll('\u202f', '\u00a0'), glyphOf)

  const fontFile = file.add(pack(file.dict({ Length1: program.length }), program))
  const descriptor = file.add(
    file.dict({
      Type: 'FontDescriptor',
      FontName: postScriptName,
      Flags: SYMBOLIC,
      FontBBox: box.map(perMille),
      ItalicAngle: 0,
      Ascent: perMille(ascent),
      Descent: perMille(descent),
      CapHeight: perMille(capHeight),
      StemV: 80,
      FontFile2: fontFile,
    }),
  )
  const descendant = file.add(
    file.dict({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: postScriptName,
      CIDSystemInfo: { Registry: Text.ascii('Adobe'), Ordering: Text.ascii('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: [0, widths.map(perMille)],
    }),
  )
  const toUnicode = file.add(pack(file.dict(), writeCMap(lettersOf(glyphs))))
  const ref = file.add(
    file.dict({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: postScriptName,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: toUnicode,
    }),
  )
  return {
    ref,
    encode: text => `<${glyphsOf(text).map(hex).join('')}>`,
    widthOf: text => glyphsOf(text).reduce((sum, glyph) => sum + (widths[glyph] ?? 0) / unitsPerEm, 0),
  }
}

/** A text cut to a width, with an ellipsis. @param width in points, as `size` */
export function shorten(text: string, width: number, font: PressFont, size: number): string {
  if (font.widthOf(text) * size <= width) return text
  let shortened = text
  while (shortened && font.widthOf(`${shortened}…`) * size > width) shortened = shortened.slice(0, -1)
  return `${shortened}…`
}

const SYMBOLIC = 4
const QUESTION_MARK = 63
const hex = (value: number) => value.toString(16).padStart(4, '0')

/** Glyph → character, for whoever copies or searches. */
const lettersOf = (glyphs: ReadonlyMap<number, number>) =>
  new Map([...glyphs].reverse().map(([character, glyph]) => [glyph, String.fromCodePoint(character)]))
