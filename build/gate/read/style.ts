import {
  byOperator,
  concat,
  Dict,
  List,
  type Matrix,
  matrixOf,
  nameOf,
  numbersOf,
  type Operation,
  type Page,
  Stream,
  scan,
  unpack,
} from '../../pdf/index.ts'

/** What a page is drawn with, each once, in French: `couleur #1b7f5c`, `corps 9,5 pt`, `filet de 0,26 mm`. A picture of a page does not show
 *  a shade, a tenth of a millimetre or half a point; these do. */
export function styleOf(page: Page): string[] {
  const facts = new Set<string>()
  read({
    bytes: page.content(),
    resources: page.resources,
    facts,
    state: { ctm: [1, 0, 0, 1, 0, 0], line: 1 },
  })
  return [...facts].sort()
}

type State = { ctm: Matrix; line: number }
type Drawing = {
  bytes: Uint8Array
  resources: Dict | undefined
  facts: Set<string>
  state: State
  stack: State[]
  /** Size of the font, and the matrix of the text. */
  size: number
  /** Least sides of the rectangles of the path. */
  sides: number[]
}

function read(start: Pick<Drawing, 'bytes' | 'resources' | 'facts' | 'state'>): void {
  const drawing: Drawing = { ...start, stack: [], size: 0, sides: [] }
  scan(start.bytes, operation =>
    readers.get(operation.code)?.(drawing, numbersOf(start.bytes, operation), operation),
  )
}

type Reader = (drawing: Drawing, numbers: number[], operation: Operation) => void

/** Rectangles up to here are rules, in mm. */
const RULE = 1

const french = (value: number, digits: number) =>
  value.toLocaleString('fr-FR', { maximumFractionDigits: digits })

/** The length of the page, in pt, of a length of the drawing. */
const scaled = ({ state: { ctm } }: Drawing, length: number) =>
  Math.abs(length) * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]))

function noteRule({ facts }: Drawing, pt: number): void {
  const mm = (pt * 25.4) / 72
  if (mm > 0.01 && mm <= RULE) facts.add(`filet de ${french(mm, 2)} mm`)
}

const paint: (isFilled: boolean, isStroked: boolean) => Reader = (isFilled, isStroked) => drawing => {
  if (isFilled) for (const side of drawing.sides) noteRule(drawing, side)
  if (isStroked) noteRule(drawing, scaled(drawing, drawing.state.line))
  drawing.sides = []
}

const noteColour: Reader = ({ facts }, numbers) => {
  const [r = 0, g = r, b = r] = numbers
  const hex = [r, g, b].map(part =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0'),
  )
  facts.add(`couleur #${hex.join('')}`)
}

/** @see ISO 32000-1 §8.4.4, §8.5.3, §8.6.8, §9.3, §9.4.2 */
const readers = byOperator<Reader>({
  q: ({ state, stack }) => void stack.push({ ...state }),
  Q: drawing => {
    drawing.state = drawing.stack.pop() ?? drawing.state
  },
  cm: ({ state }, numbers) => {
    state.ctm = concat(matrixOf(numbers), state.ctm)
  },
  w: ({ state }, [width = 1]) => {
    state.line = width
  },
  re: (drawing, [, , width = 0, height = 0]) =>
    void drawing.sides.push(scaled(drawing, Math.min(Math.abs(width), Math.abs(height)))),
  'f F f*': paint(true, false),
  'S s': paint(false, true),
  'B B* b b*': paint(true, true),
  n: paint(false, false),
  'rg RG g G': noteColour,
  Tf: (drawing, numbers) => {
    drawing.size = numbers[1] ?? 0
  },
  Tm: (drawing, [, , c = 0, d = 1]) => {
    const pt = scaled(drawing, drawing.size * Math.hypot(c, d))
    drawing.facts.add(`corps ${french(pt, 1)} pt`)
  },
  Do: ({ bytes, resources, facts, state }, _, operation) => {
    const form = resources?.find('XObject', Dict)?.find(nameOf(bytes, operation, 0) ?? '', Stream)
    if (form?.dict.name('Subtype') !== 'Form') return
    const ctm = concat(matrixOf(form.dict.find('Matrix', List)?.numbers()), state.ctm)
    const own = form.dict.find('Resources', Dict) ?? resources
    read({ bytes: unpack(form), resources: own, facts, state: { ctm, line: state.line } })
  },
})
