import { scan } from '../../press/content/scan.ts'

const [OPEN_PAREN, OPEN_ANGLE, OPEN_SQUARE, BACKSLASH] = [40, 60, 91, 92]

/** How often glyph 0 (.notdef) stands in an operand: a string of codes of two bytes, or the array of TJ. */
export function countMissing(bytes: Uint8Array, start: number, end: number): number {
  switch (bytes[start]) {
    case OPEN_PAREN:
    case OPEN_ANGLE:
      return missingInString(bytes, start, end)
    case OPEN_SQUARE:
      return missingInArray(bytes.subarray(start + 1, end - 1))
    default:
      return 0
  }
}

/** The entries of the array are read as operands of an operator of our own. */
function missingInArray(entries: Uint8Array): number {
  const bytes = new Uint8Array([...entries, 32, 88])
  let missing = 0
  scan(bytes, ({ bounds, count }) => {
    for (let index = 0; index < count; index++)
      missing += countMissing(bytes, bounds[2 * index] as number, bounds[2 * index + 1] as number)
  })
  return missing
}

function missingInString(bytes: Uint8Array, start: number, end: number): number {
  const codes =
    bytes[start] === OPEN_ANGLE
      ? hexBytes(bytes, start + 1, end - 1)
      : literalBytes(bytes, start + 1, end - 1)
  let missing = 0
  for (let at = 0; at + 1 < codes.length; at += 2) if (codes[at] === 0 && codes[at + 1] === 0) missing++
  return missing
}

function hexBytes(bytes: Uint8Array, start: number, end: number): number[] {
  const digits: number[] = []
  for (let at = start; at < end; at++) {
    const digit = digitOf(bytes[at] as number)
    if (digit >= 0) digits.push(digit)
  }
  if (digits.length % 2 === 1) digits.push(0)
  return Array.from(
    { length: digits.length / 2 },
    (_, index) => 16 * (digits[2 * index] ?? 0) + (digits[2 * index + 1] ?? 0),
  )
}

function digitOf(byte: number): number {
  if (byte >= 48 && byte <= 57) return byte - 48
  const letter = byte | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}

const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 }

/** @see ISO 32000-1 §7.3.4.2 */
function literalBytes(bytes: Uint8Array, start: number, end: number): number[] {
  const codes: number[] = []
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number
    if (byte !== BACKSLASH) {
      codes.push(byte)
      continue
    }
    at++
    let octal = ''
    while (octal.length < 3 && (bytes[at] as number) >= 48 && (bytes[at] as number) <= 55)
      octal += String.fromCharCode(bytes[at++] as number)
    if (octal) {
      codes.push(Number.parseInt(octal, 8) & 255)
      at--
    } else if (bytes[at] !== 10 && bytes[at] !== 13) {
      codes.push(escapes[String.fromCharCode(bytes[at] as number)] ?? (bytes[at] as number))
    }
  }
  return codes
}
