import type { Couleurs } from '../text/index.ts'
import { type ChartData, hasTarget, writesUnits } from './data.ts'
import { type Chart, figure, line, rect, text, texts, vertical } from './drawing.ts'
import { greatest, thinShare } from './extent.ts'
import { legendOf, seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

const height = 8
const nom = { face: 'demi', size: 3.35 } as const
const lineHeight = 4.2
const chiffre = 3.6
const retrait = 1.4

/** Bars in parts, their names above; a part too narrow for its figure has it below, on a leader. A total of less than
 *  100 % leaves the rest of the measure white. Parts are never negative: that is an error of the content. */
export function stackedBarChart({ series, lignes }: ChartData, colours: Couleurs, largeur: number): Chart {
  const totals = lignes.map(({ valeurs }) => sum(valeurs))
  const floor = series.every(({ unite }) => unite === '%') ? 100 : 0
  const span = greatest(totals, floor) || 1
  let y = 0
  let shapes = ''
  let complet = writesUnits({ series }) && !hasTarget({ lignes })
  for (const { nom: words, valeurs, textes } of lignes) {
    const lines = wrapText(words, nom.face, nom.size, largeur)
    shapes += texts(0, y + 3, lines, lineHeight, { ...nom, fill: colours.texte })
    y += lines.length * lineHeight + 0.4
    const bar = barre(valeurs, textes, { y, span, largeur }, colours)
    shapes += bar.shapes
    complet &&= bar.complet
    y += height + bar.dessous + 2.4
  }
  const noms = legendOf(series, { y, largeur }, colours)
  return { largeur, hauteur: y + noms.hauteur, shapes: shapes + noms.shapes, complet }
}

/** A part too narrow for its figure. */
type Narrow = { x: number; words: string; value: number }

function barre(
  valeurs: readonly number[],
  textes: readonly string[],
  { y, span, largeur }: { y: number; span: number; largeur: number },
  colours: Couleurs,
): { shapes: string; dessous: number; complet: boolean } {
  let x = 0
  let shapes = ''
  const narrow: Narrow[] = []
  for (const [index, value] of valeurs.entries()) {
    const words = textes[index] ?? ''
    const width = (Math.max(0, value) / span) * largeur
    const { encre, ...paint } = seriesPen(index, colours)
    if (width > thinShare) shapes += rect(x, y, width, height, paint)
    if (index > 0 && width > thinShare)
      shapes += vertical(x, [y, y + height], { stroke: colours.papier, width: 0.5 })
    if (textWidth(words, 'figure', chiffre) + 2 * retrait <= width) {
      const style = { ...figure, size: chiffre, fill: encre }
      shapes += text(x + retrait, y + height / 2 + chiffre * 0.35, words, style)
    } else {
      narrow.push({ x: x + width / 2, words, value })
    }
    x += width
  }
  const below = leaders(narrow, { y: y + height, largeur }, colours)
  return {
    shapes: shapes + below.shapes,
    dessous: narrow.length > 0 ? 6.2 : 0,
    complet: below.written === narrow.length,
  }
}

/** Places figures below the bar, in order, pushed apart within the measure. When there are too many, the smallest parts get
 *  none: the table has them all. */
function leaders(
  narrow: readonly Narrow[],
  { y, largeur }: { y: number; largeur: number },
  colours: Couleurs,
): { shapes: string; written: number } {
  const size = 3.3
  const boxes = narrow.map(part => ({ ...part, width: textWidth(part.words, 'figure', size) + 1.6, left: 0 }))
  const smallest = boxes.toSorted((a, b) => a.value - b.value)
  while (boxes.reduce((total, { width }) => total + width, 0) > largeur) {
    const dropped = smallest.shift()
    if (!dropped) break
    boxes.splice(boxes.indexOf(dropped), 1)
  }
  let edge = 0
  for (const box of boxes) {
    box.left = Math.max(edge, box.x - box.width / 2)
    edge = box.left + box.width
  }
  let limit = largeur
  for (const box of boxes.toReversed()) {
    box.left = Math.min(box.left, limit - box.width)
    limit = box.left
  }
  const drawn = boxes.map(({ x, words, width, left }) => {
    const middle = left + width / 2
    return (
      line(
        [
          [x, y],
          [x, y + 0.7],
          [middle, y + 2],
        ],
        { stroke: colours.texte, width: 0.22, classe: 'filet' },
      ) + text(middle, y + 5.2, words, { ...figure, size, fill: colours.texte, anchor: 'middle' })
    )
  })
  return { shapes: drawn.join(''), written: boxes.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.max(0, value), 0)
}
