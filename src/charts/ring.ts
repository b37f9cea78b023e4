import type { Couleurs } from '../text/index.ts'
import { type ChartData, hasTarget, writesUnits } from './data.ts'
import { type Chart, circle, figure, n, path, rect, text, texts } from './drawing.ts'
import { greatest } from './extent.ts'
import { seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

const rayon = 21
const creux = 12.2
const colonne = 50
const nom = { face: 'texte', size: 3.35 } as const
const lineHeight = 4.2
const chiffre = 5.6
/** 25 pt, as a key figure. */
const grand = 8.82

/** Shares of a whole, clockwise from noon, the first in the centre; figures and names on the right, in the same order. One share
 *  and its complement are a figure: a ring would say nothing more. */
export function ringChart(donnees: ChartData, colours: Couleurs, largeur: number): Chart {
  const { series, lignes } = donnees
  // Shares of a hundred are read as such; what else is counted, the table says.
  const complet =
    writesUnits(donnees) &&
    !hasTarget(donnees) &&
    series.every(({ nom, unite }) => nom === '' || unite !== '')
  const whole = lignes.reduce((sum, { valeurs }) => sum + (valeurs[0] ?? 0), 0)
  if (lignes.length === 2 && series[0]?.unite === '%' && Math.abs(whole - 100) < 0.01)
    return { ...share(lignes, colours, largeur), complet }
  const parts = lignes.map(({ nom, valeurs, textes }) => ({
    nom,
    valeur: Math.max(0, valeurs[0] ?? 0),
    texte: textes[0] ?? '',
  }))
  const total = parts.reduce((sum, { valeur }) => sum + valeur, 0)
  const large = largeur - colonne - 5
  const entries = parts.map(part => ({ ...part, lines: wrapText(part.nom, nom.face, nom.size, large) }))
  const longest = greatest(
    parts.map(({ texte }) => textWidth(texte, 'figure', 1)),
    1,
  )
  const heights = entries.map(({ lines }) => 6.2 + lines.length * lineHeight)
  const listed = heights.reduce((sum, height) => sum + height + 2.2, -2.2)
  const hauteur = Math.max(2 * rayon, listed)

  let shapes = total === 0 ? ring(0, 1, hauteur / 2, { fill: colours.filet }) : ''
  let from = 0
  for (const [index, { valeur }] of parts.entries()) {
    if (valeur > 0) shapes += ring(from, from + valeur / total, hauteur / 2, seriesPen(index, colours))
    from += total === 0 ? 0 : valeur / total
  }
  shapes += joints(
    parts.map(({ valeur }) => valeur / (total || 1)),
    hauteur / 2,
    colours,
  )

  const first = parts[0]?.texte ?? ''
  const size = Math.min(7, (2 * creux - 4) / Math.max(1, textWidth(first, 'figure', 1)))
  if (size >= 3.5) {
    const style = { ...figure, size, fill: colours.solid, anchor: 'middle' } as const
    shapes += text(rayon, hauteur / 2 + size * 0.35, first, style)
  }
  let y = (hauteur - listed) / 2
  for (const [index, { texte, lines }] of entries.entries()) {
    shapes += rect(colonne, y + 1.2, 2.8, 4, seriesPen(index, colours))
    const style = { ...figure, size: Math.min(chiffre, large / longest), fill: colours.texte }
    shapes += text(colonne + 5, y + 5.1, texte, style)
    shapes += texts(colonne + 5, y + 9.6, lines, lineHeight, { ...nom, fill: colours.texte })
    y += (heights[index] ?? 0) + 2.2
  }
  return { largeur, hauteur, shapes: shapes, complet }
}

/** A large figure and what it counts; below, what is left of the whole. */
function share(
  [first, other]: ChartData['lignes'],
  colours: Couleurs,
  largeur: number,
): Omit<Chart, 'complet'> {
  const words = first?.textes[0] ?? ''
  const left = textWidth(words, 'figure', grand) + 4
  const beside = left < largeur / 2
  const x = beside ? left : 0
  const rest = `${other?.textes[0] ?? ''}\u00a0: ${other?.nom ?? ''}`
  const names = wrapText(first?.nom ?? '', 'demi', nom.size, largeur - x)
  const rests = wrapText(rest, nom.face, nom.size, largeur - x)
  const top = beside ? nom.size : grand + lineHeight
  const shapes = [
    text(0, grand * 0.78, words, {
      ...figure,
      size: Math.min(grand, (grand * largeur) / left),
      fill: colours.solid,
    }),
    texts(x, top, names, lineHeight, { ...nom, face: 'demi', fill: colours.texte }),
    texts(x, top + names.length * lineHeight, rests, lineHeight, { ...nom, fill: colours.texte }),
  ]
  const hauteur = Math.max(grand, top + (names.length + rests.length - 1) * lineHeight + 1)
  return { largeur, hauteur, shapes: shapes.join('') }
}

/** A segment between two shares of the turn; a whole turn is a circle, for an arc cannot end where it began. */
function ring(from: number, to: number, cy: number, paint: Parameters<typeof path>[1]): string {
  if (to - from > 0.999) {
    const thick = { fill: 'none', stroke: paint.fill, width: rayon - creux }
    return circle(
      rayon,
      cy,
      (rayon + creux) / 2,
      paint.classe ? { ...thick, classe: `${paint.classe} tour` } : thick,
    )
  }
  const large = to - from > 0.5 ? 1 : 0
  const stroke = paint.stroke === undefined ? 0 : (paint.width ?? 0.35) / 2
  const [outer, inner] = [rayon - stroke, creux + stroke]
  const [a, b, c, d] = [
    point(from, outer, cy),
    point(to, outer, cy),
    point(to, inner, cy),
    point(from, inner, cy),
  ]
  return path(
    `M${a}A${n(outer)} ${n(outer)} 0 ${large} 1 ${b}L${c}A${n(inner)} ${n(inner)} 0 ${large} 0 ${d}z`,
    paint,
  )
}

/** White joints between segments; none when there is one segment only. */
function joints(shares: readonly number[], cy: number, colours: Couleurs): string {
  if (shares.filter(share => share > 0).length < 2) return ''
  let from = 0
  let shapes = ''
  for (const share of shares) {
    if (share > 0) {
      shapes += path(`M${point(from, creux - 0.2, cy)}L${point(from, rayon + 0.2, cy)}`, {
        fill: 'none',
        stroke: colours.papier,
        width: 0.5,
      })
    }
    from += share
  }
  return shapes
}

function point(share: number, r: number, cy: number): string {
  const angle = share * 2 * Math.PI
  return `${n(rayon + r * Math.sin(angle))} ${n(cy - r * Math.cos(angle))}`
}
