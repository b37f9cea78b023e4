import { kinds, REGULAR } from './bytes.ts'
import type { Pile } from './pile.ts'
import { type Ref, refTo } from './values.ts'

/** An object that nobody has read, as `writeFile` wrote it into a stream of objects. */
export type Unread = {
  bytes: Uint8Array
  start: number
  end: number
  /** What is added to the numbers of its refs. */
  base: number
}

/** A ref is at most so many times as long under another number: `1 0 R`, `12345678 0 R`. */
const GROWTH = 3

/** Copies an object with its refs under other numbers. It makes no values: of a hundred thousand objects of a book, those that
 *  nobody changes are the most.
 *  @param numberOf the number under which an object is written */
export function renumber(
  { bytes, start, end, base }: Unread,
  numberOf: (ref: Ref) => number,
  pile: Pile,
): void {
  const to = pile.room(GROWTH * (end - start))
  let put = pile.length
  let at = start
  while (at < end) {
    const byte = bytes[at] as number
    if (byte >= 48 && byte <= 57) {
      let next = at
      let number = 0
      for (let digit = byte; digit >= 48 && digit <= 57; digit = bytes[++next] as number)
        number = 10 * number + digit - 48
      if (isRef(bytes, next)) {
        put = writeDigits(numberOf(refTo(base + number)), to, put)
        at = next
        // What follows the number: ` 0 R`.
        next += 4
      }
      while (at < next) to[put++] = bytes[at++] as number
      continue
    }
    const stop = endOfToken(bytes, at)
    while (at < stop) to[put++] = bytes[at++] as number
  }
  pile.length = put
}

/** Do a space, 0, a space and R stand here? `writeFile` writes no other generation. */
function isRef(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 32 && bytes[at + 1] === 48 && bytes[at + 2] === 32 && bytes[at + 3] === 82
}

/** Where a name, a string, a word or a bracket ends in which no ref can begin. */
function endOfToken(bytes: Uint8Array, start: number): number {
  const byte = bytes[start] as number
  if (byte === OPEN_PAREN) return endOfString(bytes, start)
  if (byte === OPEN_ANGLE && bytes[start + 1] !== OPEN_ANGLE) return endOfHex(bytes, start)
  let at = start + 1
  if (byte === SLASH || kinds[byte] === REGULAR) while (kinds[bytes[at] as number] === REGULAR) at++
  else if (byte === OPEN_ANGLE) at++
  return at
}

function endOfHex(bytes: Uint8Array, start: number): number {
  for (let at = start; at < bytes.length; at++) if (bytes[at] === CLOSE_ANGLE) return at + 1
  throw new SyntaxError(`a string without end at byte ${start}`)
}

function endOfString(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; ; at++) {
    const byte = bytes[at]
    if (byte === undefined) throw new SyntaxError(`a string without end at byte ${start}`)
    if (byte === BACKSLASH) at++
    else if (byte === OPEN_PAREN) depth++
    else if (byte === CLOSE_PAREN && --depth === 0) return at + 1
  }
}

const [OPEN_PAREN, CLOSE_PAREN, SLASH, OPEN_ANGLE, CLOSE_ANGLE, BACKSLASH] = [40, 41, 47, 60, 62, 92] as const

/** @returns the place behind them */
function writeDigits(number: number, to: Uint8Array, at: number): number {
  let end = at + 1
  for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) end++
  let rest = number
  for (let place = end - 1; place >= at; place--) {
    to[place] = 48 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return end
}
