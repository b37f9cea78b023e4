import type { Couleurs } from '../text/index.ts'
import { type ChartData, hasTarget, writesUnits } from './data.ts'
import { type Chart, circle, figure, greatest, n, path, rect, text, texts } from './drawing.ts'
import { seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

const radius = 21
const hole = 12.2
const listLeft = 50
const name = { face: 'texte', size: 3.35 } as const
const lineHeight = 4.2
const figureSize = 5.6
/** 25 pt, as a key figure. */
const keySize = 8.82

/** Shares of a whole, clockwise from noon, the first in the centre; figures and names on the right, in the same order. One share
 *  and its complement are a figure: a ring would say nothing more. */
export function ringChart(data: ChartData, colours: Couleurs, measure: number): Chart {
  const { series, rows } = data
  // Shares of a hundred are read as such; what else is counted, the table says.
  const complete =
    writesUnits(data) && !hasTarget(data) && series.every(({ name, unit }) => name === '' || unit !== '')
  const whole = rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
  if (rows.length === 2 && series[0]?.unit === '%' && Math.abs(whole - 100) < 0.01)
    return { ...share(rows, colours, measure), complete }
  const parts = rows.map(({ name, values, labels }) => ({
    name,
    amount: Math.max(0, values[0] ?? 0),
    texte: labels[0] ?? '',
  }))
  const total = parts.reduce((sum, { amount }) => sum + amount, 0)
  const large = measure - listLeft - 5
  const entries = parts.map(part => ({ ...part, lines: wrapText(part.name, name.face, name.size, large) }))
  const longest = greatest(
    parts.map(({ texte: label }) => textWidth(label, 'figure', 1)),
    1,
  )
  const heights = entries.map(({ lines }) => 6.2 + lines.length * lineHeight)
  const listed = heights.reduce((sum, height) => sum + height + 2.2, -2.2)
  const depth = Math.max(2 * radius, listed)

  let shapes = total === 0 ? ring(0, 1, depth / 2, { fill: colours.filet }) : ''
  let from = 0
  for (const [index, { amount }] of parts.entries()) {
    if (amount > 0) shapes += ring(from, from + amount / total, depth / 2, seriesPen(index, colours))
    from += total === 0 ? 0 : amount / total
  }
  shapes += joints(
    parts.map(({ amount }) => amount / (total || 1)),
    depth / 2,
    colours,
  )

  const first = parts[0]?.texte ?? ''
  const size = Math.min(7, (2 * hole - 4) / Math.max(1, textWidth(first, 'figure', 1)))
  if (size >= 3.5) {
    const style = { ...figure, size, fill: colours.solid, anchor: 'middle' } as const
    shapes += text(radius, depth / 2 + size * 0.35, first, style)
  }
  let y = (depth - listed) / 2
  for (const [index, { texte: label, lines }] of entries.entries()) {
    shapes += rect(listLeft, y + 1.2, 2.8, 4, seriesPen(index, colours))
    const style = { ...figure, size: Math.min(figureSize, large / longest), fill: colours.texte }
    shapes += text(listLeft + 5, y + 5.1, label, style)
    shapes += texts(listLeft + 5, y + 9.6, lines, lineHeight, { ...name, fill: colours.texte })
    y += (heights[index] ?? 0) + 2.2
  }
  return { measure, depth, shapes, complete }
}

/** A large figure and what it counts; below, what is left of the whole. */
function share(
  [first, other]: ChartData['rows'],
  colours: Couleurs,
  measure: number,
): Omit<Chart, 'complete'> {
  const words = first?.labels[0] ?? ''
  const left = textWidth(words, 'figure', keySize) + 4
  const beside = left < measure / 2
  const x = beside ? left : 0
  const rest = `${other?.labels[0] ?? ''}\u00a0: ${other?.name ?? ''}`
  const names = wrapText(first?.name ?? '', 'demi', name.size, measure - x)
  const rests = wrapText(rest, name.face, name.size, measure - x)
  const top = beside ? name.size : keySize + lineHeight
  const shapes = [
    text(0, keySize * 0.78, words, {
      ...figure,
      size: Math.min(keySize, (keySize * measure) / left),
      fill: colours.solid,
    }),
    texts(x, top, names, lineHeight, { ...name, face: 'demi', fill: colours.texte }),
    texts(x, top + names.length * lineHeight, rests, lineHeight, { ...name, fill: colours.texte }),
  ]
  const depth = Math.max(keySize, top + (names.length + rests.length - 1) * lineHeight + 1)
  return { measure, depth, shapes: shapes.join('') }
}

/** A segment between two shares of the turn; a whole turn is a circle, for an arc cannot end where it began. */
function ring(from: number, to: number, cy: number, paint: Parameters<typeof path>[1]): string {
  if (to - from > 0.999) {
    const thick = { fill: 'none', stroke: paint.fill, width: radius - hole }
    return circle(
      radius,
      cy,
      (radius + hole) / 2,
      paint.className ? { ...thick, className: `${paint.className} tour` } : thick,
    )
  }
  const large = to - from > 0.5 ? 1 : 0
  const stroke = paint.stroke === undefined ? 0 : (paint.width ?? 0.35) / 2
  const [outer, inner] = [radius - stroke, hole + stroke]
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
      shapes += path(`M${point(from, hole - 0.2, cy)}L${point(from, radius + 0.2, cy)}`, {
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
  return `${n(radius + r * Math.sin(angle))} ${n(cy - r * Math.cos(angle))}`
}
