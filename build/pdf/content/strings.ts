import { endOfHex, endOfString, textOf } from '../object/bytes.ts'
import { Text } from '../object/values.ts'

const [OPEN_PAREN, OPEN_ANGLE] = [40, 60]

/** The code of a string of one glyph, `<0041>`, as nearly all are that Chromium writes; -1 for any other.
 *  Nothing is allocated: a book has a million. */
export function onlyCode(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 6 || bytes[start] !== OPEN_ANGLE) return -1
  let code = 0
  for (let at = start + 1; at < end - 1; at++) {
    const digit = digitOf(bytes[at] as number)
    if (digit < 0) return -1
    code = 16 * code + digit
  }
  return code
}

/** The codes of an operand that shows text: a string, or an array of strings and distances.
 *  @see ISO 32000-1 §9.4.3 */
export function codesOf(bytes: Uint8Array, start: number, end: number, width: 1 | 2): number[] {
  const codes: number[] = []
  for (let at = start; at < end; ) {
    const from = at
    const opening = bytes[at]
    if (opening === OPEN_ANGLE) at = endOfHex(bytes, from)
    else if (opening === OPEN_PAREN) at = endOfString(bytes, from)
    else {
      at++
      continue
    }
    if (opening === OPEN_PAREN || !readHex(bytes, from + 1, at - 1, 2 * width, codes))
      codes.push(...codesIn(bytes, from, at, width))
  }
  return codes
}

/** Adds the codes that digits write, so many each; false, and none, when something else stands between them. */
function readHex(bytes: Uint8Array, start: number, end: number, digits: number, codes: number[]): boolean {
  const before = codes.length
  let code = 0
  for (let at = start; at < end; at++) {
    const digit = digitOf(bytes[at] as number)
    if (digit < 0) {
      codes.length = before
      return false
    }
    code = 16 * code + digit
    if ((at - start + 1) % digits !== 0) continue
    codes.push(code)
    code = 0
  }
  if ((end - start) % digits === 0) return true
  codes.length = before
  return false
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
