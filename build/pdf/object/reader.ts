import { latin1Of } from './bytes.ts'
import { unpack } from './packing.ts'
import { Parser } from './parser.ts'
import { type ByteSource, Dict, List, Stream, type Value } from './values.ts'

/** Reads objects of a file by their number, when they are asked for. */
export class Reader {
  readonly cross: CrossReference
  /** Added to the numbers of the file's objects in its source. */
  readonly base: number
  readonly end: number = 1
  readonly #bytes: Uint8Array
  readonly #source: ByteSource
  /** Streams of objects met so far: a parser of each, and where its objects begin. */
  readonly #containers = new Map<number, { parser: Parser; starts: number[] }>()

  constructor(bytes: Uint8Array, source: ByteSource, base: number) {
    this.#bytes = bytes
    this.#source = source
    this.base = base
    this.cross = readCrossReference(bytes, source, base)
    for (const number of this.cross.places.keys()) this.end = Math.max(this.end, number + 1)
  }

  /** Reads an object, by its number in the file; undefined when there is none. */
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

/** Place of an object: at a byte of the file, or in a stream of objects. */
type Place = { offset: number } | { container: number; index: number }
type ObjectPlaces = Map<number, Place>

type CrossReference = { places: ObjectPlaces; trailer: Dict }

/** The end of a file, which says where its cross-reference is. */
const TAIL = 64

/** Reads where the objects of a file are: files of Chromium and of the press have one cross-reference. @see ISO 32000-1
 *  §7.5.4, §7.5.8 */
function readCrossReference(bytes: Uint8Array, source: ByteSource, base: number): CrossReference {
  const tail = latin1Of(bytes.subarray(-TAIL)).lastIndexOf('startxref')
  if (tail < 0) throw new SyntaxError('no startxref: this is no PDF, or not a whole one')
  const parser = new Parser(bytes, source, Math.max(0, bytes.length - TAIL) + tail + 9, base)
  parser.at = parser.integer()
  const places: ObjectPlaces = new Map()
  const trailer = parser.takes('xref') ? readTable(parser, places) : readStream(parser, places)
  return { places, trailer }
}

function readTable(parser: Parser, places: ObjectPlaces): Dict {
  while (!parser.takes('trailer')) {
    const first = parser.integer()
    const count = parser.integer()
    for (let number = first; number < first + count; number++) {
      const offset = parser.integer()
      parser.integer()
      if (parser.takes('n')) places.set(number, { offset })
      else if (!parser.takes('f')) throw new SyntaxError(`no entry for object ${number}`)
    }
  }
  return parser.dict()
}

function readStream(parser: Parser, places: ObjectPlaces): Dict {
  parser.integer()
  parser.integer()
  if (!parser.takes('obj')) throw new SyntaxError('no cross-reference')
  const dict = parser.dict()
  const rows = unpack(new Stream(dict, streamBytes(parser, dict)))
  const widths = dict.need('W', List).numbers()
  let at = 0
  const field = (index: number, absent: number) => {
    const width = widths[index] ?? 0
    let value = width === 0 ? absent : 0
    for (let byte = 0; byte < width; byte++) value = value * 256 + (rows[at++] ?? 0)
    return value
  }
  for (let number = 0; number < (dict.number('Size') ?? 0); number++) {
    const [kind, second, third] = [field(0, 1), field(1, 0), field(2, 0)]
    if (kind === 1) places.set(number, { offset: second })
    else if (kind === 2) places.set(number, { container: second, index: third })
  }
  return dict
}

function streamBytes(parser: Parser, dict: Dict): Uint8Array {
  if (!parser.takes('stream')) throw new SyntaxError('no stream')
  const { bytes } = parser
  if (bytes[parser.at] === 13) parser.at++
  if (bytes[parser.at] === 10) parser.at++
  const start = parser.at
  const length = dict.number('Length')
  if (length !== undefined && start + length <= bytes.length) {
    parser.at = start + length
    if (parser.takes('endstream')) return bytes.subarray(start, start + length)
  }
  throw new SyntaxError(`the stream at byte ${start} has no end`)
}
