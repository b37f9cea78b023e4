import { unpack } from '../object/packing.ts'
import { Dict, Stream } from '../object/values.ts'

/** How the codes of a font read. */
export type Font = {
  /** Bytes a code. */
  width: 1 | 2
  /** Code → its letters; null: the font says nothing of its letters. */
  letters: ReadonlyMap<number, string> | null
  /** Code → its letter, when it is one; 0: it is several, or none. */
  units: Uint16Array
  /** Code of a space, when the font has one. */
  space: number | null
  /** 1 for each code that is drawn in the contents read so far. */
  used: Uint8Array
  /** Where the font comes from. */
  dict: Dict
}

export type Fonts = {
  /** The fonts of a page, by their names in its resources. */
  of(resources: Dict | undefined): (name: string) => Font | undefined
  /** All fonts met. */
  all(): Font[]
}

/** Reads each font of a file once. */
export function openFonts(): Fonts {
  const known = new Map<Dict, Font>()
  const of: Fonts['of'] = resources => {
    const fonts = resources?.find('Font', Dict)
    return name => {
      const dict = fonts?.find(name, Dict)
      if (!dict) return undefined
      const found = known.get(dict) ?? readFont(dict)
      known.set(dict, found)
      return found
    }
  }
  return { of, all: () => [...known.values()] }
}

function readFont(dict: Dict): Font {
  const width = dict.name('Subtype') === 'Type0' ? 2 : 1
  const map = dict.find('ToUnicode', Stream)
  const used = new Uint8Array(width === 2 ? 65_536 : 256)
  const units = new Uint16Array(used.length)
  if (!map) return { width, letters: null, units, space: null, used, dict }
  const letters = readCMap(Buffer.from(unpack(map)).toString('latin1'))
  const space = [...letters].find(([, text]) => text === ' ')?.[0] ?? null
  for (const [code, text] of letters) if (text.length === 1) units[code] = text.charCodeAt(0)
  return { width, letters, units, space, used, dict }
}

/** The letters of codes in a ToUnicode map. @see ISO 32000-1 §9.10.3 */
export function readCMap(source: string): Map<number, string> {
  const letters = new Map<number, string>()
  const unicode = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)))
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      letters.set(Number.parseInt(code, 16), unicode(text))
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', texts = ''] of block.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*(<[\da-f]+>|\[[^\]]*\])/gi,
    )) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      const given = [...texts.matchAll(/<([\da-f]+)>/gi)].map(([, hex = '']) => hex)
      const start = given[0] ?? ''
      for (let code = from; code <= to; code++)
        letters.set(
          code,
          texts.startsWith('[') ? unicode(given[code - from] ?? '') : raised(start, code - from),
        )
    }
  return letters

  /** The last code unit of a range's first text counts on. */
  function raised(hex: string, by: number): string {
    const text = unicode(hex)
    return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
  }
}
