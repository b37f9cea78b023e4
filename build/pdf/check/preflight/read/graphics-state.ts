import { Dict, Name, name, Stream } from '../../../object/values.ts'
import type { PageFacts } from './facts.ts'

/** Entries that belong to a certain press: not for an exchange. @see ISO 15930-7 §6.6 */
const forbidden = ['TR', 'TR2', 'HT', 'HTP', 'BG', 'BG2', 'UCR', 'UCR2']

/** Notes what a graphics state blends, overprints or may not hold.
 *  @returns the form of its soft mask, to be read too */
export function readGraphicsState(state: Dict, facts: PageFacts): Stream | undefined {
  for (const key of forbidden)
    if (state.has(key) && state.lookup(key) !== name('Default')) facts.forbidden.add(`/${key}`)
  for (const key of ['ca', 'CA']) {
    const alpha = state.lookup(key)
    if (typeof alpha === 'number' && alpha < 1)
      facts.transparency.add(`opacité de ${Math.round(100 * alpha)} %`)
  }
  const mode = state.lookup('BM')
  if (mode instanceof Name && mode !== name('Normal') && mode !== name('Compatible'))
    facts.transparency.add(`mode de fusion ${mode.text}`)
  for (const key of ['OP', 'op']) if (state.lookup(key)?.toString() === 'true') facts.overprint = true
  const mask = state.lookup('SMask')
  if (!(mask instanceof Dict)) return undefined
  facts.transparency.add('masque de dégradé')
  const form = mask.lookup('G')
  return form instanceof Stream ? form : undefined
}
