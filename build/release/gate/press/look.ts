import { type Finding, onPage } from '../../../../src/problems/finding.ts'
import type { Converter } from '../../../pdf/press/colour/converter.ts'
import type { Sheet } from './open-sheets.ts'
import { type Drawn, distance, drawnOf, FINENESS, type Rgb } from './raster.ts'

/** Side of the squares that are compared, in mm: letters are grey in them. */
const SQUARE = 4
/** What another way from inks to the screen's colours changes of a square; the wrong ink changes more. */
const TOLERANCE = 0.14

/** The same for a vivid colour, beyond what the paper cannot show of it. */
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
  const others = beyondPaper(squares, shown, side, proof)
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

/** Squares that differ by more than the profile lets any ink come near their colours. Dark letters, and grounds in their colour,
 *  are printed in black ink alone, which is a dark grey.
 *  @param side of a square, in px */
function beyondPaper(
  squares: readonly Square[],
  shown: Drawn,
  side: number,
  { toInk, toScreen }: Proof,
): Square[] {
  if (squares.length === 0) return []
  const black = toScreen(Uint8Array.of(0, 0, 0, 255))
  // White letters on such a ground make it lighter on both.
  const inBlack = ([r, g, b]: Rgb): Rgb => {
    const lit = (light: number, channel: number) => light + ((255 - light) * (black[channel] ?? 0)) / 255
    return [lit(r, 0), lit(g, 1), lit(b, 2)]
  }
  /** What the paper makes of a square, point by point: the mean of white letters and their vivid ground, which no ink comes near,
   *  may be a colour that ink has. */
  const onPaper = ({ x, y }: Square): Rgb => {
    const points = Array.from({ length: side ** 2 }, (_, at) =>
      shown.colour(x + (at % side), y + Math.floor(at / side), 1),
    )
    const proofs = toScreen(toInk(Uint8Array.from(points.flat(), Math.round)))
    return drawnOf(proofs, 3, { left: 0, top: 0, stride: side, width: side, height: side }).colour(0, 0, side)
  }
  return squares.filter(
    square =>
      square.difference > distance(square.shown, onPaper(square)) + BESIDE &&
      !(
        isBlack(square.shown) &&
        square.difference <= distance(square.shown, inBlack(square.shown)) + TOLERANCE
      ),
  )
}
