import { type Finding, onPage } from '../../../judge/check.ts'
import type { Sheet } from './open-sheets.ts'
import { type Drawn, distance, FINENESS } from './raster.ts'

/** Side of the squares that are compared, in mm: letters are grey in them. */
const SQUARE = 4
/** What another way from inks to the screen's colours changes of a square; the wrong ink changes more. */
const TOLERANCE = 0.14

/** The printed page looks like the page on the screen, square by square. */
export function compareLook({ press }: Sheet, printed: Drawn, shown: Drawn): Finding[] {
  const side = SQUARE * FINENESS
  let worst = { difference: 0, x: 0, y: 0 }
  let many = 0
  for (let y = 0; y + side <= shown.height; y += side)
    for (let x = 0; x + side <= shown.width; x += side) {
      const difference = distance(shown.colour(x, y, side), printed.colour(x, y, side))
      if (difference > TOLERANCE) many++
      if (difference > worst.difference) worst = { difference, x, y }
    }
  if (many === 0) return []
  const [x, y] = [worst.x / FINENESS, (shown.height - worst.y) / FINENESS - SQUARE]
  return [
    onPage(
      press,
      `La page n’a pas l’aspect du PDF à lire : ${Math.round((100 * many * SQUARE ** 2 * FINENESS ** 2) / (shown.width * shown.height)) || 'moins de 1'} % de sa surface a une autre couleur, le plus à ${Math.round(x)} mm du bord gauche et ${Math.round(y)} mm du pied.`,
    ),
  ]
}
