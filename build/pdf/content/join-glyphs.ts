import { editing, endOfHex, endOfString, textOf } from '../object/bytes.ts'
import { Text } from '../object/values.ts'
import type { Widths } from './fonts.ts'
import { byOperator, nameOf, numberOf, type Operation, scan } from './scan.ts'

/** Glyphs that are one string, or strings and distances. Lengths are in the unit of the text's matrix. */
type Run = {
  /** Beginning and end of the first glyph in the source, and end of the last. */
  start: number
  first: number
  end: number
  /** Text written so far, but for the last string; the digits of that string. */
  before: string
  digits: string
  /** Place of the pen, and of the source's beginning of the line, counted from the first glyph. */
  pen: number
  line: number
}

type Move = { start: number; end: number; by: number; up: number }

/** Least distance between strings, in thousandths of the size, and that of text of more than LARGE units: less moves no glyph visibly. */
const [LEAST, LEAST_LARGE, LARGE] = [0.5, 0.1, 50]

/** Shows the glyphs of a line together; Chromium shows them one by one. Each keeps its place, to half a thousandth of its
 *  size. @param widthsOf null: the codes are not of two bytes, or the widths unknown @see ISO 32000-1 §9.4.3 */
export function joinGlyphs(bytes: Uint8Array, widthsOf: (name: string) => Widths | null): Uint8Array {
  const { replace, done } = editing(bytes)
  let plain = true
  let widths: Widths | null = null
  let size = Number.NaN
  let run: Run | null = null
  /** A move after the last glyph of the run. */
  let move: Move | null = null
  /** Distance by which the line begins behind the place where the source has it begin. */
  let behind = 0
  /** Distance of the source's pen from the beginning of its line. */
  let ahead = 0

  const close = () => {
    if (run && run.end > run.first) {
      const { start, end, before, digits } = run
      replace(start, end, before === '' ? `<${digits}> Tj` : `[${before}<${digits}>] TJ`)
    }
    run = null
    if (move) leave(move)
    move = null
  }
  /** A move that is written: what follows has its place from it. */
  const leave = ({ start, end, by, up }: Move) => {
    if (behind !== 0) replace(start, end, `${round(by + behind)} ${round(up)} Td`)
    behind = 0
    ahead = 0
  }
  const show = ({ bounds, start, end }: Operation) => {
    const [from, to] = [bounds[0] as number, bounds[1] as number]
    const code = widths ? onlyCode(bytes, from, to) : -1
    if (!widths || code < 0) {
      close()
      ahead = Number.NaN
      return
    }
    const width = (widths(code) / 1000) * size
    if (!run) run = { start, first: end, end, before: '', digits: '', pen: 0, line: -ahead }
    if (move) {
      run.line += move.by
      behind += move.by
      ahead = 0
      move = null
      const distance = ((run.pen - run.line) / size) * 1000
      if (Math.abs(distance) >= (size > LARGE ? LEAST_LARGE : LEAST)) {
        const written = Math.round(distance * 10) / 10
        run.before += `<${run.digits}>${written}`
        run.digits = ''
        run.pen -= (written / 1000) * size
      }
    }
    run.digits += textOf(bytes, from + 1, to - 1)
    run.pen += width
    run.end = end
    ahead += width
  }

  const visitors = byOperator<(operation: Operation) => void>({
    Tj: show,
    Td(operation) {
      const { start, end } = operation
      const [by, up] = [numberOf(bytes, operation, 0), numberOf(bytes, operation, 1)]
      if (run && !move && up === 0 && Number.isFinite(run.line)) move = { start, end, by, up }
      else {
        close()
        leave({ start, end, by, up })
      }
    },
    Tf(operation) {
      close()
      widths = widthsOf(nameOf(bytes, operation, 0) ?? '')
      size = numberOf(bytes, operation, 1)
    },
    'Tm BT'() {
      close()
      behind = 0
      ahead = 0
    },
    'TD T* Tc Tw Tz \' " TJ'() {
      plain = false
    },
  })
  scan(bytes, operation => (visitors.get(operation.code) ?? close)(operation))
  return plain ? done() : bytes
}

const round = (length: number) => Math.round(length * 1e5) / 1e5

const [OPEN_PAREN, OPEN_ANGLE] = [40, 60]

/** The code of a string of one glyph, `<0041>`; -1 for any other. Allocates nothing: a book has a million. */
function onlyCode(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 6 || bytes[start] !== OPEN_ANGLE) return -1
  let code = 0
  for (let at = start + 1; at < end - 1; at++) {
    const digit = digitOf(bytes[at] as number)
    if (digit < 0) return -1
    code = 16 * code + digit
  }
  return code
}

/** The codes of an operand that shows text: a string, or an array of strings and distances. @see ISO 32000-1 §9.4.3 */
export function codesOf(bytes: Uint8Array, start: number, end: number, width: 1 | 2): number[] {
  const codes: number[] = []
  for (let at = start; at < end; ) {
    const from = at
    if (bytes[at] === OPEN_ANGLE) {
      at = endOfHex(bytes, from)
      readHex(bytes, from + 1, at - 1, 2 * width, codes)
    } else if (bytes[at] === OPEN_PAREN) {
      at = endOfString(bytes, from)
      codes.push(...codesIn(bytes, from, at, width))
    } else at++
  }
  return codes
}

/** Adds the codes that digits write, so many each. Chromium puts nothing between them. */
function readHex(bytes: Uint8Array, start: number, end: number, digits: number, codes: number[]): void {
  let code = 0
  for (let at = start; at < end; at++) {
    code = 16 * code + digitOf(bytes[at] as number)
    if ((at - start + 1) % digits !== 0) continue
    codes.push(code)
    code = 0
  }
}

function codesIn(bytes: Uint8Array, start: number, end: number, width: 1 | 2): number[] {
  const letters = new Text(textOf(bytes, start, end)).bytes()
  const codes: number[] = []
  for (let at = 0; at + width <= letters.length; at += width)
    codes.push(
      width === 1 ? letters.charCodeAt(at) : 256 * letters.charCodeAt(at) + letters.charCodeAt(at + 1),
    )
  return codes
}

function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
