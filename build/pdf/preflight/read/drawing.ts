import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import { codeOf, nameOf, numberOf, type Operation, scan, textOf } from '../../press/content/scan.ts'
import { unpack } from '../../press/stream.ts'
import { numbersOf, paintOf, paintOfShading, spaceName } from './colours.ts'
import type { Box, FontFacts, PageFacts, Paint } from './facts.ts'
import { fontFacts } from './fonts.ts'
import { countMissing } from './glyphs.ts'
import { readGraphicsState } from './graphics-state.ts'
import { concat, identity, type Matrix, matrixOf, scaleOf } from './matrix.ts'
import { createPath, type Path } from './path.ts'
import { darkestPixel } from './pictures.ts'
import { initialState, type State } from './state.ts'

/** What the reading of a page shares between its drawings. */
export type Reading = {
  facts: PageFacts
  /** Only what touches this box is measured. */
  bleed: Box
  /** Fonts of the file read so far. */
  fonts: Map<PDFObject, FontFacts>
  /** Drawings open at the moment: one that shows itself would never end. */
  open: Set<PDFObject>
}

/** One content stream being read. */
type Drawing = {
  bytes: Uint8Array
  resources: PDFDict | undefined
  base: Matrix
  reading: Reading
  state: State
  stack: State[]
  path: Path
  /** Text line matrix, kept as text matrix too: advances within a line are not followed. */
  line: [number, number, number, number, number, number]
  /** Spaces set by CS and cs. */
  spaces: { fill: PDFObject | undefined; stroke: PDFObject | undefined }
}

/** Measures a content stream and all that it shows.
 *  @param base the matrix at its beginning, to the sheet
 *  @param state the graphics state that a form takes over */
export function readDrawing(
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  base: Matrix,
  reading: Reading,
  state: State = initialState(base),
): void {
  const drawing: Drawing = {
    bytes,
    resources,
    base,
    reading,
    state: { ...state, ctm: base },
    stack: [],
    path: createPath(),
    line: [...identity],
    spaces: { fill: undefined, stroke: undefined },
  }
  try {
    scan(bytes, operation => {
      const read = operators.get(operation.code)
      if (read) read(drawing, operation)
      else reading.facts.unread.push(`opérateur « ${textOf(bytes, operation.operator, operation.end)} »`)
    })
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    reading.facts.unread.push(error.message)
  }
}

type Reader = (drawing: Drawing, operation: Operation) => void

const name = (text: string) => PDFName.of(text)
const number = ({ bytes }: Drawing, operation: Operation, index: number) => numberOf(bytes, operation, index)
const numbers = (drawing: Drawing, operation: Operation) =>
  Array.from({ length: operation.count }, (_, index) => number(drawing, operation, index))
const nothing: Reader = () => {}

const save: Reader = drawing => void drawing.stack.push({ ...drawing.state })
const restore: Reader = drawing => {
  drawing.state = drawing.stack.pop() ?? drawing.state
}
const transform: Reader = (drawing, operation) => {
  drawing.state.ctm = concat(matrixOf(numbers(drawing, operation)), drawing.state.ctm)
}

/** Adds the points of a path operator: a curve is measured by its control points. */
const points: Reader = (drawing, operation) => {
  for (let index = 0; index + 1 < operation.count; index += 2)
    drawing.path.move(number(drawing, operation, index), number(drawing, operation, index + 1), drawing.state.ctm)
}
const rectangle: Reader = (drawing, operation) => {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(drawing, operation)
  drawing.path.rectangle(x, y, width, height, drawing.state.ctm)
}

const paintPath =
  (what: { fill?: true; stroke?: true }): Reader =>
  drawing => {
    const { path, state, reading } = drawing
    if (path.touches(reading.bleed)) {
      const thickness = what.fill ? path.thickness() : null
      if (what.fill) notePaint(reading.facts, state.fill)
      if (what.stroke) notePaint(reading.facts, state.stroke)
      if (thickness !== null && !what.stroke) reading.facts.lines.push({ kind: 'aplat', width: thickness })
      if (what.stroke) reading.facts.lines.push({ kind: 'trait', width: state.lineWidth * scaleOf(state.ctm) })
    }
    path.clear()
  }

const deviceColour =
  (space: string, side: 'fill' | 'stroke'): Reader =>
  (drawing, operation) => {
    drawing.reading.facts.spaces.add(space)
    drawing.state[side] = paintOf(space, numbers(drawing, operation))
  }

const setSpace =
  (side: 'fill' | 'stroke'): Reader =>
  (drawing, operation) => {
    const named = nameOf(drawing.bytes, operation, 0) ?? ''
    const space = resource(drawing, 'ColorSpace', named) ?? name(named)
    drawing.spaces[side] = space
    const called = spaceName(space)
    if (called !== 'Pattern') drawing.reading.facts.spaces.add(called)
    drawing.state[side] = paintOf(called, called === 'DeviceCMYK' ? [0, 0, 0, 1] : [])
  }

const setColour =
  (side: 'fill' | 'stroke'): Reader =>
  (drawing, operation) => {
    const pattern = nameOf(drawing.bytes, operation, operation.count - 1)
    drawing.state[side] =
      pattern === undefined
        ? paintOf(spaceName(drawing.spaces[side]), numbers(drawing, operation))
        : readPattern(drawing, pattern)
  }

const setFont: Reader = (drawing, operation) => {
  const { reading, state } = drawing
  const font = resource(drawing, 'Font', nameOf(drawing.bytes, operation, 0) ?? '')
  state.fontSize = number(drawing, operation, 1)
  state.font = null
  if (!(font instanceof PDFDict)) return
  const known = reading.fonts.get(font) ?? fontFacts(font)
  reading.fonts.set(font, known)
  state.font = known
}

const beginText: Reader = drawing => {
  drawing.line = [...identity]
}
const setLine: Reader = (drawing, operation) => {
  drawing.line = [...matrixOf(numbers(drawing, operation))]
}
const moveLine = (drawing: Drawing, x: number, y: number) => {
  const { line } = drawing
  line[4] += line[0] * x + line[2] * y
  line[5] += line[1] * x + line[3] * y
}
const showText: Reader = (drawing, operation) => {
  const { reading, state, line, bytes } = drawing
  const { facts, bleed } = reading
  if (!state.font) return void facts.unread.push('texte sans police')
  facts.fonts.set(state.font.name, state.font)
  const [a, b, c, d, e, f] = state.ctm
  const [x, y] = [a * line[4] + c * line[5] + e, b * line[4] + d * line[5] + f]
  if (x < bleed[0] || x > bleed[2] || y < bleed[1] || y > bleed[3] || state.renderMode === 3) return
  const size = round(state.fontSize * Math.hypot(a * line[2] + c * line[3], b * line[2] + d * line[3]))
  const paint = state.renderMode === 1 ? state.stroke : state.fill
  const key = `${state.font.name} ${size} ${paintKey(paint)}`
  const known = facts.texts.get(key)
  const text = known ?? { font: state.font, size, paint, missing: 0 }
  if (!known) {
    facts.texts.set(key, text)
    notePaint(facts, paint)
  }
  if (state.font.identity)
    for (let index = 0; index < operation.count; index++)
      text.missing += missingIn(bytes, operation.bounds[2 * index] as number, operation.bounds[2 * index + 1] as number)
}

/** Glyphs without drawing in an operand: a string, or the array of TJ. */
function missingIn(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] !== OPEN_SQUARE) return bytes[start] === OPEN_ANGLE || bytes[start] === OPEN_PAREN ? countMissing(bytes, start, end) : 0
  let missing = 0
  // The strings of the array, as the operands of an operation that does not exist.
  const inner = new Uint8Array([...bytes.subarray(start + 1, end - 1), 32, 88])
  scan(inner, operation => {
    for (let index = 0; index < operation.count; index++)
      missing += missingIn(inner, operation.bounds[2 * index] as number, operation.bounds[2 * index + 1] as number)
  })
  return missing
}
const [OPEN_SQUARE, OPEN_ANGLE, OPEN_PAREN] = [91, 60, 40]

const setState: Reader = (drawing, operation) => {
  const { reading } = drawing
  const state = resource(drawing, 'ExtGState', nameOf(drawing.bytes, operation, 0) ?? '')
  if (!(state instanceof PDFDict)) return
  const mask = readGraphicsState(state, reading.facts)
  const form = mask && state.context.lookup(mask)
  const width = state.lookup(name('LW'))
  if (width instanceof PDFNumber) drawing.state.lineWidth = width.asNumber()
  if (form instanceof PDFStream) readForm(form, identity, reading)
}

const showObject: Reader = (drawing, operation) => {
  const { reading, state } = drawing
  const object = resource(drawing, 'XObject', nameOf(drawing.bytes, operation, 0) ?? '')
  if (!(object instanceof PDFStream)) return void reading.facts.unread.push('image absente')
  const subtype = object.dict.lookup(name('Subtype'))
  if (subtype === name('Form')) readForm(object, state.ctm, reading, state)
  else if (subtype === name('Image')) readPicture(object, state, reading)
  else reading.facts.forbidden.add(`objet ${subtype}`)
}

const showShading: Reader = (drawing, operation) => {
  const { facts } = drawing.reading
  const shading = resource(drawing, 'Shading', nameOf(drawing.bytes, operation, 0) ?? '')
  const dict = shading instanceof PDFStream ? shading.dict : shading
  if (dict instanceof PDFDict) notePaint(facts, noteSpace(facts, paintOfShading(dict)))
}

const operators = new Map<number, Reader>(
  Object.entries({
    q: save,
    Q: restore,
    cm: transform,
    w: (drawing, operation) => {
      drawing.state.lineWidth = number(drawing, operation, 0)
    },
    gs: setState,
    m: points,
    l: points,
    c: points,
    v: points,
    y: points,
    re: rectangle,
    f: paintPath({ fill: true }),
    F: paintPath({ fill: true }),
    'f*': paintPath({ fill: true }),
    S: paintPath({ stroke: true }),
    s: paintPath({ stroke: true }),
    B: paintPath({ fill: true, stroke: true }),
    'B*': paintPath({ fill: true, stroke: true }),
    b: paintPath({ fill: true, stroke: true }),
    'b*': paintPath({ fill: true, stroke: true }),
    n: drawing => drawing.path.clear(),
    g: deviceColour('DeviceGray', 'fill'),
    G: deviceColour('DeviceGray', 'stroke'),
    rg: deviceColour('DeviceRGB', 'fill'),
    RG: deviceColour('DeviceRGB', 'stroke'),
    k: deviceColour('DeviceCMYK', 'fill'),
    K: deviceColour('DeviceCMYK', 'stroke'),
    cs: setSpace('fill'),
    CS: setSpace('stroke'),
    sc: setColour('fill'),
    SC: setColour('stroke'),
    scn: setColour('fill'),
    SCN: setColour('stroke'),
    BT: beginText,
    Tf: setFont,
    Tm: setLine,
    Td: (drawing, operation) => moveLine(drawing, number(drawing, operation, 0), number(drawing, operation, 1)),
    TD: (drawing, operation) => {
      drawing.state.leading = -number(drawing, operation, 1)
      moveLine(drawing, number(drawing, operation, 0), number(drawing, operation, 1))
    },
    'T*': drawing => moveLine(drawing, 0, -drawing.state.leading),
    TL: (drawing, operation) => {
      drawing.state.leading = number(drawing, operation, 0)
    },
    Tr: (drawing, operation) => {
      drawing.state.renderMode = number(drawing, operation, 0)
    },
    Tj: showText,
    TJ: showText,
    "'": (drawing, operation) => {
      moveLine(drawing, 0, -drawing.state.leading)
      showText(drawing, operation)
    },
    Do: showObject,
    sh: showShading,
    ...Object.fromEntries(
      'J j M d i ri h W W* ET Tc Tw Tz Ts BMC BDC EMC MP DP BX EX d0 d1'.split(' ').map(operator => [operator, nothing]),
    ),
  } satisfies Record<string, Reader>).map(([operator, read]) => [codeOf(operator), read]),
)

function resource({ resources }: Drawing, kind: string, entry: string): PDFObject | undefined {
  const entries = resources?.lookup(name(kind))
  return entries instanceof PDFDict ? entries.lookup(name(entry)) : undefined
}

function readForm(form: PDFStream, outer: Matrix, reading: Reading, state?: State): void {
  const { facts, open } = reading
  if (open.has(form)) return void facts.unread.push('dessin qui se contient lui-même')
  const group = form.dict.lookup(name('Group'))
  if (group instanceof PDFDict) {
    facts.transparency.add('groupe de transparence')
    const space = group.lookup(name('CS'))
    if (space) facts.spaces.add(spaceName(space))
  }
  const matrix = form.dict.lookup(name('Matrix'))
  open.add(form)
  const base = concat(matrixOf(matrix instanceof PDFArray ? numbersOf(matrix) : undefined), outer)
  const content = contentOf(form, facts)
  if (content) readDrawing(content, form.dict.lookupMaybe(name('Resources'), PDFDict), base, reading, state)
  open.delete(form)
}

function contentOf(stream: PDFStream, facts: PageFacts): Uint8Array | null {
  try {
    return unpack(stream)
  } catch (error) {
    facts.unread.push(error instanceof Error ? error.message : String(error))
    return null
  }
}

function readPattern(drawing: Drawing, entry: string): Paint {
  const { base, reading } = drawing
  const pattern = resource(drawing, 'Pattern', entry)
  if (pattern instanceof PDFStream) {
    // A tile lies on the drawing that it belongs to, whatever was moved since.
    readForm(pattern, base, reading)
    return { space: 'Pattern', ink: null, coverage: 0 }
  }
  const shading = pattern instanceof PDFDict ? pattern.lookup(name('Shading')) : undefined
  const dict = shading instanceof PDFStream ? shading.dict : shading
  return dict instanceof PDFDict
    ? noteSpace(reading.facts, paintOfShading(dict))
    : { space: 'Pattern', ink: null, coverage: null }
}

function readPicture(picture: PDFStream, { ctm, fill }: State, reading: Reading): void {
  const { facts, bleed } = reading
  const { dict } = picture
  const frame = createPath()
  frame.rectangle(0, 0, 1, 1, ctm)
  if (!frame.touches(bleed)) return
  const [width, height] = ['Width', 'Height'].map(key => {
    const length = dict.lookup(name(key))
    return length instanceof PDFNumber ? length.asNumber() : 0
  }) as [number, number]
  const stencil = dict.lookup(name('ImageMask'))?.toString() === 'true'
  const space = stencil ? fill.space : spaceName(dict.lookup(name('ColorSpace')))
  facts.spaces.add(space)
  if (stencil) notePaint(facts, fill)
  if (dict.has(name('SMask'))) facts.transparency.add('image détourée')
  for (const key of ['OPI', 'Alternates', 'F']) if (dict.has(name(key))) facts.forbidden.add(`image /${key}`)
  const [a, b, c, d] = ctm
  facts.pictures.push({
    width,
    height,
    resolution: Math.min((72 * width) / Math.hypot(a, b), (72 * height) / Math.hypot(c, d)),
    space,
    coverage: () => (stencil ? fill.coverage : darkestPixel(picture)),
  })
}

function noteSpace(facts: PageFacts, paint: Paint): Paint {
  facts.spaces.add(paint.space)
  return paint
}

function notePaint(facts: PageFacts, paint: Paint): void {
  facts.paints.set(paintKey(paint), paint)
}

const paintKey = ({ space, ink, coverage }: Paint) => `${space} ${ink ?? coverage}`
const round = (size: number) => Math.round(size * 100) / 100
