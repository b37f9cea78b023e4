import {
  beginsNumber,
  endOfComment,
  endOfHex,
  endOfString,
  endOfWord,
  kinds,
  numberIn,
  SPACE,
  textOf,
} from './bytes.ts'
import { type ByteSource, Dict, List, type Name, name, refTo, Text, type Value } from './values.ts'

/** Reads values from bytes, one after the other, only as far as asked. @see ISO 32000-1 §7.3 */
export class Parser {
  readonly bytes: Uint8Array
  readonly #source: ByteSource
  readonly #base: number
  at = 0

  /** @param base added to the numbers of refs: the file is one of several in `source` */
  constructor(bytes: Uint8Array, source: ByteSource, at = 0, base = 0) {
    this.bytes = bytes
    this.#source = source
    this.at = at
    this.#base = base
  }

  value(): Value {
    this.skip()
    const byte = this.bytes[this.at] ?? -1
    if (beginsNumber(byte)) return this.#numberOrRef()
    switch (byte) {
      case 47: // /
        return this.#name()
      case 60: // <
        return this.bytes[this.at + 1] === 60 ? this.dict() : this.#text(endOfHex)
      case 40: // (
        return this.#text(endOfString)
      case 91: // [
        return this.#list()
      default:
        return this.#keyword()
    }
  }

  dict(): Dict {
    this.skip()
    if (this.bytes[this.at] !== 60 || this.bytes[this.at + 1] !== 60) this.#fail('no dictionary')
    this.at += 2
    const entries: [string, Value][] = []
    for (;;) {
      this.skip()
      if (this.bytes[this.at] === 62) {
        this.at += 2
        return new Dict(this.#source, entries)
      }
      if (this.bytes[this.at] !== 47) this.#fail('a dictionary without end')
      const key = this.#name().text
      entries.push([key, this.value()])
    }
  }

  /** Goes to the next byte that is neither white space nor comment. */
  skip(): void {
    const { bytes } = this
    for (;;) {
      const byte = bytes[this.at]
      if (byte === undefined) return
      if (kinds[byte] === SPACE) this.at++
      else if (byte === 37) this.at = endOfComment(bytes, this.at)
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
    const { bytes } = this
    const end = endOfWord(bytes, this.at)
    const value = numberIn(bytes, this.at, end)
    if (Number.isNaN(value)) this.#fail('no number')
    this.at = end
    // A whole number, a space, digits, a space, R: nothing else is taken for a ref.
    if (bytes[end] !== 32 || value < 0 || !Number.isInteger(value)) return value
    let next = end + 1
    while ((bytes[next] as number) >= 48 && (bytes[next] as number) <= 57) next++
    if (next === end + 1 || bytes[next] !== 32 || bytes[next + 1] !== 82) return value
    this.at = next + 2
    return refTo(this.#base + value)
  }

  #name(): Name {
    const start = this.at + 1
    this.at = endOfWord(this.bytes, start)
    const text = textOf(this.bytes, start, this.at)
    if (!text.includes('#')) return name(text)
    return name(
      text.replace(/#([\da-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    )
  }

  #text(endOf: (bytes: Uint8Array, start: number) => number): Text {
    const start = this.at
    this.at = endOf(this.bytes, start)
    return new Text(textOf(this.bytes, start, this.at))
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

  #fail(problem: string): never {
    throw new SyntaxError(`${problem} at byte ${this.at}`)
  }
}
