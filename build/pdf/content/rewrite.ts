import { editing, textOf } from '../object/bytes.ts'
import { byOperator, matrixOf, nameOf, numberOf, numbersOf, type Operation, scan } from './scan.ts'

export type Painter = {
  /** Operator for a fill (`k`, `g`) and for a stroke (`K`, `G`), and their operands for a screen colour (0 to 1 each). */
  fill: string
  stroke: string
  operands(red: number, green: number, blue: number): string
  /** The operands that letters take in the place of those. */
  letters(operands: string): string
  /** Tells letters that are printed over what lies under them, by their operands and their size in pt. */
  overprints(operands: string, size: number): boolean
}

/** Graphics states that a content names, and its resources must have, where a painter overprints. */
export const overprintStates = {
  Overprint: { Type: 'ExtGState', OP: true, op: true, OPM: 1 },
  Knockout: { Type: 'ExtGState', OP: false, op: false },
} as const

/** An operator or an operand that the press does not know. */
export class UnknownOperatorError extends Error {
  override readonly name = 'UnknownOperatorError'
}

// Lists operators that Chromium writes and that have no colour: they stay. Any other must be looked at before it is printed.
const COLOURLESS =
  'w J j M d i ri gs m l c v y h re S s f F f* B B* b b* n W W* Td TD T* Tc Tw Tz TL Tr Ts Do d1 d0'

/** Brings the colours of a content stream to ink and takes its tags out, but for words that are heard otherwise (ActualText).
 *  @throws UnknownOperatorError, SyntaxError */
export function rewrite(bytes: Uint8Array, painter: Painter): Uint8Array {
  const edited = editing(bytes)
  const replace = ({ start, end }: Operation, by: string) => edited.replace(start, end, by)
  const drop = ({ start, end }: Operation) =>
    edited.replace(start, bytes[end] === NEW_LINE ? end + 1 : end, '')
  const inkOf = inksFrom(bytes, painter)
  /** The fill of shapes: of each state that is kept, and of the present one. */
  const fills: (PaintedInk | null)[] = []
  let fill: PaintedInk | null = null
  let inText = false
  const marks: boolean[] = []
  /** Points for a unit of the content, and of the letters of a text object; their size. */
  let scale = 1
  const scales: number[] = []
  let [lineScale, size, isOver] = [1, 0, false]
  const scaleOf = (operation: Operation) => {
    const [a, b, c, d] = matrixOf(numbersOf(bytes, operation))
    return Math.sqrt(Math.abs(a * d - b * c))
  }

  const paint = (operation: Operation, components: 1 | 3, side: 'fill' | 'stroke') => {
    const ink = inkOf(operation, components, side)
    if (side === 'fill') fill = ink
    replace(operation, inText ? ink.letters : ink.shapes)
  }
  const visitors = byOperator<(operation: Operation) => void>({
    [COLOURLESS]() {},
    RG: operation => paint(operation, 3, 'stroke'),
    rg: operation => paint(operation, 3, 'fill'),
    G: operation => paint(operation, 1, 'stroke'),
    g: operation => paint(operation, 1, 'fill'),
    q() {
      fills.push(fill)
      scales.push(scale)
    },
    Q() {
      fill = fills.pop() ?? null
      scale = scales.pop() ?? 1
    },
    cm(operation) {
      scale *= scaleOf(operation)
    },
    Tf(operation) {
      size = numberOf(bytes, operation, 1)
    },
    Tm(operation) {
      lineScale = scaleOf(operation)
    },
    'Tj TJ'({ start }) {
      const over = fill !== null && painter.overprints(fill.operands, size * lineScale * scale)
      if (over !== isOver) edited.replace(start, start, `/${over ? 'Overprint' : 'Knockout'} gs\n`)
      isOver = over
    },
    BT(operation) {
      inText = true
      lineScale = 1
      if (fill && fill.letters !== fill.shapes) replace(operation, `${fill.letters}\nBT`)
    },
    ET(operation) {
      inText = false
      const after = [
        ...(isOver ? ['/Knockout gs'] : []),
        ...(fill && fill.letters !== fill.shapes ? [fill.shapes] : []),
      ]
      isOver = false
      if (after.length > 0) replace(operation, ['ET', ...after].join('\n'))
    },
    'CS cs'(operation) {
      if (nameOf(bytes, operation, 0) !== 'Pattern') throw unknown(bytes, operation)
    },
    'SCN scn'(operation) {
      if (operation.count !== 1 || nameOf(bytes, operation, 0) === undefined) throw unknown(bytes, operation)
    },
    BMC(operation) {
      marks.push(false)
      drop(operation)
    },
    BDC(operation) {
      const speaks = textOf(bytes, operation.start, operation.operator).includes('/ActualText')
      marks.push(speaks)
      if (!speaks) drop(operation)
    },
    EMC(operation) {
      const speaks = marks.pop()
      if (speaks === undefined) throw new SyntaxError('a mark ends that never began')
      if (!speaks) drop(operation)
    },
  })
  scan(bytes, operation => {
    const visit = visitors.get(operation.code)
    if (!visit) throw unknown(bytes, operation)
    visit(operation)
  })
  if (marks.length > 0) throw new SyntaxError('a mark without end')
  return edited.done()
}

/** `operands`: those of letters. */
type PaintedInk = { operands: string; shapes: string; letters: string }

/** Computes each ink once: a content chooses few colours, often. */
function inksFrom(bytes: Uint8Array, painter: Painter) {
  const inks = new Map<string, PaintedInk>()
  return (operation: Operation, components: 1 | 3, side: 'fill' | 'stroke'): PaintedInk => {
    const source = textOf(bytes, operation.start, operation.end)
    const former = inks.get(source)
    if (former) return former
    const shapes = painter.operands(...read(bytes, operation, components))
    const operands = painter.letters(shapes)
    const operator = painter[side]
    const ink = { operands, shapes: `${shapes} ${operator}`, letters: `${operands} ${operator}` }
    inks.set(source, ink)
    return ink
  }
}

const NEW_LINE = 10

function read(bytes: Uint8Array, operation: Operation, count: 1 | 3): [number, number, number] {
  if (operation.count !== count) throw unknown(bytes, operation)
  const values = Array.from({ length: 3 }, (_, index) =>
    numberOf(bytes, operation, Math.min(index, count - 1)),
  )
  const [red = Number.NaN, green = Number.NaN, blue = Number.NaN] = values
  if (values.some(Number.isNaN)) throw unknown(bytes, operation)
  return [red, green, blue]
}

const unknown = (bytes: Uint8Array, { start, end }: Operation) =>
  new UnknownOperatorError(`opérateur « ${textOf(bytes, start, end)} » inconnu`)
