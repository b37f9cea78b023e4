import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import type { FontFacts } from './facts.ts'

const name = (text: string) => PDFName.of(text)
const programs = ['FontFile', 'FontFile2', 'FontFile3']

/** What a font dictionary says. @see ISO 32000-1 §9.6, §9.7 */
export function fontFacts(font: PDFDict): FontFacts {
  const subtype = nameIn(font, 'Subtype')
  const descendants = font.lookup(name('DescendantFonts'))
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined
  const described = descendant instanceof PDFDict ? descendant : font
  const descriptor = described.lookup(name('FontDescriptor'))
  return {
    name: nameIn(font, subtype === 'Type3' ? 'Name' : 'BaseFont').replace(/^[A-Z]{6}\+/, '') || 'sans nom',
    subtype,
    // The letters of a Type 3 font are drawings in the file itself.
    embedded:
      subtype === 'Type3' ||
      (descriptor instanceof PDFDict && programs.some(program => descriptor.has(name(program)))),
    identity:
      subtype === 'Type0' &&
      nameIn(font, 'Encoding') === 'Identity-H' &&
      (described.lookup(name('CIDToGIDMap')) === name('Identity') ||
        nameIn(described, 'Subtype') === 'CIDFontType0'),
  }
}

function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(name(key))
  return value instanceof PDFName ? value.decodeText() : ''
}
