import { scan } from './scan.ts'

const [OPEN_ANGLE, BACKSLASH] = [60, 92]

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
export function codesOf(
  bytes: Uint8Array,
  start: number,
  end: number,
  width: 1 | 2,
  array: boolean,
): number[] {
  if (!array) return pairs(bytesOf(bytes, start, end), width)
  const codes: number[] = []
  // The entries of the array are read as operands of an operator of our own.
  const entries = new Uint8Array([...bytes.subarray(start + 1, end - 1), 32, 88])
  scan(entries, ({ bounds, count }) => {
    for (let index = 0; index < count; index++) {
      const [from, to] = [bounds[2 * index] as number, bounds[2 * index + 1] as number]
      if (entries[from] === OPEN_ANGLE || entries[from] === 40)
        codes.push(...pairs(bytesOf(entries, from, to), width))
    }
  })
  return codes
}

function pairs(bytes: number[], width: 1 | 2): number[] {
  if (width === 1) return bytes
  const codes: number[] = []
  for (let at = 0; at + 1 < bytes.length; at += 2)
    codes.push(256 * (bytes[at] as number) + (bytes[at + 1] as number))
  return codes
}

function bytesOf(bytes: Uint8Array, start: number, end: number): number[] {
  return bytes[start] === OPEN_ANGLE ? hex(bytes, start + 1, end - 1) : literal(bytes, start + 1, end - 1)
}

function hex(bytes: Uint8Array, start: number, end: number): number[] {
  const read: number[] = []
  let high = -1
  for (let at = start; at < end; at++) {
    const digit = digitOf(bytes[at] as number)
    if (digit < 0) continue
    if (high < 0) high = digit
    else {
      read.push(16 * high + digit)
      high = -1
    }
  }
  if (high >= 0) read.push(16 * high)
  return read
}

function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** @see ISO 32000-1 §7.3.4.2 */
function literal(bytes: Uint8Array, start: number, end: number): number[] {
  const read: number[] = []
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte !== BACKSLASH) {
      read.push(byte)
      continue
    }
    at++
    let octal = ''
    while (octal.length < 3 && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 55)
      octal += String.fromCharCode(bytes[at++] as number)
    if (octal) {
      read.push(Number.parseInt(octal, 8) & 255)
      at--
    } else if (bytes[at] !== 10 && bytes[at] !== 13)
      read.push(escapes[String.fromCharCode(bytes[at] as number)] ?? (bytes[at] as number))
  }
  return read
}
