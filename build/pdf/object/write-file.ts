import { Output, type Packed } from './output.ts'
import type { PdfFile } from './pdf-file.ts'
import { Pile } from './pile.ts'
import { renumber } from './renumber.ts'
import { type Ref, Stream, type Value } from './values.ts'
import { writeEntries, writeValue } from './write-value.ts'

export type Form = {
  /** `1.7` */
  version: string
  /** Objects packed together, as readers have known since PDF 1.5; loose: together and not packed, for a file that this press
   *  alone reads, again and again; plain: old presses read them too. */
  objects: 'packed' | 'loose' | 'plain'
}

/** Writes what the trailer of a file leads to, numbered as it is met; what nothing leads to is left. The same objects give
 *  the same bytes.
 *  @see ISO 32000-1 §7.5 */
export async function writeFile(file: PdfFile, { version, objects }: Form): Promise<Uint8Array> {
  /** By the number that an object had. */
  const numbers: number[] = []
  const met: Ref[] = []
  const numberOf = (ref: Ref) => {
    const known = numbers[ref.number]
    if (known !== undefined) return known
    const number = met.push(ref)
    numbers[ref.number] = number
    return number
  }
  const out = new Output(version, objects)
  let trailer = ''
  for (const key of ['Root', 'Info', 'ID']) {
    const value = file.trailer.get(key)
    if (value !== undefined) trailer += `/${key} ${writeValue(value, numberOf)}`
  }
  const pile = new Pile()
  const plain: Packed[] = []
  const streams: { number: number; stream: Stream; entries: string }[] = []
  // The list grows while it is walked.
  for (let index = 0; index < met.length; index++) {
    const ref = met[index] as Ref
    const number = index + 1
    const start = pile.length
    const unread = file.unread(ref)
    if (unread) renumber(unread, numberOf, pile)
    else {
      const value: Value = file.lookup(ref) ?? null
      if (value instanceof Stream) {
        streams.push({ number, stream: value, entries: writeEntries(value.dict, numberOf, value) })
        continue
      }
      pile.add(writeValue(value, numberOf))
    }
    pile.endLine()
    plain.push({ number, start, end: pile.length })
  }
  for (const { number, stream, entries } of streams) out.stream(number, entries, await stream.bytes)
  if (objects === 'plain') {
    for (const { number, start, end } of plain) out.object(number, pile.slice(start, end))
    out.closeWithTable(trailer, met.length + 1)
  } else {
    await out.closeWithStream(trailer, await out.pack(met.length + 1, plain, pile))
  }
  return out.bytes()
}
