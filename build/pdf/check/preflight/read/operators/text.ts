import { identity, matrixOf } from '../../../../content/matrix.ts'
import { nameOf, numberOf } from '../../../../content/scan.ts'
import { Dict } from '../../../../object/values.ts'
import {
  type Drawing,
  notePaint,
  numbers,
  paintKey,
  type Reader,
  type Readers,
  resource,
} from '../drawing.ts'
import type { FontFacts, TextFacts } from '../facts.ts'
import { noteGlyphs } from '../glyphs.ts'

const STROKED = 1
const INVISIBLE = 3

const setFont: Reader = (drawing, operation) => {
  const { bytes, reading, state } = drawing
  const font = resource(drawing, 'Font', nameOf(bytes, operation, 0))
  state.fontSize = numberOf(bytes, operation, 1)
  state.font = null
  drawing.shown = null
  if (font instanceof Dict) state.font = reading.fontOf(font)
}

const show: Reader = (drawing, operation) => {
  const { bytes, reading, state, line } = drawing
  const { facts, noted, bleed } = reading
  const { font, ctm } = state
  if (!font) {
    facts.unread.push('texte sans police')
    return
  }
  const x = ctm[0] * line[4] + ctm[2] * line[5] + ctm[4]
  const y = ctm[1] * line[4] + ctm[3] * line[5] + ctm[5]
  const outside = x < bleed[0] || x > bleed[2] || y < bleed[1] || y > bleed[3]
  if (outside || state.renderMode === INVISIBLE) {
    noted.fonts.set(font.name, font)
    return
  }
  const text = textShown(drawing, font)
  if (font.identity) text.missing += noteGlyphs(bytes, operation, text.codes)
}

/** What is known of the text of this font, size and colour. */
function textShown(drawing: Drawing, font: FontFacts): TextFacts {
  const { state, line, reading, shown } = drawing
  const { noted } = reading
  const paint = state.renderMode === STROKED ? state.stroke : state.fill
  // The size of a text changes with its font, its line or its state alone: each is another object then.
  if (shown?.line === line && shown.state === state && shown.font === font && shown.paint === paint)
    return shown.text
  noted.fonts.set(font.name, font)
  const [a, b, c, d] = state.ctm
  const size = round(state.fontSize * Math.hypot(a * line[2] + c * line[3], b * line[2] + d * line[3]))
  const key = `${font.name} ${size} ${paintKey(paint)}`
  let text = noted.texts.get(key)
  if (!text) {
    text = { font, size, paint, missing: 0, codes: new Set() }
    noted.texts.set(key, text)
    notePaint(reading, paint)
  }
  drawing.shown = { text, line, state, font, paint }
  return text
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
