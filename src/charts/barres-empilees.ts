import type { Couleurs } from '../text/index.ts'
import { figure, type Graphe, line, rect, text, texts, vertical } from './dessin.ts'
import { type Donnees, hasTarget, writesUnits } from './donnees.ts'
import { greatest, maigre } from './extent.ts'
import { legende, serie } from './serie.ts'
import { textWidth, wrapText } from './text-width.ts'

const height = 8
const nom = { face: 'demi', size: 3.35 } as const
const interligne = 4.2
const chiffre = 3.6
const retrait = 1.4

/** Bars in parts, their names above; a part too narrow for its figure has it below, on a leader. A total of less than
 *  100 % leaves the rest of the measure white. Parts are never negative: that is an error of the content. */
export function barresEmpilees({ series, lignes }: Donnees, couleurs: Couleurs, largeur: number): Graphe {
  const totals = lignes.map(({ valeurs }) => sum(valeurs))
  const floor = series.every(({ unite }) => unite === '%') ? 100 : 0
  const span = greatest(totals, floor) || 1
  let y = 0
  let formes = ''
  let complet = writesUnits({ series }) && !hasTarget({ lignes })
  for (const { nom: words, valeurs, textes } of lignes) {
    const lines = wrapText(words, nom.face, nom.size, largeur)
    formes += texts(0, y + 3, lines, interligne, { ...nom, fill: couleurs.texte })
    y += lines.length * interligne + 0.4
    const bar = barre(valeurs, textes, { y, span, largeur }, couleurs)
    formes += bar.formes
    complet &&= bar.complet
    y += height + bar.dessous + 2.4
  }
  const noms = legende(series, { y, largeur }, couleurs)
  return { largeur, hauteur: y + noms.hauteur, formes: formes + noms.formes, complet }
}

/** A part too narrow for its figure. */
type Narrow = { x: number; words: string; value: number }

function barre(
  valeurs: readonly number[],
  textes: readonly string[],
  { y, span, largeur }: { y: number; span: number; largeur: number },
  couleurs: Couleurs,
): { formes: string; dessous: number; complet: boolean } {
  let x = 0
  let formes = ''
  const narrow: Narrow[] = []
  for (const [index, value] of valeurs.entries()) {
    const words = textes[index] ?? ''
    const width = (Math.max(0, value) / span) * largeur
    const { encre, ...paint } = serie(index, couleurs)
    if (width > maigre) formes += rect(x, y, width, height, paint)
    if (index > 0 && width > maigre)
      formes += vertical(x, [y, y + height], { stroke: couleurs.papier, width: 0.5 })
    if (textWidth(words, 'figure', chiffre) + 2 * retrait <= width) {
      const style = { ...figure, size: chiffre, fill: encre }
      formes += text(x + retrait, y + height / 2 + chiffre * 0.35, words, style)
    } else {
      narrow.push({ x: x + width / 2, words, value })
    }
    x += width
  }
  const below = leaders(narrow, { y: y + height, largeur }, couleurs)
  return {
    formes: formes + below.formes,
    dessous: narrow.length > 0 ? 6.2 : 0,
    complet: below.written === narrow.length,
  }
}

/** Places figures below the bar, in order, pushed apart within the measure. When there are too many, the smallest parts get
 *  none: the table has them all. */
function leaders(
  narrow: readonly Narrow[],
  { y, largeur }: { y: number; largeur: number },
  couleurs: Couleurs,
): { formes: string; written: number } {
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
        { stroke: couleurs.texte, width: 0.22, classe: 'filet' },
      ) + text(middle, y + 5.2, words, { ...figure, size, fill: couleurs.texte, anchor: 'middle' })
    )
  })
  return { formes: drawn.join(''), written: boxes.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.max(0, value), 0)
}
