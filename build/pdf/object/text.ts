/** A string, as it is written: `(Kit)`, `<FEFF004B>`; one byte a letter. @see ISO 32000-1 §7.3.4 */
export class Text {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
  /** Words in any script: UTF-16 in hexadecimal digits. @see ISO 32000-1 §7.9.2.2 */
  static of(words: string): Text {
    return new Text(`<FEFF${utf16HexOf(words)}>`)
  }
  /** Letters of ASCII, as an address is written. */
  static ascii(letters: string): Text {
    return new Text(`(${letters.replace(/[\\()]/g, '\\$&')})`)
  }
  static hex(digits: string): Text {
    return new Text(`<${digits}>`)
  }
  /** @see ISO 32000-1 §7.9.4 */
  static date(date: Date): Text {
    return new Text(`(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`)
  }
  toString(): string {
    return this.source
  }
  bytes(): string {
    return this.source.startsWith('<') ? bytesOfHex(this.source) : bytesOfLiteral(this.source)
  }
  /** Its words, in UTF-16 or Latin 1. @see ISO 32000-1 §7.9.2.2 */
  decode(): string {
    const bytes = this.bytes()
    return bytes.startsWith('\xfe\xff') ? utf16Of(hexOf(bytes.slice(2), 2)) : bytes
  }
}

/** The words whose code units are given by four hexadecimal digits each. */
export function utf16Of(digits: string): string {
  let words = ''
  for (let at = 0; at + 4 <= digits.length; at += 4)
    words += String.fromCharCode(Number.parseInt(digits.slice(at, at + 4), 16))
  return words
}

export const utf16HexOf = (words: string): string => hexOf(words, 4)

/** The code units of a text, so many digits each. */
const hexOf = (text: string, digits: number) =>
  text.replace(/[\s\S]/g, unit => unit.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0'))

function bytesOfHex(source: string): string {
  const digits = source.slice(1, -1).replace(/[^\da-fA-F]/g, '')
  let bytes = ''
  for (let at = 0; at < digits.length; at += 2)
    bytes += String.fromCharCode(Number.parseInt(digits.slice(at, at + 2).padEnd(2, '0'), 16))
  return bytes
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** @see ISO 32000-1 §7.3.4.2 */
function bytesOfLiteral(source: string): string {
  return source
    .slice(1, -1)
    .replace(/\r\n?/g, '\n')
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) => {
      if (escaped === '\n') return ''
      return /^[0-7]/.test(escaped)
        ? String.fromCharCode(Number.parseInt(escaped, 8) & 255)
        : (escapes[escaped] ?? escaped)
    })
}
