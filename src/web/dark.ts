import { contrast, type Hex, mix, stepTowards } from '../contrast.ts'
import type { Kit, Nuance } from '../kit.ts'

/** The dark scheme's neutral colours: near black, and text that does not dazzle. */
export const night = {
  papier: '#171719',
  fond: '#222225',
  texte: '#ececea',
  gris: '#b4b4b1',
  filet: '#46464a',
} as const

/** WCAG 2.2 AA for text, with a little in hand: the rounding of a mix must not cost it. */
export const TEXT_CONTRAST = 4.6
/** A solid area stands out from the page behind it. */
const AREA_CONTRAST = 1.7

/** One family's colours at night. `encre`: the family's colour as text, on the page and on its tint; `solid`: as an area
 *  under white text, lifted from the page as far as that text allows; `tint`: panels. */
export type NightShades = { encre: Hex; solid: Hex; tint: Hex }

/** @param shades a family's five colours by day. @param white the colour of text on solid areas */
export function nightShades(shades: Record<Nuance, { hex: Hex }>, white: Hex): NightShades {
  const tint = mix(shades.mid.hex, night.papier, 0.16)
  const solid = stepTowards(
    shades.solid.hex,
    shades.mid.hex,
    colour => contrast(colour, night.papier) >= AREA_CONTRAST,
  )
  return {
    tint,
    solid: contrast(solid, white) >= TEXT_CONTRAST ? solid : shades.solid.hex,
    encre: stepTowards(shades.light.hex, night.texte, colour =>
      [tint, night.papier, night.fond].every(ground => contrast(colour, ground) >= TEXT_CONTRAST),
    ),
  }
}

/** The same custom properties as `tokensCss`, restated for the night. */
export function darkTokensCss(kit: Kit): string {
  const white = kit.tokens.neutre.papier.hex
  const neutral = Object.entries(night).map(([name, colour]) => `--${name}: ${colour};`)
  const familles = kit.familles.flatMap(({ id, couleur }) => {
    const shades = kit.tokens.familles[couleur]
    if (!shades) return []
    const { encre, solid, tint } = nightShades(shades, white)
    return [`.famille-${id} { --encre: ${encre}; --solid: ${solid}; --tint: ${tint}; }`]
  })
  return [`:root { ${neutral.join(' ')} }`, ...familles].join('\n')
}
