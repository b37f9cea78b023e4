import { Dict } from '../object/values.ts'
import { lettersOf } from './to-unicode.ts'

/** How the codes of a font read. */
export type Font = {
  /** Bytes a code. */
  width: 1 | 2
  /** Code → its letters; null: the font says nothing of its letters. */
  letters: ReadonlyMap<number, string> | null
  /** Code of a space, when the font has one. */
  space: number | null
}

export type Fonts = {
  /** The fonts of a page, by their names in its resources. */
  of(resources: Dict | undefined): (name: string) => Font | undefined
}

/** Reads each font of a file once. */
export function openFonts(): Fonts {
  const cache = new Map<Dict, Font>()
  const of: Fonts['of'] = resources => {
    const fonts = resources?.find('Font', Dict)
    return name => {
      const dict = fonts?.find(name, Dict)
      if (!dict) return undefined
      const font = cache.get(dict) ?? readFont(dict)
      cache.set(dict, font)
      return font
    }
  }
  return { of }
}

function readFont(dict: Dict): Font {
  const width = dict.name('Subtype') === 'Type0' ? 2 : 1
  const letters = lettersOf(dict)
  const space = [...(letters ?? [])].find(([, text]) => text === ' ')?.[0] ?? null
  return { width, letters, space }
}
