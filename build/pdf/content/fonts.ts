import { latin1Of } from '../object/bytes.ts'
import { unpack } from '../object/packing.ts'
import { utf16HexOf, utf16Of } from '../object/text.ts'
import { Dict, List, Stream } from '../object/values.ts'

export type Font = {
  width: 1 | 2
  /** Code → its letters; null: the font says nothing of its letters. */
  letters: ReadonlyMap<number, string> | null
  space: number | null
}

/** Reads each font once. @returns the fonts of some resources, by their names there */
export function openFonts(): (resources: Dict | undefined) => (name: string) => Font | undefined {
  const cache = new Map<Dict, Font>()
  return resources => name => {
    const dict = resources?.find('Font', Dict)?.find(name, Dict)
    if (!dict) return undefined
    const font = cache.get(dict) ?? readFont(dict)
    cache.set(dict, font)
    return font
  }
}

function readFont(dict: Dict): Font {
  const width = dict.name('Subtype') === 'Type0' ? 2 : 1
  const letters = lettersOf(dict)
  const space = [...(letters ?? [])].find(([, text]) => text === ' ')?.[0] ?? null
  return { width, letters, space }
}

const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** Parts that a font dictionary leads to. @see ISO 32000-1 §9.6 to §9.8 */
type FontParts = {
  /** As it is written: a subset has six letters and a plus before. */
  fontName: string | undefined
  /** The dictionary that describes the glyphs of a composite font. */
  descendant: Dict | undefined
  descriptor: Dict | undefined
  program: Stream | undefined
  /** Its codes have two bytes and are numbers of glyphs. */
  identity: boolean
}

export function faceOf(font: Dict): FontParts {
  const first = font.find('DescendantFonts', List)?.lookup(0)
  const descendant = first instanceof Dict ? first : undefined
  const described = descendant ?? font
  const descriptor = described.find('FontDescriptor', Dict)
  return {
    fontName: font.name('BaseFont'),
    descendant,
    descriptor,
    program: programs.map(key => descriptor?.find(key, Stream)).find(Boolean),
    identity:
      font.name('Subtype') === 'Type0' &&
      font.name('Encoding') === 'Identity-H' &&
      (described.name('CIDToGIDMap') === 'Identity' || described.name('Subtype') === 'CIDFontType0'),
  }
}

/** The name of a font without the letters that tell subsets apart. */
export const familyOf = (fontName: string) => fontName.replace(/^[A-Z]{6}\+/, '')

/** The widths of the codes of a font, in thousandths of its size. */
export type Widths = (code: number) => number

const widths = new WeakMap<Dict, Widths | null>()

/** The widths of each font of these resources, by its name there; null: its codes are not the numbers of glyphs. */
export function widthsIn(resources: Dict | undefined): (name: string) => Widths | null {
  const fonts = resources?.find('Font', Dict)
  return name => {
    const font = fonts?.find(name, Dict)
    if (!font) return null
    const former = widths.get(font)
    if (former !== undefined) return former
    const { identity, descendant } = faceOf(font)
    const read = identity && descendant ? readWidths(descendant) : null
    widths.set(font, read)
    return read
  }
}

/** The widths that a composite font announces, in thousandths of the size. @see ISO 32000-1 §9.7.4.3 */
function readWidths(descendant: Dict): Widths {
  const number = (value: unknown) => (typeof value === 'number' ? value : Number.NaN)
  const fallback = number(descendant.lookup('DW'))
  const widths = new Map<number, number>()
  const list = descendant.lookup('W')
  for (let index = 0; list instanceof List && index < list.items.length; ) {
    const first = number(list.lookup(index))
    const next = list.lookup(index + 1)
    if (next instanceof List) {
      for (let at = 0; at < next.items.length; at++) widths.set(first + at, number(next.lookup(at)))
      index += 2
    } else {
      for (let code = first; code <= number(next); code++) widths.set(code, number(list.lookup(index + 2)))
      index += 3
    }
  }
  return code => widths.get(code) ?? (Number.isNaN(fallback) ? 1000 : fallback)
}

/** The letters of the codes of a font; null: it does not tell. */
export function lettersOf(font: Dict): Map<number, string> | null {
  const map = font.find('ToUnicode', Stream)
  return map ? readCMap(latin1Of(unpack(map))) : null
}

/** The letters of codes in a ToUnicode map. @see ISO 32000-1 §9.10.3 */
function readCMap(source: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      letters.set(Number.parseInt(code, 16), utf16Of(text))
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', hex = ''] of block.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*<([\da-f]+)>/gi,
    )) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      const text = utf16Of(hex)
      // The last code unit of a range's first text counts on.
      for (let code = from; code <= to; code++)
        letters.set(
          code,
          text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + code - from),
        )
    }
  return letters
}

/** Entries that one block may have. @see Adobe Technical Note 5411 */
const BLOCK = 100

/** @see ISO 32000-1 §9.10.3 */
export function writeCMap(letters: ReadonlyMap<number, string>): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const entries = [...letters]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${utf16HexOf(text)}>`)
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
