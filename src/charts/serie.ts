import { type Couleurs, contrast } from '../text/index.ts'
import { rect, type Trait, texts } from './dessin.ts'
import { greatest } from './extent.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Gives the paint of the n-th series (from 0), and the colour of words on it. Solid, light, tint with a solid stroke, as in
 *  the charter; then mid, deep and white. From the seventh they repeat: the table tells them apart. */
export function serie(index: number, couleurs: Couleurs): Trait & { encre: string } {
  const styles = [
    { fill: couleurs.solid, encre: couleurs.papier },
    { fill: couleurs.light, encre: inkOn(couleurs.light, couleurs) },
    { fill: couleurs.tint, stroke: couleurs.solid, width: 0.35, encre: couleurs.texte },
    { fill: couleurs.mid, encre: inkOn(couleurs.mid, couleurs) },
    { fill: couleurs.deep, encre: couleurs.papier },
    { fill: couleurs.papier, stroke: couleurs.solid, width: 0.35, encre: couleurs.texte },
  ]
  const style = styles[index % styles.length] ?? { fill: couleurs.solid, encre: couleurs.papier }
  return { ...style, classe: `serie-${(index % styles.length) + 1}` }
}

/** Chooses the colour of the text or of the paper, by contrast: a kit may choose a light or a dark shade. */
const inkOn = (shade: string, { texte, papier }: Couleurs): string =>
  contrast(papier, shade) > contrast(texte, shade) ? papier : texte

/** One series whose name the title says: nothing has to tell it apart. */
export const isUnnamed = (series: readonly { nom: string }[]): boolean =>
  series.length === 1 && series[0]?.nom === ''

const taille = 3.1
const carre = 2.8
const interligne = 4.2

/** The names of the series beside their colours, in as many lines as the width needs. */
export function legende(
  series: readonly { nom: string }[],
  place: { y: number; largeur: number },
  couleurs: Couleurs,
  signe = (index: number, x: number, y: number): string => rect(x, y, carre, carre, serie(index, couleurs)),
): { formes: string; hauteur: number } {
  let x = 0
  let y = place.y
  let high = 0
  let formes = ''
  for (const [index, { nom }] of series.entries()) {
    const lines = wrapText(nom, 'texte', taille, place.largeur - 4.2)
    const width = 4.2 + greatest(lines.map(line => textWidth(line, 'texte', taille)))
    if (x > 0 && x + width > place.largeur) {
      x = 0
      y += high + 1
      high = 0
    }
    formes += signe(index, x, y)
    formes += texts(x + 4.2, y + 2.45, lines, interligne, {
      face: 'texte',
      size: taille,
      fill: couleurs.texte,
    })
    high = Math.max(high, lines.length * interligne)
    x += width + 4.5
  }
  return { formes, hauteur: y + high - place.y }
}
