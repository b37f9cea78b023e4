import { readCMap } from '../../accessible/fonts.ts'
import { readGlyphs } from '../../accessible/true-type.ts'
import { unpack } from '../../file/packing.ts'
import { Dict, List, Stream } from '../../file/values.ts'
import type { FontFacts } from './facts.ts'

const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** What a font dictionary says. @see ISO 32000-1 §9.6, §9.7 */
export function fontFacts(font: Dict): FontFacts {
  const subtype = font.name('Subtype') ?? ''
  const first = font.find('DescendantFonts', List)?.lookup(0)
  const described = first instanceof Dict ? first : font
  const descriptor = described.find('FontDescriptor', Dict)
  const called = font.name(subtype === 'Type3' ? 'Name' : 'BaseFont')
  const identity =
    subtype === 'Type0' &&
    font.name('Encoding') === 'Identity-H' &&
    (described.name('CIDToGIDMap') === 'Identity' || described.name('Subtype') === 'CIDFontType0')
  const used = new Uint8Array(identity ? 65_536 : 0)
  return {
    name: called?.replace(/^[A-Z]{6}\+/, '') || 'sans nom',
    subtype,
    // The letters of a Type 3 font are drawings in the file itself.
    embedded: subtype === 'Type3' || programs.some(program => descriptor?.has(program)),
    identity,
    used,
    undrawn() {
      const [map, program] = [font.find('ToUnicode', Stream), descriptor?.find('FontFile2', Stream)]
      return map && program ? undrawnOf(used, map, program) : []
    },
  }
}

/** Letters whose glyphs are empty or missing in a TrueType program, though they are no white space. */
function undrawnOf(used: Uint8Array, map: Stream, program: Stream): string[] {
  const letters = readCMap(Buffer.from(unpack(map)).toString('latin1'))
  const glyphs = readGlyphs(unpack(program))
  return [...letters].flatMap(([code, text]) =>
    used[code] === 1 && code > 0 && (glyphs[code]?.empty ?? true) && VISIBLE.test(text) ? [text] : [],
  )
}

/** Neither white space nor one of the signs that only say how to join or to break. */
const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u
