import type { Painter } from '../../content/rewrite.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import type { Ref, Value } from '../../object/values.ts'
import type { Converter } from '../colour/converter.ts'
import type { Rgb } from '../colour/ink.ts'
import { type Place, UnprintableError } from '../faults.ts'

/** What the conversion of one file holds together. */
export type Conversion = {
  file: PdfFile
  converter: Converter
  ink: Tint
  mask: Tint
  /** Objects brought to ink so far, and how. */
  done: Map<Value, Tint>
  /** Pictures met, with the place of the first. */
  pictures: Map<Ref, Place>
}

/** A way to bring colours to print: as ink, or as the grey of a soft mask. */
export type Tint = {
  space: 'DeviceCMYK' | 'DeviceGray'
  painter(place: Place): Painter
  /** The components of one end of a gradient. */
  stop(colour: Rgb): number[]
}

/** Where objects are that are brought to print, and how. */
export type Task = { conversion: Conversion; tint: Tint; place: Place }

/** Notes that an object is about to be converted.
 *  @returns false when it was already
 *  @throws UnprintableError when it was converted the other way: it cannot serve both */
export function claim(object: Value, { conversion: { done }, tint, place }: Task): boolean {
  const former = done.get(object)
  if (former && former !== tint) throw new UnprintableError(place, 'un même dessin sert de masque et d’image')
  done.set(object, tint)
  return !former
}
