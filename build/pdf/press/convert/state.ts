import { Dict, name, type Value } from '../../object/values.ts'
import { UnprintableError } from '../faults.ts'
import { claim, type Task } from './conversion.ts'

/** Colourless entries of a graphics state that Chromium writes; transfer functions and halftones are not for PDF/X-4.
 *  @see ISO 15930-7 §6.6 */
const plain = new Set(['Type', 'BM', 'ca', 'CA', 'LC', 'LJ', 'LW', 'ML', 'SA', 'AIS', 'D'])

/** Looks through a graphics state and brings its soft mask to print.
 *  @param convertForm brings the form of the mask to print */
export function convertState(
  state: Value | undefined,
  task: Task,
  convertForm: (form: Value, task: Task) => void,
): void {
  const { conversion, place } = task
  if (!(state instanceof Dict)) throw new UnprintableError(place, 'état graphique illisible')
  if (conversion.done.has(state)) return
  claim(state, task)
  for (const kind of state.keys()) {
    if (plain.has(kind)) continue
    if (kind !== 'SMask') throw new UnprintableError(place, `état graphique /${kind} inconnu`)
    const mask = state.lookup(kind)
    if (mask === name('None')) continue
    if (!(mask instanceof Dict)) throw new UnprintableError(place, 'masque d’une sorte inconnue')
    const form = mask.get('G')
    if (!form) throw new UnprintableError(place, 'masque sans dessin')
    // A luminosity mask is grey by nature. Of an alpha mask only the shape counts, but its colours must be ink too.
    const tint = mask.name('S') === 'Luminosity' ? conversion.mask : conversion.ink
    convertForm(form, { conversion, tint, place })
  }
}
