import { type Couleurs, contrast } from '../text/index.ts'
import { greatest, type Pen, rect, texts } from './drawing.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Gives the paint of the n-th series (from 0), and the colour of words on it. Solid, light, tint with a solid stroke, as in
 *  the charter; then mid, deep and white. From the seventh they repeat: the table tells them apart. */
export function seriesPen(index: number, colours: Couleurs): Pen & { ink: string } {
  const styles = [
    { fill: colours.solid, ink: colours.papier },
    { fill: colours.light, ink: inkOn(colours.light, colours) },
    { fill: colours.tint, stroke: colours.solid, width: 0.35, ink: colours.texte },
    { fill: colours.mid, ink: inkOn(colours.mid, colours) },
    { fill: colours.deep, ink: colours.papier },
    { fill: colours.papier, stroke: colours.solid, width: 0.35, ink: colours.texte },
  ]
  const style = styles[index % styles.length] ?? { fill: colours.solid, ink: colours.papier }
  return { ...style, className: `serie-${(index % styles.length) + 1}` }
}

/** Chooses the colour of the text or of the paper, by contrast: a kit may choose a light or a dark shade. */
const inkOn = (shade: string, { texte: label, papier }: Couleurs): string =>
  contrast(papier, shade) > contrast(label, shade) ? papier : label

/** One series whose name the title says: nothing has to tell it apart. */
export const isUnnamed = (series: readonly { name: string }[]): boolean =>
  series.length === 1 && series[0]?.name === ''

const typeSize = 3.1
const side = 2.8
const lineHeight = 4.2

/** The names of the series beside their colours, in as many lines as the width needs. */
export function legendOf(
  series: readonly { name: string }[],
  place: { y: number; measure: number },
  colours: Couleurs,
  sign = (index: number, x: number, y: number): string => rect(x, y, side, side, seriesPen(index, colours)),
): { shapes: string; depth: number } {
  let x = 0
  let y = place.y
  let high = 0
  let shapes = ''
  for (const [index, { name }] of series.entries()) {
    const lines = wrapText(name, 'texte', typeSize, place.measure - 4.2)
    const width = 4.2 + greatest(lines.map(line => textWidth(line, 'texte', typeSize)))
    if (x > 0 && x + width > place.measure) {
      x = 0
      y += high + 1
      high = 0
    }
    shapes += sign(index, x, y)
    shapes += texts(x + 4.2, y + 2.45, lines, lineHeight, {
      face: 'texte',
      size: typeSize,
      fill: colours.texte,
    })
    high = Math.max(high, lines.length * lineHeight)
    x += width + 4.5
  }
  return { shapes, depth: y + high - place.y }
}
