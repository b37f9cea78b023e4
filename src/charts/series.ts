import { type Couleurs, contrast } from '../text/index.ts'
import { type Pen, rect, texts } from './drawing.ts'
import { greatest } from './extent.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Gives the paint of the n-th series (from 0), and the colour of words on it. Solid, light, tint with a solid stroke, as in
 *  the charter; then mid, deep and white. From the seventh they repeat: the table tells them apart. */
export function seriesPen(index: number, colours: Couleurs): Pen & { encre: string } {
  const styles = [
    { fill: colours.solid, encre: colours.papier },
    { fill: colours.light, encre: inkOn(colours.light, colours) },
    { fill: colours.tint, stroke: colours.solid, width: 0.35, encre: colours.texte },
    { fill: colours.mid, encre: inkOn(colours.mid, colours) },
    { fill: colours.deep, encre: colours.papier },
    { fill: colours.papier, stroke: colours.solid, width: 0.35, encre: colours.texte },
  ]
  const style = styles[index % styles.length] ?? { fill: colours.solid, encre: colours.papier }
  return { ...style, classe: `serie-${(index % styles.length) + 1}` }
}

/** Chooses the colour of the text or of the paper, by contrast: a kit may choose a light or a dark shade. */
const inkOn = (shade: string, { texte, papier }: Couleurs): string =>
  contrast(papier, shade) > contrast(texte, shade) ? papier : texte

/** One series whose name the title says: nothing has to tell it apart. */
export const isUnnamed = (series: readonly { nom: string }[]): boolean =>
  series.length === 1 && series[0]?.nom === ''

const typeSize = 3.1
const carre = 2.8
const lineHeight = 4.2

/** The names of the series beside their colours, in as many lines as the width needs. */
export function legendOf(
  series: readonly { nom: string }[],
  place: { y: number; largeur: number },
  colours: Couleurs,
  signe = (index: number, x: number, y: number): string =>
    rect(x, y, carre, carre, seriesPen(index, colours)),
): { shapes: string; hauteur: number } {
  let x = 0
  let y = place.y
  let high = 0
  let shapes = ''
  for (const [index, { nom }] of series.entries()) {
    const lines = wrapText(nom, 'texte', typeSize, place.largeur - 4.2)
    const width = 4.2 + greatest(lines.map(line => textWidth(line, 'texte', typeSize)))
    if (x > 0 && x + width > place.largeur) {
      x = 0
      y += high + 1
      high = 0
    }
    shapes += signe(index, x, y)
    shapes += texts(x + 4.2, y + 2.45, lines, lineHeight, {
      face: 'texte',
      size: typeSize,
      fill: colours.texte,
    })
    high = Math.max(high, lines.length * lineHeight)
    x += width + 4.5
  }
  return { shapes: shapes, hauteur: y + high - place.y }
}
