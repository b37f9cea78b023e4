import { identity, matrixOf } from '../../../../content/matrix.ts'
import { nameOf, numberOf, numbersOf, type Operation } from '../../../../content/scan.ts'
import { codesOf } from '../../../../content/strings.ts'
import { Dict } from '../../../../object/values.ts'
import { type Drawing, notePaint, paintKey, type Reader, type Readers, resource } from '../drawing.ts'
import type { FontFacts, TextFacts } from '../facts.ts'

const STROKED = 1
const INVISIBLE = 3

const setFont: Reader = (drawing, operation) => {
  const { bytes, reading, state } = drawing
  const font = resource(drawing, 'Font', nameOf(bytes, operation, 0))
  state.fontSize = numberOf(bytes, operation, 1)
  state.font = null
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
  if (font.identity) noteGlyphs(text, bytes, operation)
}

/** What is known of the text of this font, size and colour. */
function textShown({ state, line, reading }: Drawing, font: FontFacts): TextFacts {
  const { noted } = reading
  const paint = state.renderMode === STROKED ? state.stroke : state.fill
  noted.fonts.set(font.name, font)
  const [a, b, c, d] = state.ctm
  const size = round(state.fontSize * Math.hypot(a * line[2] + c * line[3], b * line[2] + d * line[3]))
  const key = `${font.name} ${size} ${paintKey(paint)}`
  const former = noted.texts.get(key)
  if (former) return former
  const text = { font, size, paint, missing: 0, codes: new Set<number>() }
  noted.texts.set(key, text)
  notePaint(reading, paint)
  return text
}

/** Notes the glyphs that an operation shows, whose codes have two bytes. */
function noteGlyphs(text: TextFacts, bytes: Uint8Array, { bounds, count }: Operation): void {
  for (let index = 0; index < count; index++)
    for (const code of codesOf(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0, 2)) {
      text.codes.add(code)
      if (code === 0) text.missing++
    }
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
    drawing.line = [...matrixOf(numbersOf(drawing.bytes, operation))]
  },
  Td: (drawing, operation) =>
    moveLine(drawing, numberOf(drawing.bytes, operation, 0), numberOf(drawing.bytes, operation, 1)),
  TD: (drawing, operation) => {
    drawing.state.leading = -numberOf(drawing.bytes, operation, 1)
    moveLine(drawing, numberOf(drawing.bytes, operation, 0), numberOf(drawing.bytes, operation, 1))
  },
  'T*': nextLine,
  'Tj TJ': show,
  '\' "': (drawing, operation) => {
    nextLine(drawing)
    show(drawing, operation)
  },
}
