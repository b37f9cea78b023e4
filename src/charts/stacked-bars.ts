import type { Couleurs } from '../text/index.ts'
import { type ChartData, hasTarget, writesUnits } from './data.ts'
import { type Chart, figure, greatest, line, rect, text, texts, thinShare, vertical } from './drawing.ts'
import { legendOf, seriesPen } from './series.ts'
import { textWidth, wrapText } from './text-width.ts'

const height = 8
const name = { face: 'demi', size: 3.35 } as const
const lineHeight = 4.2
const figureSize = 3.6
const inset = 1.4

/** Bars in parts, their names above; a part too narrow for its figure has it below, on a leader. A total of less than
 *  100 % leaves the rest of the measure white. Parts are never negative: that is an error of the content. */
export function stackedBarChart({ series, rows }: ChartData, colours: Couleurs, measure: number): Chart {
  const totals = rows.map(({ values }) => sum(values))
  const floor = series.every(({ unit }) => unit === '%') ? 100 : 0
  const span = greatest(totals, floor) || 1
  let y = 0
  let shapes = ''
  let complete = writesUnits({ series }) && !hasTarget({ rows })
  for (const { name: words, values, labels } of rows) {
    const lines = wrapText(words, name.face, name.size, measure)
    shapes += texts(0, y + 3, lines, lineHeight, { ...name, fill: colours.texte })
    y += lines.length * lineHeight + 0.4
    const bar = drawBar(values, labels, { y, span, measure }, colours)
    shapes += bar.shapes
    complete &&= bar.complete
    y += height + bar.drop + 2.4
  }
  const legend = legendOf(series, { y, measure }, colours)
  return { measure, depth: y + legend.depth, shapes: shapes + legend.shapes, complete }
}

/** A part too narrow for its figure. */
type Narrow = { x: number; words: string; value: number }

function drawBar(
  values: readonly number[],
  labels: readonly string[],
  { y, span, measure }: { y: number; span: number; measure: number },
  colours: Couleurs,
): { shapes: string; drop: number; complete: boolean } {
  let x = 0
  let shapes = ''
  const narrow: Narrow[] = []
  for (const [index, value] of values.entries()) {
    const words = labels[index] ?? ''
    const width = (Math.max(0, value) / span) * measure
    const { ink, ...paint } = seriesPen(index, colours)
    if (width > thinShare) shapes += rect(x, y, width, height, paint)
    if (index > 0 && width > thinShare)
      shapes += vertical(x, [y, y + height], { stroke: colours.papier, width: 0.5 })
    if (textWidth(words, 'figure', figureSize) + 2 * inset <= width) {
      const style = { ...figure, size: figureSize, fill: ink }
      shapes += text(x + inset, y + height / 2 + figureSize * 0.35, words, style)
    } else {
      narrow.push({ x: x + width / 2, words, value })
    }
    x += width
  }
  const below = leaders(narrow, { y: y + height, measure }, colours)
  return {
    shapes: shapes + below.shapes,
    drop: narrow.length > 0 ? 6.2 : 0,
    complete: below.written === narrow.length,
  }
}

/** Places figures below the bar, in order, pushed apart within the measure. When there are too many, the smallest parts get
 *  none: the table has them all. */
function leaders(
  narrow: readonly Narrow[],
  { y, measure }: { y: number; measure: number },
  colours: Couleurs,
): { shapes: string; written: number } {
  const size = 3.3
  const boxes = narrow.map(part => ({ ...part, width: textWidth(part.words, 'figure', size) + 1.6, left: 0 }))
  const smallest = boxes.toSorted((a, b) => a.value - b.value)
  while (boxes.reduce((total, { width }) => total + width, 0) > measure) {
    const dropped = smallest.shift()
    if (!dropped) break
    boxes.splice(boxes.indexOf(dropped), 1)
  }
  let edge = 0
  for (const box of boxes) {
    box.left = Math.max(edge, box.x - box.width / 2)
    edge = box.left + box.width
  }
  let limit = measure
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
        { stroke: colours.texte, width: 0.22, className: 'filet' },
      ) + text(middle, y + 5.2, words, { ...figure, size, fill: colours.texte, anchor: 'middle' })
    )
  })
  return { shapes: drawn.join(''), written: boxes.length }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + Math.max(0, value), 0)
}
