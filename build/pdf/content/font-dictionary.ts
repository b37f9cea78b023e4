import { Dict, List, Stream } from '../object/values.ts'

const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** What a font dictionary leads to. @see ISO 32000-1 §9.6 to §9.8 */
export type Face = {
  /** As it is written: a subset has six letters and a plus before. */
  called: string | undefined
  composite: boolean
  /** The dictionary that describes the glyphs of a composite font. */
  descendant: Dict | undefined
  descriptor: Dict | undefined
  /** The embedded program. */
  program: Stream | undefined
  /** Its codes have two bytes and are numbers of glyphs. */
  identity: boolean
}

export function faceOf(font: Dict): Face {
  const first = font.find('DescendantFonts', List)?.lookup(0)
  const descendant = first instanceof Dict ? first : undefined
  const described = descendant ?? font
  const descriptor = described.find('FontDescriptor', Dict)
  const composite = font.name('Subtype') === 'Type0'
  return {
    called: font.name('BaseFont'),
    composite,
    descendant,
    descriptor,
    program: programs.map(key => descriptor?.find(key, Stream)).find(Boolean),
    identity:
      composite &&
      font.name('Encoding') === 'Identity-H' &&
      (described.name('CIDToGIDMap') === 'Identity' || described.name('Subtype') === 'CIDFontType0'),
  }
}

/** The name of a font without the letters that tell subsets apart. */
export const familyOf = (called: string) => called.replace(/^[A-Z]{6}\+/, '')

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
  const other = number(descendant.lookup('DW'))
  const widths = new Map<number, number>()
  const list = descendant.lookup('W')
  for (let index = 0; list instanceof List && index < list.size; ) {
    const first = number(list.lookup(index))
    const next = list.lookup(index + 1)
    if (next instanceof List) {
      for (let at = 0; at < next.size; at++) widths.set(first + at, number(next.lookup(at)))
      index += 2
    } else {
      for (let code = first; code <= number(next); code++) widths.set(code, number(list.lookup(index + 2)))
      index += 3
    }
  }
  return code => widths.get(code) ?? (Number.isNaN(other) ? 1000 : other)
}
