import type { Kit, Nuance } from './kit.ts'

const nuances: readonly Nuance[] = ['solid', 'deep', 'mid', 'light', 'tint']

/** The kit's colours as CSS custom properties: `--levier-solid` … for every colour family, `--texte`, `--gris`,
 *  `--filet`, `--papier`, `--fond`; and, under `.famille-<id>`, the five shades of that family as `--solid` … `--tint`,
 *  with `--epub` for the accent of e-books. */
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
