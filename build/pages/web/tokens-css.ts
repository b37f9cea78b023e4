import type { Kit } from '../../../src/kit/index.ts'
import { contrast, type Hex, mix, type Nuance, stepTowards } from '../../../src/text/index.ts'

const NIGHT = '@media screen and (prefers-color-scheme: dark)'

/** Writes the styles that depend on the kit: the colours by day and by night, and the filter by family. The filter works
 *  without script: each radio button hides the other families. */
export function siteTokensCss(kit: Kit): string {
  return [
    tokensCss(kit),
    `:root { --sur-solid: ${kit.tokens.neutre.papier.hex}; --encre: var(--texte); }`,
    ...kit.familles.map(({ id }) => `.famille-${id} { --encre: var(--solid); }`),
    // For readers who ask for a dark screen; paper stays light.
    `${NIGHT} {\n${darkTokensCss(kit)}\n}`,
    ...kit.familles.map(
      ({ id }) => `:root:has(#famille-${id}:checked) .liste-fiches > :not(.famille-${id}) { display: none; }`,
    ),
  ].join('\n')
}

/** Writes the night styles of the site's charts, which depend on the kit. */
export const siteChartsCss = (kit: Kit): string => `${NIGHT} {\n${darkChartsCss(kit)}\n}`

/** The dark scheme's neutral colours: near black, and text that does not dazzle. */
export const night = {
  papier: '#171719',
  fond: '#222225',
  texte: '#ececea',
  gris: '#b4b4b1',
  filet: '#46464a',
} as const

/** WCAG 2.2 AA for text, with a little in hand: the rounding of a mix must not cost it. */
const TEXT_CONTRAST = 4.6
/** A solid area stands out from the page behind it. */
const AREA_CONTRAST = 1.7

/** One family's colours at night. `encre`: the family's colour as text, on the page and on its tint; `solid`: as an area
 *  under white text, lifted from the page as far as that text allows; `tint`: panels. */
type NightShades = { encre: Hex; solid: Hex; tint: Hex }

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

/** Restates at night the colours of charts, which have the day's colours as attributes. Words on a shape keep their colour:
 *  white on solid and deep, the text's colour on tint and paper, either on light and mid, darkened until both read. */
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

const nuances: readonly Nuance[] = ['solid', 'deep', 'mid', 'light', 'tint']

/** Writes the kit's colours as CSS custom properties: `--levier-solid` … for every colour family, `--texte`, `--gris`,
 *  `--filet`, `--papier`, `--fond`. Under `.famille-<id>`: its five shades as `--solid` … `--tint`, and `--epub` for the
 *  accent of e-books. */
export function tokensCss(kit: Kit): string {
  const root = Object.entries(kit.tokens.familles).flatMap(([name, shades]) =>
    nuances.map(nuance => `--${name}-${nuance}: ${shades[nuance].hex};`),
  )
  const { texte, gris, filet, papier } = kit.tokens.neutre
  root.push(
    `--texte: ${texte.hex};`,
    `--gris: ${gris.hex};`,
    `--filet: ${filet.hex};`,
    `--papier: ${papier.hex};`,
    `--fond: ${kit.tokens.web.fond};`,
  )
  const familles = kit.familles.flatMap(({ id, couleur }) => {
    const shades = kit.tokens.familles[couleur]
    if (!shades) return []
    const values = nuances.map(nuance => `--${nuance}: ${shades[nuance].hex};`)
    return [`.famille-${id} { ${values.join(' ')} --epub: ${shades.epub}; }`]
  })
  return [`:root { ${root.join(' ')} }`, ...familles].join('\n')
}
