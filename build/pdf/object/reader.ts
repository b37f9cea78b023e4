import { type CrossReference, readCrossReference, streamBytes } from './cross-reference.ts'
import { unpack } from './packing.ts'
import { Parser } from './parser.ts'
import { Dict, type Source, Stream, type Value } from './values.ts'

/** Reads objects of a file by their number, when they are asked for. */
export class Reader {
  readonly cross: CrossReference
  /** What is added to the numbers of the file's objects in its source. */
  readonly base: number
  /** Above all numbers of the file. */
  readonly end: number = 1
  readonly #bytes: Uint8Array
  readonly #source: Source
  /** Streams of objects met so far: a parser of each, and where its objects begin. */
  readonly #containers = new Map<number, { parser: Parser; starts: number[] }>()

  /** @throws SyntaxError when the bytes do not say where their objects are */
  constructor(bytes: Uint8Array, source: Source, base: number) {
    this.#bytes = bytes
    this.#source = source
    this.base = base
    this.cross = readCrossReference(bytes, source, base)
    for (const number of this.cross.places.keys()) this.end = Math.max(this.end, number + 1)
  }

  /** @param number as the file counts
   *  @returns undefined when there is no such object
   *  @throws SyntaxError when it cannot be read */
  read(number: number): Value | undefined {
    const place = this.cross.places.get(number)
    if (!place) return undefined
    if ('index' in place) {
      const { parser, starts } = this.#containerOf(place.container)
      parser.at = starts[place.index] ?? parser.bytes.length
      return parser.value()
    }
    // One of its own: the length of a stream may be another object.
    const parser = new Parser(this.#bytes, this.#source, place.offset, this.base)
    if (parser.integer() !== number) throw new SyntaxError(`object ${number} is not where it should be`)
    parser.integer()
    if (!parser.takes('obj')) throw new SyntaxError(`object ${number} does not begin`)
    const value = parser.value()
    if (!(value instanceof Dict)) return value
    parser.skip()
    // `stream` and nothing else begins so: an object without one ends with `endobj`.
    return parser.bytes[parser.at] === 115 ? new Stream(value, streamBytes(parser, value)) : value
  }

  #containerOf(number: number) {
    const cached = this.#containers.get(number)
    if (cached) return cached
    const stream = this.read(number)
    if (!(stream instanceof Stream)) throw new SyntaxError(`object ${number} holds no objects`)
    const parser = new Parser(unpack(stream), this.#source, 0, this.base)
    const first = stream.dict.number('First') ?? 0
    const starts = Array.from({ length: stream.dict.number('N') ?? 0 }, () => {
      parser.integer()
      return first + parser.integer()
    })
    const container = { parser, starts }
    this.#containers.set(number, container)
    return container
  }
}
