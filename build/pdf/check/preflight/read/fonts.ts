import { faceOf, familyOf, glyphsOf } from '../../../content/font-dictionary.ts'
import { lettersOf } from '../../../content/to-unicode.ts'
import type { Dict } from '../../../object/values.ts'
import type { FontFacts } from './facts.ts'

/** What a font dictionary says. @see ISO 32000-1 §9.6, §9.7 */
export function fontFacts(font: Dict): FontFacts {
  const subtype = font.name('Subtype') ?? ''
  const { called, program, identity } = faceOf(font)
  return {
    name: familyOf((subtype === 'Type3' ? font.name('Name') : called) ?? '') || 'sans nom',
    subtype,
    // The letters of a Type 3 font are drawings in the file itself.
    embedded: subtype === 'Type3' || program !== undefined,
    identity,
  }
}

/** Letters whose glyphs are empty or missing in a font's TrueType program, though they are no white space.
 *  @param used codes of the glyphs to look at */
export function undrawnLetters(font: Dict, used: ReadonlySet<number>): string[] {
  const [letters, glyphs] = [lettersOf(font), glyphsOf(faceOf(font))]
  if (!letters || !glyphs) return []
  return [...letters].flatMap(([code, text]) =>
    used.has(code) && code > 0 && !glyphs.list[code]?.outline.length && VISIBLE.test(text) ? [text] : [],
  )
}

/** Neither white space nor one of the signs that only say how to join or to break. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u
