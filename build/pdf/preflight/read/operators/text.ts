import { Dict } from '../../../file/values.ts'
import { nameOf, numberOf } from '../../../press/content/scan.ts'
import {
  type Drawing,
  notePaint,
  numbers,
  paintKey,
  type Reader,
  type Readers,
  resource,
} from '../drawing.ts'
import { fontFacts } from '../fonts.ts'
import { countMissing } from '../glyphs.ts'
import { identity, matrixOf } from '../matrix.ts'

const STROKED = 1
const INVISIBLE = 3

const setFont: Reader = (drawing, operation) => {
  const { bytes, reading, state } = drawing
  const font = resource(drawing, 'Font', nameOf(bytes, operation, 0))
  state.fontSize = numberOf(bytes, operation, 1)
  state.font = null
  if (!(font instanceof Dict)) return
  state.font = reading.fonts.get(font) ?? fontFacts(font)
  reading.fonts.set(font, state.font)
}

const show: Reader = ({ bytes, reading: { facts, bleed }, state, line }, operation) => {
  const { font, ctm, fontSize, renderMode } = state
  if (!font) {
    facts.unread.push('texte sans police')
    return
  }
  facts.fonts.set(font.name, font)
  const [a, b, c, d, e, f] = ctm
  const [x, y] = [a * line[4] + c * line[5] + e, b * line[4] + d * line[5] + f]
  if (x < bleed[0] || x > bleed[2] || y < bleed[1] || y > bleed[3] || renderMode === INVISIBLE) return
  const size = round(fontSize * Math.hypot(a * line[2] + c * line[3], b * line[2] + d * line[3]))
  const paint = renderMode === STROKED ? state.stroke : state.fill
  const key = `${font.name} ${size} ${paintKey(paint)}`
  let text = facts.texts.get(key)
  if (!text) {
    text = { font, size, paint, missing: 0 }
    facts.texts.set(key, text)
    notePaint(facts, paint)
  }
  if (font.identity)
    for (let index = 0; index < operation.count; index++)
      text.missing += countMissing(
        bytes,
        operation.bounds[2 * index] as number,
        operation.bounds[2 * index + 1] as number,
      )
}

const moveLine = ({ line }: Drawing, x: number, y: number) => {
  line[4] += line[0] * x + line[2] * y
  line[5] += line[1] * x + line[3] * y
}
const nextLine = (drawing: Drawing) => moveLine(drawing, 0, -drawing.state.leading)
const round = (size: number) => Math.round(size * 100) / 100

/** Text: which font, how large, which ink. @see ISO 32000-1 §9.3, §9.4 */
export const text: Readers = {
  BT: drawing => {
    drawing.line = [...identity]
  },
  Tf: setFont,
  TL: ({ bytes, state }, operation) => {
    state.leading = numberOf(bytes, operation, 0)
  },
  Tr: ({ bytes, state }, operation) => {
    state.renderMode = numberOf(bytes, operation, 0)
  },
  Tm: (drawing, operation) => {
    drawing.line = [...matrixOf(numbers(drawing, operation))]
  },
  Td: (drawing, operation) =>
    moveLine(drawing, numberOf(drawing.bytes, operation, 0), numberOf(drawing.bytes, operation, 1)),
  TD: (drawing, operation) => {
    drawing.state.leading = -numberOf(drawing.bytes, operation, 1)
    moveLine(drawing, numberOf(drawing.bytes, operation, 0), numberOf(drawing.bytes, operation, 1))
  },
  'T*': nextLine,
  Tj: show,
  TJ: show,
  "'": (drawing, operation) => {
    nextLine(drawing)
    show(drawing, operation)
  },
  '"': (drawing, operation) => {
    nextLine(drawing)
    show(drawing, operation)
  },
}
