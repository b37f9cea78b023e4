import { PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { type Place, UnprintableError } from '../faults.ts'
import { name } from '../stream.ts'
import { type Conversion, claim, type Tint } from './conversion.ts'

/** Colourless entries of a graphics state that Chromium writes; transfer functions and halftones are not for PDF/X-4.
 *  @see ISO 15930-7 §6.6 */
const plain = new Set(['Type', 'BM', 'ca', 'CA', 'LC', 'LJ', 'LW', 'ML', 'SA', 'AIS', 'D'])

/** Looks through a graphics state and brings its soft mask to print.
 *  @param convertForm brings the form of the mask to print */
export function convertState(
  state: PDFObject | undefined,
  tint: Tint,
  place: Place,
  conversion: Conversion,
  convertForm: (form: PDFObject, tint: Tint, place: Place, conversion: Conversion) => void,
): void {
  if (!(state instanceof PDFDict)) throw new UnprintableError(place, 'état graphique illisible')
  if (conversion.done.get(state)) return
  claim(conversion, state, tint, place)
  for (const [key, value] of state.entries()) {
    const kind = key.decodeText()
    if (plain.has(kind)) continue
    if (kind !== 'SMask') throw new UnprintableError(place, `état graphique ${key.asString()} inconnu`)
    const mask = conversion.context.lookup(value)
    if (mask === name('None')) continue
    if (!(mask instanceof PDFDict)) throw new UnprintableError(place, 'masque d’une sorte inconnue')
    const form = mask.get(name('G'))
    if (!form) throw new UnprintableError(place, 'masque sans dessin')
    // A luminosity mask is grey by nature. Of an alpha mask only the shape counts, but its colours must be ink too.
    const luminosity = mask.lookup(name('S'), PDFName) === name('Luminosity')
    convertForm(form, luminosity ? conversion.mask : conversion.ink, place, conversion)
  }
}
