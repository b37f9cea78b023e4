/** Letters that are made into a string at once: more than a call takes arguments. */
const AT_ONCE = 1 << 13

/** The text whose letters are these bytes. A decoder of Latin 1 is one of Windows 1252, which differs. @see Encoding Standard §4.2 */
export function latin1Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE))
  return text
}

export function bytesOfLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Kinds of bytes. @see ISO 32000-1 §7.2.2 */
export const [REGULAR, SPACE, DELIMITER] = [0, 1, 2] as const

export const kinds = new Uint8Array(256)
for (const space of [0, 9, 10, 12, 13, 32]) kinds[space] = SPACE
for (const delimiter of '()<>[]{}/%') kinds[delimiter.charCodeAt(0)] = DELIMITER

const [OPEN_PAREN, CLOSE_PAREN, CLOSE_ANGLE, BACKSLASH, PLUS, MINUS, POINT] = Array.from('()>\\+-.', sign =>
  sign.charCodeAt(0),
)

/** The text of a stretch of bytes, one letter a byte. */
export function textOf(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number)
  return text
}

export function beginsNumber(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === PLUS || byte === MINUS || byte === POINT
}

/** Reads the number from `start` to `end`; NaN when there is none. Makes no string: a page has ten thousand. @see ISO 32000-1 §7.3.3 */
export function numberIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === MINUS
  if (negative || bytes[at] === PLUS) at++
  let value = 0
  let digits = 0
  let scale = 0
  for (; at < end; at++) {
    const byte = bytes[at] as number
    if (byte >= 48 && byte <= 57) {
      value = 10 * value + byte - 48
      digits++
      scale *= 10
    } else if (byte === POINT && scale === 0) scale = 1
    else return Number.NaN
  }
  if (digits === 0) return Number.NaN
  if (scale > 1) value /= scale
  return negative ? -value : value
}

export function endOfComment(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
  return at
}

/** Finds the end of a number, a name or a keyword that begins before `start`. */
export function endOfWord(bytes: Uint8Array, start: number): number {
  let at = start
  while (at < bytes.length && kinds[bytes[at] as number] === REGULAR) at++
  return at
}

export function endOfString(bytes: Uint8Array, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === BACKSLASH) at++
    else if (byte === OPEN_PAREN) depth++
    else if (byte === CLOSE_PAREN && --depth === 0) return at + 1
  }
  throw new SyntaxError(`a string without end at byte ${start}`)
}

export function endOfHex(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(CLOSE_ANGLE as number, start)
  if (end < 0) throw new SyntaxError(`a string without end at byte ${start}`)
  return end + 1
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/** Writes bytes with some stretches replaced, which are told in their order. */
export function editing(bytes: Uint8Array) {
  const changes: { start: number; end: number; text: string }[] = []
  let length = bytes.length
  return {
    /** @param text of one byte a letter */
    replace(start: number, end: number, text: string): void {
      changes.push({ start, end, text })
      length += text.length - (end - start)
    },
    done(): Uint8Array {
      const edited = new Uint8Array(length)
      let [at, copied] = [0, 0]
      for (const { start, end, text } of changes) {
        edited.set(bytes.subarray(copied, start), at)
        at += start - copied
        for (let letter = 0; letter < text.length; letter++) edited[at++] = text.charCodeAt(letter)
        copied = end
      }
      edited.set(bytes.subarray(copied), at)
      return edited
    },
  }
}
