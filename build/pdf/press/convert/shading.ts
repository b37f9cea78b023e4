import { Dict, List, name, type Value } from '../../object/values.ts'
import type { Rgb } from '../colour/ink.ts'
import { type Place, UnprintableError } from '../faults.ts'
import { claim, type Task } from './conversion.ts'

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
export function convertShading(shading: Dict, task: Task): void {
  const { conversion, tint, place } = task
  if (!claim(shading, task)) return
  const kind = shading.number('ShadingType')
  const space = shading.name('ColorSpace')
  const count = space === 'DeviceRGB' ? 3 : space === 'DeviceGray' ? 1 : 0
  if ((kind !== AXIAL && kind !== RADIAL) || count === 0) throw new UnprintableError(place, SIMPLE_ONLY)
  const convert = (components: Value | undefined) =>
    conversion.file.list(tint.stop(readStop(components, count, place)))
  const background = shading.lookup('Background')
  if (background) shading.set('Background', convert(background))
  convertFunction(shading.lookup('Function'))
  shading.set('ColorSpace', name(tint.space))

  function convertFunction(fun: Value | undefined): void {
    if (!(fun instanceof Dict) || fun.has('Range')) throw new UnprintableError(place, SIMPLE_ONLY)
    // Two gradients may share a function.
    if (!claim(fun, task)) return
    const kind = fun.number('FunctionType')
    if (kind === EXPONENTIAL) {
      for (const end of ['C0', 'C1']) fun.set(end, convert(fun.lookup(end)))
    } else if (kind === STITCHING) {
      const parts = fun.need('Functions', List)
      for (let index = 0; index < parts.size; index++) convertFunction(parts.lookup(index))
    } else {
      throw new UnprintableError(place, SIMPLE_ONLY)
    }
  }
}

function readStop(components: Value | undefined, count: number, place: Place): Rgb {
  if (!(components instanceof List) || components.size !== count)
    throw new UnprintableError(place, 'dégradé dont une couleur manque')
  const [red = 0, green = red, blue = red] = components.numbers().map(part => Math.round(part * 255))
  return [red, green, blue]
}
