import { deflate as deflateHere } from '#zlib'
import { type Deflate, type Form, Output, type Written } from './output.ts'
import type { PdfFile } from './pdf-file.ts'
import { type Ref, Stream, type Value } from './values.ts'
import { writeEntries, writeValue } from './write-value.ts'

/** Writes what the trailer of a file leads to, numbered as it is met; what nothing leads to is left. The same objects give
 *  the same bytes.
 *  @param deflate packs the objects; by default as this machine does it best
 *  @see ISO 32000-1 §7.5 */
export async function writeFile(
  file: PdfFile,
  form: Form,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array> {
  const { objects } = form
  /** By the number that an object had. */
  const numbers: number[] = []
  const met: Ref[] = []
  const numberOf = (ref: Ref) => {
    const assigned = numbers[ref.number]
    if (assigned !== undefined) return assigned
    const number = met.push(ref)
    numbers[ref.number] = number
    return number
  }
  const out = new Output(form, deflate)
  let trailer = ''
  for (const key of ['Root', 'Info', 'ID']) {
    const value = file.trailer.get(key)
    if (value !== undefined) trailer += `/${key} ${writeValue(value, numberOf)}`
  }
  const plain: Written[] = []
  const streams: { number: number; stream: Stream; entries: string }[] = []
  // The list grows while it is walked.
  for (const [index, ref] of met.entries()) {
    const number = index + 1
    const value: Value = file.lookup(ref) ?? null
    if (value instanceof Stream)
      streams.push({ number, stream: value, entries: writeEntries(value.dict, numberOf, value) })
    else plain.push({ number, text: writeValue(value, numberOf) })
  }
  for (const { number, stream, entries } of streams) out.stream(number, entries, await stream.bytes)
  if (objects === 'plain') {
    for (const object of plain) out.object(object)
    out.closeWithTable(trailer, met.length + 1)
  } else await out.closeWithStream(trailer, await out.pack(met.length + 1, plain))
  return out.bytes()
}
