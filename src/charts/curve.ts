import type { Couleurs } from '../text/index.ts'
import { type ChartData, commonUnit, hasTarget, writesUnits } from './data.ts'
import { type Chart, circle, greatest, horizontal, line, n, path, rect, text } from './drawing.ts'
import { figuresAlong, type Plot } from './figures-along.ts'
import { namesUnder } from './names-under.ts'
import { scaleFor, tickLabel } from './scale.ts'
import { isUnnamed, legendOf } from './series.ts'
import { textWidth } from './text-width.ts'

const height = 48
/** Above the plot, for the figure of the highest point. */
const top = 6
const figureSize = 3.6
const small = { face: 'texte', size: 3 } as const

/** Lines over time or any order of rows. Each series has its own mark, so that it is told without colour too. */
export function curveChart({ series, rows }: ChartData, colours: Couleurs, measure: number): Chart {
  const values = rows.flatMap(row => row.values)
  const unit = commonUnit(series) ?? ''
  const scale = scaleFor(values, 5, unit === '%')
  const labels = scale.ticks.map(value => tickLabel(value, unit))
  const left = greatest(labels.map(words => textWidth(words, small.face, small.size))) + 2.5
  const last = greatest(
    series.map((_, index) => textWidth(rows.at(-1)?.labels[index] ?? '', 'figure', figureSize)),
  )
  const right = series.length > 1 ? last + 3 : 3
  const y = (value: number) => top + height - ((value - scale.min) / (scale.max - scale.min)) * height
  const rowNames = rows.map(({ name }) => name)
  const xs = placesAlong(rowNames, left + 2.5, measure - right)

  let shapes = scale.ticks
    .map((value, index) => {
      const pen = { stroke: colours.filet, width: 0.18, className: 'grille' }
      const grid = horizontal(y(value), [left, measure], pen)
      const words = text(left - 2, y(value) + 1, labels[index] ?? '', {
        ...small,
        fill: colours.gris,
        anchor: 'end',
      })
      return grid + words
    })
    .join('')
  shapes += horizontal(y(0), [left, measure], { stroke: colours.texte, width: 0.35, className: 'axe' })
  const under = { y: top + height + 4.4, measure }
  const foot = namesUnder(rowNames, xs, under, { ...small, fill: colours.gris })
  shapes += foot.shapes

  const curves = series.map((_, index) =>
    rows.map((row, at): [number, number] => [xs[at] ?? 0, y(row.values[index] ?? 0)]),
  )
  for (const [index, points] of curves.entries()) {
    const stroke = colour(index, colours)
    if (points.length > 1) shapes += line(points, { stroke, width: 0.7, className: `ligne-${index + 1}` })
    shapes += points.map(([x, at]) => mark(index, x, at, colours)).join('')
  }
  const depth = foot.y
  let complete = false
  if (series.length === 1) {
    const plot: Plot = { left, right: measure, top: 0, bottom: top + height, axis: y(0) }
    const words = rows.map(({ labels }) => labels[0] ?? '')
    const figures = figuresAlong(curves[0] ?? [], words, plot, { ...figure, fill: colours.texte })
    const all = figures.written === rows.length && foot.written === rows.length
    shapes += figures.shapes
    complete = all && writesUnits({ series }) && !hasTarget({ rows })
    if (isUnnamed(series)) return { measure, depth, shapes, complete }
  } else shapes += atEnd(curves, rows, colours)
  const names = legendOf(
    series,
    { y: depth + 2, measure },
    colours,
    (index, x, at) =>
      horizontal(at + 1.4, [x, x + 3.6], { stroke: colour(index, colours), width: 0.7 }) +
      mark(index, x + 1.8, at + 1.4, colours),
  )
  return { measure, depth: depth + 2 + names.depth, shapes: shapes + names.shapes, complete }
}

/** Rows that are years stand as far apart as the years are. */
function placesAlong(rowNames: readonly string[], from: number, to: number): number[] {
  if (rowNames.length === 1) return [(from + to) / 2]
  const years = rowNames.map(name => (/^\d{4}$/.test(name.trim()) ? Number(name) : Number.NaN))
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0]
  const rising = years.every((year, index) => index === 0 || year > (years[index - 1] ?? 0))
  return rowNames.map((_, index) => {
    const share = rising ? ((years[index] ?? 0) - first) / (last - first) : index / (rowNames.length - 1)
    return from + share * (to - from)
  })
}

const figure = { face: 'figure', size: figureSize, className: 'v' } as const

/** With several lines, the last figures only, on the right, pushed apart. */
function atEnd(
  curves: readonly (readonly [number, number][])[],
  rows: ChartData['rows'],
  colours: Couleurs,
): string {
  const ends = curves
    .map((points, index) => ({
      x: points.at(-1)?.[0] ?? 0,
      y: (points.at(-1)?.[1] ?? 0) + 1.2,
      words: rows.at(-1)?.labels[index] ?? '',
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
function mark(index: number, x: number, y: number, colours: Couleurs): string {
  const stroke = colour(index, colours)
  const pen = { fill: index % 6 < 3 ? stroke : colours.papier, stroke, width: 0.35 }
  if (index % 3 === 0) return circle(x, y, 1.1, pen)
  if (index % 3 === 1) return rect(x - 1.05, y - 1.05, 2.1, 2.1, pen)
  return path(`M${n(x)} ${n(y - 1.3)}L${n(x + 1.3)} ${n(y + 1)}L${n(x - 1.3)} ${n(y + 1)}z`, pen)
}
