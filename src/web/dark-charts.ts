import { contrast, type Hex, stepTowards } from '../contrast.ts'
import type { Kit } from '../kit.ts'
import { night, TEXT_CONTRAST } from './dark.ts'

/** Charts carry the colours of the day as attributes; at night the style sheet restates them. Words on a shape keep the
 *  side they were given: white on solid and deep, the text's colour on tint and paper, either on light and mid, which are
 *  darkened until both read. */
export function darkChartsCss(kit: Kit): string {
  const { papier, texte, gris } = kit.tokens.neutre
  const common = [
    `.graphe text { fill: var(--texte); }`,
    `.graphe text[fill="${gris.hex}"] { fill: var(--gris); }`,
    `.graphe text[fill="${papier.hex}"] { fill: var(--sur-solid); }`,
    `.graphe :not(svg)[stroke="${papier.hex}"] { stroke: var(--papier); }`,
    `.graphe [stroke="${texte.hex}"] { stroke: var(--texte); }`,
    `.graphe .grille { stroke: var(--filet); }`,
    `.graphe :is(.serie-3, .cible):not([fill="none"]) { fill: var(--tint); }`,
    `.graphe .serie-6:not([fill="none"]) { fill: var(--papier); }`,
    `.graphe .serie-1:not([fill="none"]) { fill: var(--solid); }`,
  ]
  const familles = kit.familles.flatMap(({ id, couleur }) => {
    const shades = kit.tokens.familles[couleur]
    if (!shades) return []
    const { solid, deep, mid, light } = shades
    return [
      `.famille-${id} .graphe text[fill="${solid.hex}"] { fill: var(--encre); }`,
      `.famille-${id} .graphe :is([stroke="${solid.hex}"], [stroke="${deep.hex}"]) { stroke: var(--encre); }`,
      `.famille-${id} .graphe .serie-2:not([fill="none"]) { fill: ${readable(light.hex, papier.hex)}; }`,
      `.famille-${id} .graphe .serie-4:not([fill="none"]) { fill: ${readable(mid.hex, papier.hex)}; }`,
    ]
  })
  return [...common, ...familles].join('\n')
}

/** @param colour of an area, darkened until the night's text and white read on it. @param white the colour of text on solid areas */
function readable(colour: Hex, white: Hex): Hex {
  return stepTowards(colour, night.papier, candidate =>
    [night.texte, white].every(ink => contrast(candidate, ink) >= TEXT_CONTRAST),
  )
}
