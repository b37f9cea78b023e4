import { Dict, List, Name, name } from '../../file/values.ts'
import type { FontFacts } from './facts.ts'

const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** What a font dictionary says. @see ISO 32000-1 §9.6, §9.7 */
export function fontFacts(font: Dict): FontFacts {
  const subtype = nameIn(font, 'Subtype')
  const descendants = font.lookup('DescendantFonts')
  const descendant = descendants instanceof List ? descendants.lookup(0) : undefined
  const described = descendant instanceof Dict ? descendant : font
  const descriptor = described.lookup('FontDescriptor')
  return {
    name: nameIn(font, subtype === 'Type3' ? 'Name' : 'BaseFont').replace(/^[A-Z]{6}\+/, '') || 'sans nom',
    subtype,
    // The letters of a Type 3 font are drawings in the file itself.
    embedded:
      subtype === 'Type3' ||
      (descriptor instanceof Dict && programs.some(program => descriptor.has(program))),
    identity:
      subtype === 'Type0' &&
      nameIn(font, 'Encoding') === 'Identity-H' &&
      (described.lookup('CIDToGIDMap') === name('Identity') ||
        nameIn(described, 'Subtype') === 'CIDFontType0'),
  }
}

function nameIn(dict: Dict, key: string): string {
  const value = dict.lookup(key)
  return value instanceof Name ? value.text : ''
}
