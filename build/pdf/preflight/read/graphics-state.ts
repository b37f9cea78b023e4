import { PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import type { PageFacts } from './facts.ts'

const name = (text: string) => PDFName.of(text)
/** Entries that belong to a certain press: not for an exchange. @see ISO 15930-7 §6.6 */
const forbidden = ['TR', 'TR2', 'HT', 'HTP', 'BG', 'BG2', 'UCR', 'UCR2']

/** Notes what a graphics state blends, overprints or may not hold.
 *  @returns the form of its soft mask, to be read too */
export function readGraphicsState(state: PDFDict, facts: PageFacts): PDFStream | undefined {
  for (const key of forbidden)
    if (state.has(name(key)) && state.lookup(name(key)) !== name('Default')) facts.forbidden.add(`/${key}`)
  for (const key of ['ca', 'CA']) {
    const alpha = state.lookup(name(key))
    if (alpha instanceof PDFNumber && alpha.asNumber() < 1)
      facts.transparency.add(`opacité de ${Math.round(100 * alpha.asNumber())} %`)
  }
  const mode = state.lookup(name('BM'))
  if (mode instanceof PDFName && mode !== name('Normal') && mode !== name('Compatible'))
    facts.transparency.add(`mode de fusion ${mode.decodeText()}`)
  for (const key of ['OP', 'op']) if (state.lookup(name(key))?.toString() === 'true') facts.overprint = true
  const mask = state.lookup(name('SMask'))
  if (!(mask instanceof PDFDict)) return undefined
  facts.transparency.add('masque de dégradé')
  const form = mask.lookup(name('G'))
  return form instanceof PDFStream ? form : undefined
}
