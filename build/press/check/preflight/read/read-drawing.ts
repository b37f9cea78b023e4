import {
  byOperator,
  concat,
  Dict,
  List,
  type Matrix,
  matrixOf,
  name,
  nameOf,
  numbersOf,
  type Operation,
  Stream,
  scan,
  unpack,
  type Value,
} from '../../../../pdf/index.ts'
import { coverageOf, coverageOfShading, spaceName } from './colours.ts'

export type PictureFacts = {
  width: number
  height: number
  /** Pixels an inch, as printed, in the weaker direction. */
  resolution: number
  stream: Stream
}

/** Colours that the drawings of a page paint with, marks included. */
export type DrawingReading = {
  fonts: Set<Dict>
  spaces: Set<string>
  /** Sums of the inks of all colours in %; null: of a space that does not tell. */
  coverages: Set<number | null>
  pictures: PictureFacts[]
  /** Ways in which inks mix: `transparence`, `surimpression`. */
  mixes: Set<string>
}

type PaintState = { ctm: Matrix; fill: Value | undefined; stroke: Value | undefined }
type PaintSide = 'fill' | 'stroke'

type Drawing = {
  bytes: Uint8Array
  resources: Dict | undefined
  reading: DrawingReading
  /** The matrix at its beginning, to the sheet. */
  base: Matrix
  state: PaintState
  stack: PaintState[]
  /** Forms being read: a form inside itself would never end. */
  open: readonly Dict[]
}

/** Reads the content of a page or form, and all that it shows: colours, fonts, pictures, forms. */
export function readDrawing(
  bytes: Uint8Array,
  owner: Dict,
  { resources, reading, base, open }: Pick<Drawing, 'resources' | 'reading' | 'base' | 'open'>,
): void {
  if (owner.has('Group')) reading.mixes.add('transparence')
  const state = { ctm: base, fill: undefined, stroke: undefined }
  const drawing: Drawing = { bytes, resources, reading, base, state, stack: [], open: [...open, owner] }
  scan(bytes, operation => readers.get(operation.code)?.(drawing, operation))
}

type Reader = (drawing: Drawing, operation: Operation) => void

const note = ({ reading }: Drawing, space: string, values: readonly number[]) => {
  reading.spaces.add(space)
  reading.coverages.add(coverageOf(space, values))
}

const inDevice =
  (space: string): Reader =>
  (drawing, operation) =>
    note(drawing, space, numbersOf(drawing.bytes, operation))

const setSpace =
  (side: PaintSide): Reader =>
  (drawing, operation) => {
    const key = nameOf(drawing.bytes, operation, 0) ?? ''
    drawing.state[side] = resource(drawing, 'ColorSpace', key) ?? name(key)
  }

const setColour =
  (side: PaintSide): Reader =>
  (drawing, operation) => {
    const key = nameOf(drawing.bytes, operation, operation.count - 1)
    if (key === undefined)
      return note(drawing, spaceName(drawing.state[side]), numbersOf(drawing.bytes, operation))
    const pattern = resource(drawing, 'Pattern', key)
    if (pattern instanceof Stream) readForm(drawing, pattern, drawing.base)
    else readShading(drawing, pattern instanceof Dict ? pattern.lookup('Shading') : undefined)
  }

function readShading({ reading }: Drawing, shading: Value | undefined): void {
  const dict = shading instanceof Stream ? shading.dict : shading
  if (!(dict instanceof Dict)) return
  reading.spaces.add(spaceName(dict.lookup('ColorSpace')))
  reading.coverages.add(coverageOfShading(dict))
}

const setGraphicsState: Reader = (drawing, operation) => {
  const state = resource(drawing, 'ExtGState', nameOf(drawing.bytes, operation, 0))
  if (!(state instanceof Dict)) return
  const { mixes } = drawing.reading
  // In mode 1 the press overprints letters of black ink alone (`overprintStates`): their grounds are light.
  if (['OP', 'op'].some(key => state.lookup(key) === true) && state.number('OPM') !== 1)
    mixes.add('surimpression')
  const isOpaque = ['ca', 'CA'].every(key => (state.number(key) ?? 1) === 1)
  const mode = state.name('BM') ?? 'Normal'
  if (!isOpaque || !/^(Normal|Compatible)$/.test(mode) || state.find('SMask', Dict)) mixes.add('transparence')
}

const showObject: Reader = (drawing, operation) => {
  const object = resource(drawing, 'XObject', nameOf(drawing.bytes, operation, 0))
  if (!(object instanceof Stream)) return
  if (object.dict.name('Subtype') === 'Form') readForm(drawing, object, drawing.state.ctm)
  else readPicture(drawing, object)
}

function readForm({ reading, resources, open }: Drawing, form: Stream, outer: Matrix): void {
  const { dict } = form
  if (open.includes(dict)) return
  readDrawing(unpack(form), dict, {
    resources: dict.find('Resources', Dict) ?? resources,
    reading,
    base: concat(matrixOf(dict.find('Matrix', List)?.numbers()), outer),
    open,
  })
}

function readPicture({ reading, state }: Drawing, stream: Stream): void {
  const { dict } = stream
  if (dict.has('SMask')) reading.mixes.add('transparence')
  const [width, height] = [dict.number('Width') ?? 0, dict.number('Height') ?? 0]
  const [a, b, c, d] = state.ctm
  const resolution = Math.min((72 * width) / Math.hypot(a, b), (72 * height) / Math.hypot(c, d))
  if (dict.lookup('ImageMask') !== true) reading.spaces.add(spaceName(dict.lookup('ColorSpace')))
  reading.pictures.push({ width, height, resolution, stream })
}

/** Stands for what the drawing calls by a name. */
const resource = ({ resources }: Drawing, kind: string, key: string | undefined) =>
  key === undefined ? undefined : resources?.find(kind, Dict)?.lookup(key)

/** @see ISO 32000-1 §8.4.4, §8.6.8, §8.7, §8.8 */
const readers = byOperator<Reader>({
  q: ({ state, stack }) => void stack.push({ ...state }),
  Q: drawing => {
    drawing.state = drawing.stack.pop() ?? drawing.state
  },
  cm: ({ bytes, state }, operation) => {
    state.ctm = concat(matrixOf(numbersOf(bytes, operation)), state.ctm)
  },
  Tf: (drawing, operation) => {
    const font = resource(drawing, 'Font', nameOf(drawing.bytes, operation, 0))
    if (font instanceof Dict) drawing.reading.fonts.add(font)
  },
  gs: setGraphicsState,
  Do: showObject,
  sh: (drawing, operation) =>
    readShading(drawing, resource(drawing, 'Shading', nameOf(drawing.bytes, operation, 0))),
  'g G': inDevice('DeviceGray'),
  'rg RG': inDevice('DeviceRGB'),
  'k K': inDevice('DeviceCMYK'),
  cs: setSpace('fill'),
  CS: setSpace('stroke'),
  'sc scn': setColour('fill'),
  'SC SCN': setColour('stroke'),
})
