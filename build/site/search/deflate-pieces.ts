import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib'

/** Text, words and signs are packed best in different ways: with more or fewer letters counted together, with repetitions or without. */
const ways: readonly ZlibOptions[] = [
  { memLevel: 5 },
  { memLevel: 7 },
  { memLevel: 8, strategy: constants.Z_HUFFMAN_ONLY },
]

/** How far back a repetition may lie. */
const WINDOW = 32_768

/** Deflates an object as JSON, each piece of it in the way that makes it smallest; together they are one stream, and a piece may repeat what those
 *  before it say. @see RFC 1951 */
export function deflatePieces(value: object): Uint8Array {
  const pieces = piecesOf(value)
  let before = Buffer.alloc(0)
  const packed = pieces.map((piece, at) => {
    const bytes = Buffer.from(piece)
    const last = at === pieces.length - 1
    const dictionaries = before.length > 0 ? [{}, { dictionary: before }] : [{}]
    before = Buffer.concat([before, bytes]).subarray(-WINDOW)
    return ways
      .flatMap(way => dictionaries.map(dictionary => ({ ...way, ...dictionary })))
      .map(way =>
        deflateRawSync(bytes, {
          ...way,
          level: 9,
          finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
        }),
      )
      .reduce((smallest, one) => (one.length < smallest.length ? one : smallest))
  })
  return Buffer.concat(packed)
}

/** The JSON of an object, cut where a value of another kind begins. */
function piecesOf(value: object): string[] {
  const entries = Object.entries(value)
  return entries.flatMap(([key, one]: [string, unknown], at) => {
    const [first = '', ...rest] = isRecord(one) ? piecesOf(one) : [JSON.stringify(one)]
    const pieces = [`${at === 0 ? '{' : ','}${JSON.stringify(key)}:${first}`, ...rest]
    return at === entries.length - 1 ? [...pieces.slice(0, -1), `${pieces.at(-1)}}`] : pieces
  })
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0
