import { deflate, inflate } from '#zlib'
import { Dict, List, Name, name, Stream } from './values.ts'

export function unpack({ dict, bytes }: Stream): Uint8Array {
  if (!(bytes instanceof Uint8Array)) throw new SyntaxError('a stream that is not packed yet')
  const filter = filterOf(dict)
  if (filter === undefined) return bytes
  if (filter !== 'FlateDecode') throw new SyntaxError(`a stream packed with ${filter}`)
  const plain = inflated(bytes)
  const parms = dict.find('DecodeParms', Dict)
  return parms ? undoPredictor(plain, parms) : plain
}

function inflated(bytes: Uint8Array): Uint8Array {
  try {
    return inflate(bytes)
  } catch (cause) {
    throw new SyntaxError('a stream that cannot be unpacked', { cause })
  }
}

export function filterOf(dict: Dict): string | undefined {
  const filter = dict.lookup('Filter')
  const only = filter instanceof List && filter.items.length === 1 ? filter.lookup(0) : filter
  return only === undefined ? undefined : only instanceof Name ? only.text : String(only)
}

/** Creates a stream with the entries of `dict`, deflated in the background on another thread. */
export function pack(dict: Dict, bytes: Uint8Array | string): Stream {
  const streamDict = dict.clone()
  for (const key of ['Length', 'DecodeParms']) streamDict.delete(key)
  streamDict.set('Filter', name('FlateDecode'))
  return new Stream(streamDict, deflate(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes))
}

/** Rows of bytes, each as its difference from the one above, as cross-references are written. @see ISO 32000-1 §7.4.4.4 */
function undoPredictor(bytes: Uint8Array, parms: Dict): Uint8Array {
  if (parms.number('Predictor') !== 12) throw new SyntaxError('a stream with an unknown predictor')
  const columns = parms.number('Columns') ?? 1
  const rows = Math.floor(bytes.length / (columns + 1))
  const plain = new Uint8Array(rows * columns)
  for (let at = 0; at < plain.length; at++)
    plain[at] = (bytes[at + Math.floor(at / columns) + 1] as number) + (plain[at - columns] ?? 0)
  return plain
}
