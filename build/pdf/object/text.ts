/** A string, as it is written: `(Kit)`, `<FEFF004B>`; one byte a letter. @see ISO 32000-1 §7.3.4 */
export class Text {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
  /** Words in any script: UTF-16 in hexadecimal digits. @see ISO 32000-1 §7.9.2.2 */
  static of(words: string): Text {
    return new Text(`<FEFF${Buffer.from(words, 'utf16le').swap16().toString('hex').toUpperCase()}>`)
  }
  /** Letters of ASCII, as an address is written. */
  static ascii(letters: string): Text {
    return new Text(`(${letters.replace(/[\\()]/g, '\\$&')})`)
  }
  /** Bytes given by their hexadecimal digits. */
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
  /** Its bytes, one a letter. */
  bytes(): string {
    return this.source.startsWith('<') ? bytesOfHex(this.source) : bytesOfLiteral(this.source)
  }
  /** Its words, in UTF-16, UTF-8 or PDFDocEncoding. @see ISO 32000-1 §7.9.2.2, annex D.2 */
  decode(): string {
    const bytes = this.bytes()
    if (bytes.startsWith('\xfe\xff')) return utf16Of(Buffer.from(bytes.slice(2), 'latin1').toString('hex'))
    if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8')
    return bytes.replace(/[\x80-\xa0]/g, byte => own[byte.charCodeAt(0) - 0x80] ?? byte)
  }
}

/** The words whose code units are given by four hexadecimal digits each. */
export const utf16Of = (digits: string): string =>
  Buffer.from(digits.slice(0, digits.length - (digits.length % 4)), 'hex')
    .swap16()
    .toString('utf16le')

/** What PDFDocEncoding has from 80 on, and Latin 1 has not. */
const own = '•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\ufffd€'

function bytesOfHex(source: string): string {
  const digits = source.slice(1, -1).replace(/[^\da-fA-F]/g, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
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
