import { type Couleur, type Kit, pureInks, type Tokens } from '../../../src/kit/index.ts'
import { PressSettingError } from '../faults.ts'

/** Cyan, magenta, yellow, black, each from 0 to 1. */
export type Ink = readonly [number, number, number, number]
/** Red, green, blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number]

export type Inks = {
  /** The ink of a screen colour, or undefined when the charter does not hold it. */
  of(colour: Rgb): Ink | undefined
  nearest(colour: Rgb): { name: string; hex: string }
}

type NamedInk = { name: string; rgb: Rgb; ink: Ink }

/** Chromium writes colours with four decimals, and mixes of a browser may round either way: one step of 255. */
const TOLERANCE = 1

/** The ink of every colour token of the kit, and of pure black and white.
 *  @throws PressSettingError when two tokens look the same on the screen and differ in ink */
export function inksOf({ tokens }: Pick<Kit, 'tokens'>): Inks {
  const pure = pureInks.map(colour => [colour.nom, colour] as const)
  const all = [...pure, ...named(tokens)].map(([name, { hex, cmyk }]): NamedInk => {
    const [c, m, y, k] = cmyk
    return { name, rgb: rgbOf(hex), ink: [c / 100, m / 100, y / 100, k / 100] }
  })
  const exact = new Map<number, NamedInk>()
  for (const entry of all) {
    const twin = exact.get(pack(entry.rgb))
    if (twin && !isSame(twin.ink, entry.ink))
      throw new PressSettingError(
        `${hexOf(entry.rgb)} est à la fois « ${twin.name} » et « ${entry.name} », avec deux encres différentes : écrire la même, ou changer une des deux couleurs d’écran`,
      )
    exact.set(pack(entry.rgb), entry)
  }
  return {
    of(colour) {
      const named = exact.get(pack(colour))
      if (named) return named.ink
      const near = all.filter(({ rgb }) => distance(rgb, colour) <= TOLERANCE)
      return near.length > 0 && near.every(({ ink }) => isSame(ink, near[0]?.ink)) ? near[0]?.ink : undefined
    },
    nearest(colour) {
      const { name, rgb } = all.reduce((best, entry) =>
        difference(entry.rgb, colour) < difference(best.rgb, colour) ? entry : best,
      )
      return { name, hex: hexOf(rgb) }
    },
  }
}

/** The operands of a colour operator: `.05 .9 1 .25`. */
export const inkOperands = (ink: Ink) => ink.map(formatInk).join(' ')

export const hexOf = (rgb: Rgb) => `#${rgb.map(value => value.toString(16).padStart(2, '0')).join('')}`

const formatInk = (value: number) => String(Math.round(value * 1e4) / 1e4).replace(/^0\./, '.')

function named({ familles, neutre }: Tokens): [string, Couleur][] {
  return [
    ...Object.entries(familles).flatMap(([famille, { epub: _screenOnly, ...shades }]) =>
      Object.entries(shades).map(([nuance, colour]): [string, Couleur] => [`${famille} ${nuance}`, colour]),
    ),
    ...Object.entries(neutre),
  ]
}

function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

const pack = ([r, g, b]: Rgb) => (r << 16) | (g << 8) | b
/** As the eye sees it, roughly. */
const difference = (a: Rgb, b: Rgb) =>
  a.reduce((sum, value, index) => sum + (value - (b[index] ?? 0)) ** 2, 0)
/** Distance in the component that differs most. */
const distance = (a: Rgb, b: Rgb) => Math.max(...a.map((value, index) => Math.abs(value - (b[index] ?? 0))))
const isSame = (a: Ink, b: Ink | undefined) => a.every((value, index) => value === b?.[index])
