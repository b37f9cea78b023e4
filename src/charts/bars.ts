import type { Couleurs } from '../text/index.ts'
import { type ChartData, commonUnit, writesUnits } from './data.ts'
import { type Chart, figure, greatest, LEGIBLE, rect, text, texts, thinShare, vertical } from './drawing.ts'
import { type AxisPlan, horizontalAxis, tickLabel } from './scale.ts'
import { isUnnamed, legendOf, seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Names on the left of their bars up to this width, above them when one is wider. */
const wideName = 30
const lineHeight = 4.2
const seriesGap = 0.6
/** Half the axis would fall outside the drawing at its very edge. */
const rim = 0.18

/** Horizontal bars, grouped when there are several series; figures in the bars, or beside those too short for them. */
export function barChart({ series, rows }: ChartData, colours: Couleurs, measure: number): Chart {
  const single = series.length === 1
  const fewNames = rows.length <= 4
  const height = single ? (fewNames ? 10.5 : 6.5) : fewNames ? 6 : 4.5
  const widest = greatest(rows.map(row => textWidth(row.name, 'figure', 1)))
  const size = single && fewNames && widest * 4.2 <= wideName ? 4.2 : 3.5
  const name = { face: 'figure', size, fill: colours.texte } as const
  const beside = widest * size <= wideName
  const x = beside && widest > 0 ? Math.max(14, widest * size + 3.5) : rim
  const unit = commonUnit(series)
  const values = rows.flatMap(row => row.values)
  const plan = horizontalAxis(values, { x, measure: measure - x - rim }, unit ?? '')
  const figures = rows.flatMap(row => row.labels.map(label => textWidth(label, 'figure', 1)))
  const longest = greatest(figures, 1)
  const figureSize = Math.min(height > 5 ? 4 : 3.3, (plan.measure / 2 - 3) / longest)

  const block = height * series.length + seriesGap * (series.length - 1)
  const bands: [number, number][] = []
  let y = beside ? height * 0.38 : 0
  let shapes = ''
  let complete = writesUnits({ series })
  for (const row of rows) {
    if (beside) {
      shapes += text(0, y + block / 2 + name.size * 0.35, row.name, name)
    } else {
      const lines = wrapText(row.name, name.face, name.size, measure)
      shapes += texts(0, y + 3.2, lines, lineHeight, name)
      y += lines.length * lineHeight + 0.6
    }
    for (const [index, amount] of row.values.entries()) {
      const bar = { amount, label: row.labels[index] ?? '', target: row.target, index }
      const place = { top: y + index * (height + seriesGap), height, figureSize }
      const drawn = drawBar(bar, place, plan, colours)
      shapes += drawn.shapes
      complete &&= drawn.legible
    }
    bands.push([y - 0.8, y + block + 0.8])
    y += block + (beside ? height * 0.43 : 3.5)
  }
  // The grid runs through the whole chart, but never through a name above its bars.
  const grid = beside ? [[0, y] as [number, number]] : [...bands, [y - 1.2, y] as [number, number]]
  const gridLines = plan.ticks.map(value => gridLine(value, grid, plan, unit ?? '', colours)).join('')
  const axis = (beside ? grid : bands).map(band =>
    vertical(plan.at(0), band, { stroke: colours.texte, width: 0.35, className: 'axe' }),
  )
  const drawing = { measure, depth: y + 5, shapes: gridLines + shapes + axis.join(''), complete }
  if (isUnnamed(series)) return drawing
  const place = { y: drawing.depth + 2, measure }
  const legend = legendOf(series, place, colours)
  return { ...drawing, depth: place.y + legend.depth, shapes: drawing.shapes + legend.shapes }
}

/** A vertical of the grid and its figure below; the outermost figures stay within the drawing. */
function gridLine(
  value: number,
  bands: readonly [number, number][],
  plan: AxisPlan,
  unit: string,
  colours: Couleurs,
): string {
  const x = plan.at(value)
  const words = tickLabel(value, unit)
  const half = textWidth(words, 'texte', 3) / 2
  const anchor =
    x - half < 0 || value === plan.min ? 'start' : x + half > plan.x + plan.measure + rim ? 'end' : 'middle'
  const foot = bands.at(-1)?.[1] ?? 0
  const verticals = bands.map(band =>
    vertical(x, band, { stroke: colours.filet, width: 0.18, className: 'grille' }),
  )
  const style = { face: 'texte', size: 3, fill: colours.gris, anchor, className: 'graduation' } as const
  return verticals.join('') + text(x, foot + 4.4, words, style)
}

type BarShape = { amount: number; label: string; target: string | null; index: number }
type BarPlace = { top: number; height: number; figureSize: number }

/** One bar with its figure; `legible`: nothing of it is too small, or left out. A target is outlined on tint, a measure is solid. */
function drawBar(
  { amount, label, target, index }: BarShape,
  { top, height, figureSize }: BarPlace,
  plan: AxisPlan,
  colours: Couleurs,
): { shapes: string; legible: boolean } {
  const [zero, end] = [plan.at(0), plan.at(amount)]
  const length = Math.abs(end - zero)
  const { ink, ...paint } = target === null ? seriesPen(index, colours) : targetPen(colours)
  const shape = length < thinShare ? '' : rect(Math.min(zero, end), top, length, height, paint)

  const sign = amount < 0 ? -1 : 1
  const edge = (side: number) => (side > 0 ? plan.x + plan.measure : plan.x)
  // In the bar; else beyond its end; else on the other side of the axis, which is free.
  const places = [
    { x: end - sign * 2.4, side: -sign, room: length - 4, fill: ink },
    { x: end + sign * 1.2, side: sign, room: Math.abs(edge(sign) - end) - 1.2, fill: colours.texte },
    { x: zero - sign * 1.2, side: -sign, room: Math.abs(edge(-sign) - zero) - 1.2, fill: colours.texte },
  ] as const
  const width = textWidth(label, 'figure', figureSize)
  const place = places.find(({ room }) => room >= width) ?? places.reduce((a, b) => (b.room > a.room ? b : a))
  const size = Math.min(figureSize, (figureSize * place.room) / width)
  const value = text(place.x, top + height / 2 + size * 0.35, label, {
    ...figure,
    size,
    fill: place.fill,
    anchor: place.side > 0 ? 'start' : 'end',
  })
  const legible = size >= LEGIBLE
  if (target === null) return { shapes: shape + value, legible }
  const unsaid = { shapes: shape + value, legible: false }
  if (sign < 0) return unsaid

  const note = { face: 'texte', size: 3.35, fill: colours.solid } as const
  const inside = place === places[0]
  const room = inside ? length - width - 8 : Math.abs(edge(1) - end) - width - 4
  if (place === places[2] || textWidth(target, note.face, note.size) > room) return unsaid
  const words = text(inside ? zero + 2.4 : end + width + 3, top + height / 2 + 1.1, target, note)
  return { shapes: shape + value + words, legible }
}

function targetPen(colours: Couleurs): ReturnType<typeof seriesPen> {
  return { fill: colours.tint, stroke: colours.solid, width: 0.5, className: 'cible', ink: colours.solid }
}
