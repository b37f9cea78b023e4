import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  type PDFContext,
  type PDFDict,
  PDFName,
  PDFRawStream,
  type PDFStream,
} from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'

/** The bytes of a stream that is deflated or not packed at all.
 *  @throws Error for any other filter: its content cannot be looked at */
export function unpack(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) throw new Error('a stream that was not read from a file')
  const filter = filterOf(stream.dict)
  if (filter === undefined) return stream.contents
  if (filter !== 'FlateDecode' || stream.dict.has(name('DecodeParms')))
    throw new Error(`a stream packed with ${filter}`)
  return inflateSync(stream.contents)
}

/** The one filter of a stream, or undefined. */
export function filterOf(dict: PDFDict): string | undefined {
  const filter = dict.lookup(name('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter
  if (only === undefined) return undefined
  return only instanceof PDFName ? only.decodeText() : String(only)
}

/** A deflated stream with the entries of `dict`. The packer is written in JavaScript: the same bytes on every machine. */
export function pack(context: PDFContext, dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  const packed = dict.clone(context)
  for (const key of ['Length', 'DecodeParms']) packed.delete(name(key))
  packed.set(name('Filter'), name('FlateDecode'))
  return PDFRawStream.of(packed, zlibSync(bytes, { level: 6 }))
}

export const name = (text: string) => PDFName.of(text)
