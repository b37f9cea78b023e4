import { PDFArray, PDFDict, PDFNumber, type PDFObject } from '@cantoo/pdf-lib'
import type { Rgb } from '../colour/ink.ts'
import { type Place, UnprintableError } from '../faults.ts'
import { name } from '../stream.ts'
import { type Conversion, claim, type Tint } from './conversion.ts'

const AXIAL = 2
const RADIAL = 3
const EXPONENTIAL = 2
const STITCHING = 3
/** Chromium writes all other gradients as programs. */
const SIMPLE_ONLY =
  'dégradé conique, répété ou vers le transparent : n’employer que des dégradés simples, linéaires ou radiaux, entre des couleurs pleines'

/** Brings a gradient to print: its ends and its stops are converted, and the ink goes from one to the next.
 *  @throws UnprintableError for conic and repeating gradients and those that fade to nothing
 *  @see ISO 32000-1 §8.7.4.5, §7.10 */
export function convertShading(shading: PDFDict, tint: Tint, place: Place, conversion: Conversion): void {
  if (!claim(conversion, shading, tint, place)) return
  const kind = numberOf(shading, 'ShadingType')
  const space = shading.lookup(name('ColorSpace'))
  const count = space === name('DeviceRGB') ? 3 : space === name('DeviceGray') ? 1 : 0
  if ((kind !== AXIAL && kind !== RADIAL) || count === 0) throw new UnprintableError(place, SIMPLE_ONLY)
  const convert = (components: PDFObject | undefined) =>
    conversion.context.obj(tint.stop(readStop(components, count, place)))
  const background = shading.lookup(name('Background'))
  if (background) shading.set(name('Background'), convert(background))
  convertFunction(shading.lookup(name('Function')))
  shading.set(name('ColorSpace'), name(tint.space))

  function convertFunction(fun: PDFObject | undefined): void {
    if (!(fun instanceof PDFDict) || fun.has(name('Range'))) throw new UnprintableError(place, SIMPLE_ONLY)
    // Two gradients may share a function.
    if (!claim(conversion, fun, tint, place)) return
    const kind = numberOf(fun, 'FunctionType')
    if (kind === EXPONENTIAL) {
      for (const end of ['C0', 'C1']) fun.set(name(end), convert(fun.lookup(name(end))))
    } else if (kind === STITCHING) {
      const parts = fun.lookup(name('Functions'), PDFArray)
      for (let index = 0; index < parts.size(); index++) convertFunction(parts.lookup(index))
    } else {
      throw new UnprintableError(place, SIMPLE_ONLY)
    }
  }
}

function readStop(components: PDFObject | undefined, count: number, place: Place): Rgb {
  if (!(components instanceof PDFArray) || components.size() !== count)
    throw new UnprintableError(place, 'dégradé dont une couleur manque')
  const [red = 0, green = red, blue = red] = components
    .asArray()
    .map((_, index) => Math.round(components.lookup(index, PDFNumber).asNumber() * 255))
  return [red, green, blue]
}

function numberOf(dict: PDFDict, key: string): number {
  return dict.lookup(name(key), PDFNumber).asNumber()
}
