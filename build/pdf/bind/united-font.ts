import { pack, unpack } from '../../store/bundle.ts'
import type { PdfFile, PlainDict } from '../object/pdf-file.ts'
import { Dict, List, name, type Ref, Stream } from '../object/values.ts'

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

/** Its name without the letters that tell subsets apart. */
export const nameOf = (dict: Dict) => (dict.name('BaseFont') ?? '').replace(/^[A-Z]{6}\+/, '')

/** Writes a font made of several.
 *  @param like the first of its subsets
 *  @see ISO 32000-1 §9.6.4 (subsets), §9.7.4 (CIDFonts), §9.10.3 (ToUnicode) */
export function writeUnited(file: PdfFile, like: Dict | undefined, united: United): Ref {
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

export function packFonts(fonts: readonly United[]): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  const list = fonts.map(({ program, letters, ...rest }, index) => {
    files[`${index}.program`] = program
    files[`${index}.letters`] = letters
    return rest
  })
  return pack({ [LIST]: new TextEncoder().encode(JSON.stringify(list)), ...files })
}

export function unpackFonts(bytes: Uint8Array): United[] {
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

/** @see ISO 32000-1 §9.10.3 */
export function writeCMap(letters: ReadonlyMap<number, string>): string {
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
