import { concat, matrixOf, scaleOf } from '../../../../content/matrix.ts'
import { numberOf, numbersOf } from '../../../../content/scan.ts'
import { notePaint, type Reader, type Readers, type Reading } from '../drawing.ts'
import type { LineFacts, Paint } from '../facts.ts'
import type { Path } from '../path.ts'

/** Adds the points of a path operator: a curve is measured by its control points. */
const points: Reader = ({ bytes, path, state }, operation) => {
  for (let index = 0; index + 1 < operation.count; index += 2)
    path.move(numberOf(bytes, operation, index), numberOf(bytes, operation, index + 1), state.ctm)
}

const paint =
  (what: { fill?: true; stroke?: true }): Reader =>
  ({ path, state, reading }) => {
    if (path.touches(reading.bleed)) {
      const thickness = path.thickness()
      if (what.fill) notePaint(reading, state.fill)
      if (what.fill) noteCode(path, state.fill, reading)
      if (what.stroke) notePaint(reading, state.stroke)
      if (what.stroke) noteLine(reading, 'trait', state.lineWidth * scaleOf(state.ctm), state.stroke)
      else if (thickness !== null) noteLine(reading, 'aplat', thickness, state.fill)
    } else if (what.stroke) reading.facts.margin.push({ box: path.box(), paint: state.stroke })
    path.clear()
  }

const HALF = 0.5

/** A code for machines, and the flat that it stands on: the last one before it. */
function noteCode(path: Path, paint: Paint, { facts, noted }: Reading): void {
  if (path.thickness() !== null) noted.flat = { box: path.box(), paint }
  const moduleHeight = path.moduleHeight()
  if (moduleHeight !== null) facts.codes.push({ box: path.box(), moduleHeight, paint, ground: noted.flat })
}

function noteLine({ noted, facts }: Reading, kind: LineFacts['kind'], width: number, { ink }: Paint): void {
  const strongest = ink ? Math.max(...ink) : 1
  const pale = strongest > 0 && strongest < HALF
  const key = `${kind} ${width} ${pale}`
  if (noted.lines.has(key)) return
  noted.lines.add(key)
  facts.lines.push({ kind, width, pale })
}

/** Matrix, line width, paths and their painting. @see ISO 32000-1 §8.4.4, §8.5 */
export const paths: Readers = {
  q: ({ state, stack }) => void stack.push({ ...state }),
  Q: drawing => {
    drawing.state = drawing.stack.pop() ?? drawing.state
  },
  cm: (drawing, operation) => {
    drawing.state.ctm = concat(matrixOf(numbersOf(drawing.bytes, operation)), drawing.state.ctm)
  },
  w: ({ bytes, state }, operation) => {
    state.lineWidth = numberOf(bytes, operation, 0)
  },
  m: (drawing, operation) => {
    drawing.path.begin()
    points(drawing, operation)
  },
  'l c v y': points,
  re: (drawing, operation) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(drawing.bytes, operation)
    drawing.path.rectangle(x, y, width, height, drawing.state.ctm)
  },
  'f F f*': paint({ fill: true }),
  'S s': paint({ stroke: true }),
  'B B* b b*': paint({ fill: true, stroke: true }),
  n: ({ path }) => path.clear(),
}
