import type { Couleur } from '../kit.ts'

/** Of the colours under a black, in %, what a text may keep: below it, they are a hue and no second black. */
const HUE = 40

/** From here on, in %, a black with another ink is one black too many. */
const FULL = 80

/** In %, the most black of a hue: beyond it black alone comes nearer to the colour than its inks with as much black as they may have
 *  (FOGRA39, OKLab, hues of every sixth of the circle). */
const DARKEST_HUE = 91

/** As the prepress report says it: nearly full black with other inks, or a grey made of the three colours.
 *  @param inks cyan, magenta, yellow, black, in % */
export function isRichBlack([c = 0, m = 0, y = 0, k = 0]: readonly number[]): boolean {
  const built = Math.min(c, m, y) >= 50 && Math.max(c, m, y) - Math.min(c, m, y) <= 30
  return (k >= FULL && c + m + y > 0) || (built && k >= 30)
}

/** Inks for small letters of the same colour: the grey that the three others make is printed in black, and a dark hue keeps its inks
 *  with as much black as it may have.
 *  @param inks cyan, magenta, yellow, black, in % */
export function textInks(inks: readonly number[]): Couleur['cmyk'] {
  const [c = 0, m = 0, y = 0, k = 0] = inks
  if (!isRichBlack(inks)) return [c, m, y, k]
  const grey = Math.min(c, m, y)
  const isHue = Math.max(c, m, y) - grey > HUE
  if (isHue && k <= DARKEST_HUE) return [c, m, y, FULL - 1]
  const over = Math.max(0, grey - HUE)
  const black = Math.round(k + over / 2)
  return black < FULL
    ? [c - over, m - over, y - over, black]
    : [0, 0, 0, Math.min(100, Math.round(k + grey / 2))]
}

/** Nearer than this, of 441 at most, two colours may be one: no conversion without a profile is further from print. */
const FAR = 180

/** Whether no paper shows `hex` with these inks, in %: printed white, or in another hue altogether. */
export const isFar = (hex: string, inks: readonly number[]): boolean =>
  Math.hypot(...plainScreen(inks).map((value, at) => value - (channels(hex)[at] ?? 0))) > FAR

/** Inks that come near `hex`, in %: what a printer can begin with. */
export function plainInks(hex: string): number[] {
  const values = channels(hex)
  const light = Math.max(...values)
  const ink = (value: number) => (light === 0 ? 0 : Math.round(100 * (1 - value / light)))
  return [...values.map(ink), Math.round(100 * (1 - light / 255))]
}

/** Red, green and blue of inks in %, as if each took its share of the light. */
const plainScreen = ([c = 0, m = 0, y = 0, k = 0]: readonly number[]): number[] =>
  [c, m, y].map(ink => 255 * (1 - ink / 100) * (1 - k / 100))

/** Red, green and blue, from 0 to 255; not a number where `hex` is no colour. */
export const channels = (hex: string): number[] =>
  [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
