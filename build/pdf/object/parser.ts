import { kinds, REGULAR, SPACE } from './bytes.ts'
import { Dict, List, type Name, name, refTo, type Source, Text, type Value } from './values.ts'

/** Names met so far, by a number made of their bytes: a name that comes again makes no string. */
const met = new Map<number, Name>()

/** Reads values from bytes, one after the other. Nothing is read twice, and nothing beyond what is asked for.
 *  @see ISO 32000-1 §7.3 */
export class Parser {
  readonly bytes: Uint8Array
  readonly #source: Source
  readonly #base: number
  at = 0

  /** @param base what is added to the numbers of refs: the file is one of several in `source` */
  constructor(bytes: Uint8Array, source: Source, at = 0, base = 0) {
    this.bytes = bytes
    this.#source = source
    this.at = at
    this.#base = base
  }

  /** The value that begins here.
   *  @throws SyntaxError when there is none */
  value(): Value {
    this.skip()
    const byte = this.bytes[this.at] ?? -1
    if ((byte >= 48 && byte <= 57) || byte === 45 || byte === 43 || byte === 46) return this.#numberOrRef()
    switch (byte) {
      case 47: // /
        return this.#name()
      case 60: // <
        return this.bytes[this.at + 1] === 60 ? this.dict() : this.#hex()
      case 40: // (
        return this.#literal()
      case 91: // [
        return this.#list()
      default:
        return this.#keyword()
    }
  }

  /** @throws SyntaxError when no dictionary begins here */
  dict(): Dict {
    this.skip()
    if (this.bytes[this.at] !== 60 || this.bytes[this.at + 1] !== 60) this.#fail('no dictionary')
    this.at += 2
    const entries: (string | Value)[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 62) {
        this.at += 2
        return new Dict(this.#source, entries)
      }
      if (this.bytes[this.at] !== 47) this.#fail('a dictionary without end')
      const key = this.#name().text
      entries.push(key, this.value())
    }
  }

  /** Goes to the next byte that is neither white space nor comment. */
  skip(): void {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.at]
      if (byte === undefined) return
      if (kinds[byte] === SPACE) this.at++
      else if (byte === 37)
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++
      else return
    }
  }

  /** Does a word stand here? Goes behind it. */
  takes(word: string): boolean {
    this.skip()
    for (let index = 0; index < word.length; index++)
      if (this.bytes[this.at + index] !== word.charCodeAt(index)) return false
    this.at += word.length
    return true
  }

  /** @throws SyntaxError when no whole number stands here */
  integer(): number {
    this.skip()
    const start = this.at
    let value = 0
    for (let byte = this.bytes[this.at] ?? -1; byte >= 48 && byte <= 57; byte = this.bytes[++this.at] ?? -1)
      value = 10 * value + byte - 48
    if (this.at === start) this.#fail('no number')
    return value
  }

  /** `12 0 R`, or a number. */
  #numberOrRef(): Value {
    const value = this.#number()
    const { bytes, at } = this
    // A whole number, a space, digits, a space, R: nothing else is taken for a ref.
    if (bytes[at] !== 32 || value < 0 || !Number.isInteger(value)) return value
    let next = at + 1
    while ((bytes[next] as number) >= 48 && (bytes[next] as number) <= 57) next++
    if (next === at + 1 || bytes[next] !== 32 || bytes[next + 1] !== 82) return value
    this.at = next + 2
    return refTo(this.#base + value)
  }

  #number(): number {
    const { bytes } = this
    let at = this.at
    let byte = bytes[at] ?? -1
    const negative = byte === 45
    if (byte === 45 || byte === 43) byte = bytes[++at] ?? -1
    let value = 0
    for (; byte >= 48 && byte <= 57; byte = bytes[++at] ?? -1) value = 10 * value + byte - 48
    if (byte === 46) {
      let scale = 1
      for (byte = bytes[++at] ?? -1; byte >= 48 && byte <= 57; byte = bytes[++at] ?? -1) {
        value = 10 * value + byte - 48
        scale *= 10
      }
      value /= scale
    }
    this.at = at
    return negative ? -value : value
  }

  #name(): Name {
    const { bytes } = this
    const start = ++this.at
    let escaped = false
    let hash = 0
    for (let byte = bytes[this.at]; byte !== undefined && kinds[byte] === REGULAR; byte = bytes[++this.at]) {
      if (byte === 35) escaped = true
      hash = (Math.imul(hash, 31) + byte) | 0
    }
    const known = met.get(hash)
    if (known && this.#spells(known.text, start)) return known
    const text = this.#latin1(start, this.at)
    if (escaped)
      return name(
        text.replace(/#([\da-fA-F]{2})/g, (_, code: string) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        ),
      )
    const made = name(text)
    met.set(hash, made)
    return made
  }

  #spells(text: string, start: number): boolean {
    if (text.length !== this.at - start) return false
    for (let index = 0; index < text.length; index++)
      if (text.charCodeAt(index) !== this.bytes[start + index]) return false
    return true
  }

  #hex(): Text {
    const start = this.at
    const end = this.bytes.indexOf(62, start)
    if (end < 0) this.#fail('a string without end')
    this.at = end + 1
    return new Text(this.#latin1(start, this.at))
  }

  #literal(): Text {
    const { bytes } = this
    const start = this.at
    let depth = 0
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at]
      if (byte === 92) this.at++
      else if (byte === 40) depth++
      else if (byte === 41 && --depth === 0) return new Text(this.#latin1(start, ++this.at))
    }
    return this.#fail('a string without end')
  }

  #list(): List {
    this.at++
    const items: Value[] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 93) {
        this.at++
        return new List(this.#source, items)
      }
      items.push(this.value())
    }
  }

  #keyword(): Value {
    if (this.takes('null')) return null
    if (this.takes('true')) return true
    if (this.takes('false')) return false
    return this.#fail('no value')
  }

  #latin1(start: number, end: number): string {
    const { bytes } = this
    if (end - start > 24)
      return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1')
    let text = ''
    for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at] as number)
    return text
  }

  #fail(what: string): never {
    throw new SyntaxError(`${what} at byte ${this.at}`)
  }
}
