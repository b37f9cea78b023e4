import { numberOf } from '../../../press/content/scan.ts'
import { notePaint, numbers, type Reader, type Readers } from '../drawing.ts'
import { concat, matrixOf, scaleOf } from '../matrix.ts'

/** Adds the points of a path operator: a curve is measured by its control points. */
const points: Reader = ({ bytes, path, state }, operation) => {
  for (let index = 0; index + 1 < operation.count; index += 2)
    path.move(numberOf(bytes, operation, index), numberOf(bytes, operation, index + 1), state.ctm)
}

const paint =
  (what: { fill?: true; stroke?: true }): Reader =>
  ({ path, state, reading: { facts, bleed } }) => {
    if (path.touches(bleed)) {
      const thickness = path.thickness()
      if (what.fill) notePaint(facts, state.fill)
      if (what.stroke) notePaint(facts, state.stroke)
      if (what.stroke) facts.lines.push({ kind: 'trait', width: state.lineWidth * scaleOf(state.ctm) })
      else if (thickness !== null) facts.lines.push({ kind: 'aplat', width: thickness })
    }
    path.clear()
  }

const fill = paint({ fill: true })
const stroke = paint({ stroke: true })
const both = paint({ fill: true, stroke: true })

/** Matrix, line width, paths and their painting. @see ISO 32000-1 §8.4.4, §8.5 */
export const paths: Readers = {
  q: ({ state, stack }) => void stack.push({ ...state }),
  Q: drawing => {
    drawing.state = drawing.stack.pop() ?? drawing.state
  },
  cm: (drawing, operation) => {
    drawing.state.ctm = concat(matrixOf(numbers(drawing, operation)), drawing.state.ctm)
    drawing.shown = null
  },
  w: ({ bytes, state }, operation) => {
    state.lineWidth = numberOf(bytes, operation, 0)
  },
  m: points,
  l: points,
  c: points,
  v: points,
  y: points,
  re: (drawing, operation) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbers(drawing, operation)
    drawing.path.rectangle(x, y, width, height, drawing.state.ctm)
  },
  f: fill,
  F: fill,
  'f*': fill,
  S: stroke,
  s: stroke,
  B: both,
  'B*': both,
  b: both,
  'b*': both,
  n: ({ path }) => path.clear(),
}
