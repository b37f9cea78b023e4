import { readGlyphs } from '../../../../font/true-type.ts'
import { readCMap } from '../../../content/fonts.ts'
import { unpack } from '../../../object/packing.ts'
import { Dict, List, Stream } from '../../../object/values.ts'
import type { FontFacts } from './facts.ts'

const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** What a font dictionary says. @see ISO 32000-1 §9.6, §9.7 */
export function fontFacts(font: Dict): FontFacts {
  const subtype = font.name('Subtype') ?? ''
  const described = describedBy(font)
  const descriptor = descriptorOf(font)
  const called = font.name(subtype === 'Type3' ? 'Name' : 'BaseFont')
  const identity =
    subtype === 'Type0' &&
    font.name('Encoding') === 'Identity-H' &&
    (described.name('CIDToGIDMap') === 'Identity' || described.name('Subtype') === 'CIDFontType0')
  return {
    name: called?.replace(/^[A-Z]{6}\+/, '') || 'sans nom',
    subtype,
    // The letters of a Type 3 font are drawings in the file itself.
    embedded: subtype === 'Type3' || programs.some(program => descriptor?.has(program)),
    identity,
  }
}

/** The dictionary that describes the glyphs: a composite font has another one for it. */
function describedBy(font: Dict): Dict {
  const first = font.find('DescendantFonts', List)?.lookup(0)
  return first instanceof Dict ? first : font
}

const descriptorOf = (font: Dict) => describedBy(font).find('FontDescriptor', Dict)

/** Letters whose glyphs are empty or missing in a font's TrueType program, though they are no white space.
 *  @param used codes of the glyphs to look at */
export function undrawnLetters(font: Dict, used: ReadonlySet<number>): string[] {
  const map = font.find('ToUnicode', Stream)
  const program = descriptorOf(font)?.find('FontFile2', Stream)
  if (!map || !program) return []
  const letters = readCMap(Buffer.from(unpack(map)).toString('latin1'))
  const glyphs = readGlyphs(unpack(program))
  return [...letters].flatMap(([code, text]) =>
    used.has(code) && code > 0 && (glyphs[code]?.empty ?? true) && VISIBLE.test(text) ? [text] : [],
  )
}

/** Neither white space nor one of the signs that only say how to join or to break. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u
