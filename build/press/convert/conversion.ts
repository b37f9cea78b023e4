import type { Painter, PdfFile, Ref, Value } from '../../pdf/index.ts'
import type { Converter } from '../colour/converter.ts'
import { type Ink, type Inks, inkOperands, type Rgb } from '../colour/ink.ts'
import { type PressPlace, UnprintableError } from '../faults.ts'

export type Conversion = {
  file: PdfFile
  converter: Converter
  ink: Tint
  mask: Tint
  /** Objects brought to ink so far, and how. */
  done: Map<Value, Tint>
  /** Pictures met, with the place of the first. */
  pictures: Map<Ref, PressPlace>
}

/** A way to bring colours to print: as ink, or as the grey of a soft mask. */
type Tint = {
  space: 'DeviceCMYK' | 'DeviceGray'
  painter(place: PressPlace): Painter
  /** The components of one end of a gradient. */
  stop(colour: Rgb): number[]
}

export type Task = { conversion: Conversion; tint: Tint; place: PressPlace }

/** Notes that an object is about to be converted; false when it was already.
 *  @throws UnprintableError when it was converted the other way: it cannot serve both */
export function claim(object: Value, { conversion: { done }, tint, place }: Task): boolean {
  const former = done.get(object)
  if (former && former !== tint) throw new UnprintableError(place, 'un même dessin sert de masque et d’image')
  done.set(object, tint)
  return !former
}

/** Colours as ink: exact for the charter; ends of a gradient and drawings of an author may be others. @param onStray null: such a drawing */
export function inkTint(
  inks: Inks,
  converter: Converter,
  onStray: ((colour: Rgb, place: PressPlace) => void) | null,
): Tint {
  const converted = (colour: Rgb): Ink => {
    const [c = 0, m = 0, y = 0, k = 0] = Array.from(converter.toInk(Uint8Array.from(colour)), value =>
      round(value / 255),
    )
    return [c, m, y, k]
  }
  return {
    space: 'DeviceCMYK',
    painter(place): Painter {
      return {
        fill: 'k',
        stroke: 'K',
        operands(red, green, blue) {
          const colour: Rgb = [toByte(red), toByte(green), toByte(blue)]
          const ink = inks.of(colour)
          if (!ink) onStray?.(colour, place)
          return inkOperands(ink ?? converted(colour))
        },
        letters: inkOfLetters,
        overprints: isOverprinted,
      }
    },
    stop: colour => [...(inks.of(colour) ?? converted(colour))],
  }
}

/** A tint is a screen of dots, which frays small letters. @param operands ink as a file writes it */
export const inkOfLetters = (operands: string): string => (GREY.test(operands) ? '0 0 0 1' : operands)

/** Small black letters print over their ground: cut out of it, they would show a white edge where plates shift. @param size in pt */
export const isOverprinted = (operands: string, size: number): boolean => operands === '0 0 0 1' && size <= 12

/** Colours of a luminosity mask: the grey that the mask takes from them.
 *  @see ISO 32000-1 §11.5.3, and §11.3.5.3 for the weights */
export const maskTint: Tint = {
  space: 'DeviceGray',
  painter: () => ({
    fill: 'g',
    stroke: 'G',
    operands: (...colour) => String(luminance(colour)),
    letters: operands => operands,
    overprints: () => false,
  }),
  stop: ([red, green, blue]) => [luminance([red / 255, green / 255, blue / 255])],
}

/** Black ink alone, and not all of it. */
const GREY = /^0 0 0 \.\d+$/

const luminance = ([red, green, blue]: Rgb) => round(0.3 * red + 0.59 * green + 0.11 * blue)
const toByte = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 255)
const round = (value: number) => Math.round(value * 1e4) / 1e4
