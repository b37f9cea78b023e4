import { type Finding, onPage } from '../../../judge/check.ts'
import type { Converter } from '../../../pdf/press/colour/converter.ts'
import type { Sheet } from './open-sheets.ts'
import { type Drawn, distance, FINENESS, type Rgb } from './raster.ts'

/** Side of the squares that are compared, in mm: letters are grey in them. */
const SQUARE = 4
/** What another way from inks to the screen's colours changes of a square; the wrong ink changes more. */
const TOLERANCE = 0.14

/** The same beside what the paper cannot show of a vivid colour. */
const BESIDE = 0.12

/** Whether a square may be black with white letters on it. */
const isBlack = (colour: Rgb) => Math.max(...colour) < 140 && Math.max(...colour) - Math.min(...colour) < 40

/** Brings colours to paper and back: `converter` of the kit's profile. */
export type Proof = Pick<Converter, 'toInk' | 'toScreen'>

type Square = { x: number; y: number; shown: Rgb; difference: number }

/** The printed page looks like the page on the screen, square by square. */
export function compareLook({ press }: Sheet, printed: Drawn, shown: Drawn, proof: Proof): Finding[] {
  const side = SQUARE * FINENESS
  const squares: Square[] = []
  for (let y = 0; y + side <= shown.height; y += side)
    for (let x = 0; x + side <= shown.width; x += side) {
      const colour = shown.colour(x, y, side)
      const difference = distance(colour, printed.colour(x, y, side))
      if (difference > TOLERANCE) squares.push({ x, y, shown: colour, difference })
    }
  const others = beyondPaper(squares, proof)
  const [first, ...rest] = others
  if (!first) return []
  const worst = rest.reduce((most, one) => (one.difference > most.difference ? one : most), first)
  const share = (100 * others.length * side ** 2) / (shown.width * shown.height)
  const [x, y] = [worst.x / FINENESS, (shown.height - worst.y) / FINENESS - SQUARE]
  return [
    onPage(
      press,
      `La page n’a pas l’aspect du PDF à lire : ${Math.round(share) || 'moins de 1'} % de sa surface a une autre couleur, le plus à ${Math.round(x)} mm du bord gauche et ${Math.round(y)} mm du pied.`,
    ),
  ]
}

/** Squares that differ by more than the profile lets any ink come near their colour. Dark letters, and grounds in their colour, are
 *  printed in black ink alone, which is a dark grey. */
function beyondPaper(squares: readonly Square[], { toInk, toScreen }: Proof): Square[] {
  if (squares.length === 0) return []
  const printed = toScreen(toInk(Uint8Array.from(squares.flatMap(({ shown }) => shown.map(Math.round)))))
  const black = toScreen(Uint8Array.of(0, 0, 0, 255))
  // White letters on such a ground make it lighter on both.
  const inBlack = (shown: Rgb) => black.map((least, at) => least + ((255 - least) * (shown[at] ?? 0)) / 255)
  const apart = (shown: Rgb, [r = 0, g = 0, b = 0]: Uint8Array) => distance(shown, [r, g, b])
  return squares.filter(
    ({ shown, difference }, at) =>
      difference > apart(shown, printed.subarray(3 * at)) + BESIDE &&
      !(isBlack(shown) && difference <= apart(shown, inBlack(shown)) + TOLERANCE),
  )
}
