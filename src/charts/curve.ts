import type { Couleurs } from '../text/index.ts'
import { type ChartData, commonUnit, hasTarget, writesUnits } from './data.ts'
import { type Chart, circle, horizontal, line, n, path, rect, text } from './drawing.ts'
import { greatest } from './extent.ts'
import { figuresAlong, type Plot } from './figures-along.ts'
import { namesUnder } from './names-under.ts'
import { scaleFor, tickLabel } from './scale.ts'
import { isUnnamed, legendOf } from './series.ts'
import { textWidth } from './text-width.ts'

const height = 48
/** Above the plot, for the figure of the highest point. */
const top = 6
const chiffre = 3.6
const small = { face: 'texte', size: 3 } as const

/** Lines over time or any order of rows. Each series has its own mark, so that it is told without colour too. */
export function curveChart({ series, lignes }: ChartData, colours: Couleurs, largeur: number): Chart {
  const valeurs = lignes.flatMap(ligne => ligne.valeurs)
  const unite = commonUnit(series) ?? ''
  const scale = scaleFor(valeurs, 5, unite === '%')
  const labels = scale.graduations.map(value => tickLabel(value, unite))
  const left = greatest(labels.map(words => textWidth(words, small.face, small.size))) + 2.5
  const last = greatest(
    series.map((_, index) => textWidth(lignes.at(-1)?.textes[index] ?? '', 'figure', chiffre)),
  )
  const right = series.length > 1 ? last + 3 : 3
  const y = (value: number) => top + height - ((value - scale.min) / (scale.max - scale.min)) * height
  const noms = lignes.map(({ nom }) => nom)
  const xs = placesAlong(noms, left + 2.5, largeur - right)

  let shapes = scale.graduations
    .map((value, index) => {
      const trait = { stroke: colours.filet, width: 0.18, classe: 'grille' }
      const grid = horizontal(y(value), [left, largeur], trait)
      const words = text(left - 2, y(value) + 1, labels[index] ?? '', {
        ...small,
        fill: colours.gris,
        anchor: 'end',
      })
      return grid + words
    })
    .join('')
  shapes += horizontal(y(0), [left, largeur], { stroke: colours.texte, width: 0.35, classe: 'axe' })
  const under = { y: top + height + 4.4, largeur }
  const bas = namesUnder(noms, xs, under, { ...small, fill: colours.gris })
  shapes += bas.shapes

  const curves = series.map((_, index) =>
    lignes.map((ligne, at): [number, number] => [xs[at] ?? 0, y(ligne.valeurs[index] ?? 0)]),
  )
  for (const [index, points] of curves.entries()) {
    const stroke = colour(index, colours)
    if (points.length > 1) shapes += line(points, { stroke, width: 0.7, classe: `ligne-${index + 1}` })
    shapes += points.map(([x, at]) => marque(index, x, at, colours)).join('')
  }
  const hauteur = bas.y
  let complet = false
  if (series.length === 1) {
    const plot: Plot = { left, right: largeur, top: 0, bottom: top + height, axis: y(0) }
    const words = lignes.map(({ textes }) => textes[0] ?? '')
    const figures = figuresAlong(curves[0] ?? [], words, plot, { ...figure, fill: colours.texte })
    const all = figures.written === lignes.length && bas.written === lignes.length
    shapes += figures.shapes
    complet = all && writesUnits({ series }) && !hasTarget({ lignes })
    if (isUnnamed(series)) return { largeur, hauteur, shapes: shapes, complet }
  } else shapes += atEnd(curves, lignes, colours)
  const names = legendOf(
    series,
    { y: hauteur + 2, largeur },
    colours,
    (index, x, at) =>
      horizontal(at + 1.4, [x, x + 3.6], { stroke: colour(index, colours), width: 0.7 }) +
      marque(index, x + 1.8, at + 1.4, colours),
  )
  return { largeur, hauteur: hauteur + 2 + names.hauteur, shapes: shapes + names.shapes, complet }
}

/** Rows that are years stand as far apart as the years are. */
function placesAlong(noms: readonly string[], from: number, to: number): number[] {
  if (noms.length === 1) return [(from + to) / 2]
  const years = noms.map(nom => (/^\d{4}$/.test(nom.trim()) ? Number(nom) : Number.NaN))
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const rising = years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0))
  return noms.map((_, index) => {
    const share = rising ? ((years[index] ?? 0) - first) / (last - first) : index / (noms.length - 1)
    return from + share * (to - from)
  })
}

const figure = { face: 'figure', size: chiffre, classe: 'v' } as const

/** With several lines, the last figures only, on the right, pushed apart. */
function atEnd(
  curves: readonly (readonly [number, number][])[],
  lignes: ChartData['lignes'],
  colours: Couleurs,
): string {
  const ends = curves
    .map((points, index) => ({
      x: points.at(-1)?.[0] ?? 0,
      y: (points.at(-1)?.[1] ?? 0) + 1.2,
      words: lignes.at(-1)?.textes[index] ?? '',
    }))
    .sort((a, b) => a.y - b.y)
  let edge = Number.NEGATIVE_INFINITY
  for (const end of ends) {
    end.y = Math.max(end.y, edge)
    edge = end.y + 3.6
  }
  let limit = top + height + 1.2
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, limit)
    limit = end.y - 3.6
  }
  return ends.map(({ x, y, words }) => text(x + 2.2, y, words, { ...figure, fill: colours.texte })).join('')
}

function colour(index: number, colours: Couleurs): string {
  return (
    [colours.solid, colours.mid, colours.texte, colours.light, colours.deep, colours.gris][index % 6] ??
    colours.solid
  )
}

/** Disc, square, triangle, and the same in white: the charter's shapes. */
function marque(index: number, x: number, y: number, colours: Couleurs): string {
  const stroke = colour(index, colours)
  const trait = { fill: index % 6 < 3 ? stroke : colours.papier, stroke, width: 0.35 }
  if (index % 3 === 0) return circle(x, y, 1.1, trait)
  if (index % 3 === 1) return rect(x - 1.05, y - 1.05, 2.1, 2.1, trait)
  return path(`M${n(x)} ${n(y - 1.3)}L${n(x + 1.3)} ${n(y + 1)}L${n(x - 1.3)} ${n(y + 1)}z`, trait)
}
