import { Output } from './output.ts'
import type { PdfFile } from './pdf-file.ts'
import { type Ref, Stream, type Value } from './values.ts'
import { writeEntries, writeValue } from './write-value.ts'

export type Form = {
  /** `1.7` */
  version: string
  /** Objects packed together, as readers have known since PDF 1.5; plain: old presses read them too. */
  objects: 'packed' | 'plain'
}

/** Objects that are packed together. */
const TOGETHER = 250

/** Writes what the trailer of a file leads to, numbered as it is met; what nothing leads to is left. The same objects give
 *  the same bytes.
 *  @see ISO 32000-1 §7.5 */
export async function writeFile(file: PdfFile, { version, objects }: Form): Promise<Uint8Array> {
  const numbers = new Map<Ref, number>()
  const met: Ref[] = []
  const numberOf = (ref: Ref) => {
    let number = numbers.get(ref)
    if (number === undefined) {
      number = met.push(ref)
      numbers.set(ref, number)
    }
    return number
  }
  const out = new Output(version)
  let trailer = ''
  for (const key of ['Root', 'Info', 'ID']) {
    const value = file.trailer.get(key)
    if (value !== undefined) trailer += `/${key} ${writeValue(value, numberOf)}`
  }
  const plain: { number: number; text: string }[] = []
  const streams: { number: number; stream: Stream; entries: string }[] = []
  // The list grows while it is walked.
  for (let index = 0; index < met.length; index++) {
    const value: Value = file.lookup(met[index]) ?? null
    const number = index + 1
    if (value instanceof Stream)
      streams.push({ number, stream: value, entries: writeEntries(value.dict, numberOf, value) })
    else plain.push({ number, text: writeValue(value, numberOf) })
  }
  for (const { number, stream, entries } of streams) out.stream(number, entries, await stream.bytes)
  if (objects === 'plain') {
    for (const { number, text } of plain) out.object(number, text)
    out.closeWithTable(trailer, met.length + 1)
  } else {
    let next = met.length + 1
    for (let from = 0; from < plain.length; from += TOGETHER)
      await out.pack(next++, plain.slice(from, from + TOGETHER))
    await out.closeWithStream(trailer, next)
  }
  return out.bytes()
}
