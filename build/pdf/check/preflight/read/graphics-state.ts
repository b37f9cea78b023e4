import { Dict, Stream } from '../../../object/values.ts'
import type { PageFacts } from './facts.ts'

/** Entries that belong to a certain press: not for an exchange. @see ISO 15930-7 §6.6 */
const forbidden = ['TR', 'TR2', 'HT', 'HTP', 'BG', 'BG2', 'UCR', 'UCR2']

/** Notes what a graphics state blends, overprints or may not hold.
 *  @returns the form of its soft mask, to be read too */
export function readGraphicsState(state: Dict, facts: PageFacts): Stream | undefined {
  for (const key of forbidden)
    if (state.has(key) && state.name(key) !== 'Default') facts.forbidden.add(`/${key}`)
  for (const key of ['ca', 'CA']) {
    const alpha = state.number(key) ?? 1
    if (alpha < 1) facts.transparency.add(`opacité de ${Math.round(100 * alpha)} %`)
  }
  const mode = state.name('BM') ?? 'Normal'
  if (mode !== 'Normal' && mode !== 'Compatible') facts.transparency.add(`mode de fusion ${mode}`)
  for (const key of ['OP', 'op']) if (state.lookup(key) === true) facts.overprint = true
  const mask = state.find('SMask', Dict)
  if (mask) facts.transparency.add('masque de dégradé')
  return mask?.find('G', Stream)
}
