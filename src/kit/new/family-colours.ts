import { contrast, type Hex, mix, type Nuance, stepTowards } from '../../text/index.ts'

const WHITE = '#ffffff'
const BLACK = '#000000'
/** The ground of the site's pages. */
const GROUND = '#f1f1f1'
/** @see WCAG 2.2, 1.4.3 */
const LEGIBLE = 4.5

/** Colours for families that nobody chose one for: far from each other, as dark as text must be. */
export const proposedColours = ['#0b5f78', '#8a2f5b', '#7a5200', '#3f5d1f'] as const satisfies readonly Hex[]

/** Makes the shades of a family for the screen. The first is the chosen colour, darkened until white on it can be read, and
 *  the colour itself on every ground of the kit. */
export function shadesOf(chosen: Hex): Record<Nuance, Hex> & { epub: Hex } {
  const solid = stepTowards(chosen, BLACK, colour =>
    [WHITE, GROUND, tintOf(colour)].every(ground => contrast(colour, ground) >= LEGIBLE),
  )
  return {
    solid,
    deep: mix(solid, BLACK, 0.68),
    mid: mix(solid, WHITE, 0.66),
    light: mix(solid, WHITE, 0.4),
    tint: tintOf(solid),
    epub: accentOf(solid),
  }
}

const tintOf = (colour: Hex) => mix(colour, WHITE, 0.09)

/** As legible on white as on black: an e-book reader has a night. */
function accentOf(colour: Hex): Hex {
  const goal = contrast(colour, WHITE) > contrast(colour, BLACK) ? WHITE : BLACK
  let [near, far] = [0, 1]
  for (let round = 0; round < 20; round++) {
    const middle = (near + far) / 2
    const tried = mix(goal, colour, middle)
    const past = contrast(tried, WHITE) > contrast(tried, BLACK) === (goal === BLACK)
    if (past) far = middle
    else near = middle
  }
  return mix(goal, colour, far)
}
