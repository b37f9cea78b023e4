import { faceOf, familyOf } from '../content/font-dictionary.ts'
import type { PdfFile, PlainDict } from '../object/pdf-file.ts'
import { Dict, name, type Ref, Stream } from '../object/values.ts'

/** A font made of several. */
export type United = {
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

/** Writes a font made of several.
 *  @param like the first of its subsets
 *  @see ISO 32000-1 §9.6.4 (subsets), §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
export function writeUnited(file: PdfFile, like: Dict, united: United): Ref {
  const { descendant, called: former = '' } = faceOf(like)
  if (!descendant) throw new SyntaxError('a font that is none')
  const called = name(`${united.tag}+${familyOf(former)}`)
  const cidFont = descendant.clone()
  const descriptor = descendant.need('FontDescriptor', Dict).clone()
  const stream = (bytes: Uint8Array, entries: PlainDict = {}) =>
    file.add(new Stream(file.dict({ Filter: 'FlateDecode', ...entries }), bytes))
  descriptor.set('FontName', called)
  descriptor.set('FontFile2', stream(united.program, { Length1: united.length }))
  cidFont.set('BaseFont', called)
  cidFont.set('FontDescriptor', file.add(descriptor))
  cidFont.set('DW', 0)
  cidFont.set('W', file.list(united.widths))
  const font = like.clone()
  font.set('BaseFont', called)
  font.set('DescendantFonts', file.list([file.add(cidFont)]))
  font.set('ToUnicode', stream(united.letters))
  return file.add(font)
}
