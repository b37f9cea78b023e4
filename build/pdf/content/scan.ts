import {
  beginsNumber,
  DELIMITER,
  endOfComment,
  endOfHex,
  endOfString,
  endOfWord,
  kinds,
  numberIn,
  REGULAR,
  SPACE,
  textOf,
} from '../object/bytes.ts'

/** One operation of a content stream. One object serves for a whole stream: read it during the visit, do not keep it. */
export type Operation = {
  /** The operator, packed by `codeOf`; -1 when it is longer than any that exists. */
  code: number
  /** Beginning of the operation: its first operand, or the operator itself. */
  start: number
  operator: number
  end: number
  /** Number of operands. An array, a dictionary, a string or a name is one. */
  count: number
  /** Begin and end of operand i at 2i and 2i + 1. */
  bounds: number[]
}

/** An operator of up to three letters as a number, so that a stream of a hundred thousand operations makes no strings. */
export function codeOf(operator: string): number {
  let code = 0
  for (let index = 0; index < operator.length; index++) code |= operator.charCodeAt(index) << (8 * index)
  return code
}

const [OPEN_PAREN, OPEN_ANGLE, CLOSE_ANGLE, OPEN_SQUARE, CLOSE_SQUARE, SLASH, PERCENT] = Array.from(
  '(<>[]/%',
  sign => sign.charCodeAt(0),
)

/** Reads a content stream from begin to end, operation by operation. Nothing is copied. @see ISO 32000-1 §7.8.2 */
export function scan(bytes: Uint8Array, visit: (operation: Operation) => void): void {
  const bounds: number[] = []
  const operation: Operation = { code: 0, start: 0, operator: 0, end: 0, count: 0, bounds }
  const { length } = bytes
  let at = 0
  let count = 0
  while (at < length) {
    const start = at
    switch (beginnings[bytes[at] as number]) {
      case BLANK:
        at++
        continue
      case NUMBER:
        at = endOfWord(bytes, at + 1)
        break
      case WORD: {
        let code = bytes[at] as number
        for (let shift = 8; ++at < length && kinds[bytes[at] as number] === REGULAR; shift += 8)
          code |= (bytes[at] as number) << shift
        operation.code = at - start > 3 ? -1 : code
        operation.operator = start
        operation.start = count > 0 ? (bounds[0] as number) : start
        operation.end = at
        operation.count = count
        visit(operation)
        count = 0
        continue
      }
      case COMMENT:
        at = endOfComment(bytes, at)
        continue
      default:
        at = endOfObject(bytes, at)
    }
    bounds[2 * count] = start
    bounds[2 * count + 1] = at
    count++
  }
  if (count > 0) throw new SyntaxError('the content stream ends before its last operator')
}

/** Maps each operator, by its code, to its visitor. Several operators of one are written with a space between them. */
export const byOperator = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<number, T> =>
  new Map(
    Object.entries(entries).flatMap(([operators, visitor]) =>
      operators.split(' ').map(operator => [codeOf(operator), visitor] as const),
    ),
  )

// Kinds of operands, by their first byte.
const [OBJECT, BLANK, NUMBER, WORD, COMMENT] = [0, 1, 2, 3, 4] as const
const beginnings = kinds.map((kind, byte) => {
  if (kind === SPACE) return BLANK
  if (byte === PERCENT) return COMMENT
  if (kind === DELIMITER) return OBJECT
  return beginsNumber(byte) ? NUMBER : WORD
})

/** The number that an operand writes; NaN when it is none. */
export const numberOf = (bytes: Uint8Array, { bounds }: Operation, index: number): number =>
  numberIn(bytes, bounds[2 * index] ?? 0, bounds[2 * index + 1] ?? 0)

export const numbersOf = (bytes: Uint8Array, operation: Operation): number[] =>
  Array.from({ length: operation.count }, (_, index) => numberOf(bytes, operation, index))

/** The name that an operand writes, without its slash; undefined when it is none. */
export function nameOf(bytes: Uint8Array, { bounds }: Operation, index: number): string | undefined {
  const text = textOf(bytes, bounds[2 * index] as number, bounds[2 * index + 1] as number)
  return text.startsWith('/') ? text.slice(1) : undefined
}

function endOfObject(bytes: Uint8Array, start: number): number {
  switch (bytes[start]) {
    case OPEN_PAREN:
      return endOfString(bytes, start)
    case OPEN_SQUARE:
      return endOfGroup(bytes, start, start + 1)
    case OPEN_ANGLE:
      return bytes[start + 1] === OPEN_ANGLE ? endOfGroup(bytes, start, start + 2) : endOfHex(bytes, start)
    case SLASH:
      return endOfWord(bytes, start + 1)
    default:
      if (kinds[bytes[start] as number] === DELIMITER)
        throw new SyntaxError(`a stray ${textOf(bytes, start, start + 1)}`)
      return endOfWord(bytes, start)
  }
}

/** End of the array or dictionary that begins at `start` and whose content begins at `inside`. */
function endOfGroup(bytes: Uint8Array, start: number, inside: number): number {
  const dictionary = inside - start === 2
  let at = inside
  while (at < bytes.length) {
    const byte = bytes[at] as number
    if (kinds[byte] === SPACE) at++
    else if (byte === PERCENT) at = endOfComment(bytes, at)
    else if (dictionary && byte === CLOSE_ANGLE && bytes[at + 1] === CLOSE_ANGLE) return at + 2
    else if (!dictionary && byte === CLOSE_SQUARE) return at + 1
    else at = endOfObject(bytes, at)
  }
  throw new SyntaxError(dictionary ? 'a dictionary without end' : 'an array without end')
}

/** a b c d e f of a transformation. @see ISO 32000-1 §8.3.3 */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export function concat(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [A, B, C, D, E, F] = outer
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export function matrixOf(numbers: readonly number[] | undefined): Matrix {
  if (numbers?.length !== 6) return identity
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers
  return [a, b, c, d, e, f]
}
