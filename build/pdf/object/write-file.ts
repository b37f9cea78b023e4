import { deflate as deflateHere } from '#zlib'
import { type Deflate, Output, type Written } from './output.ts'
import type { PdfFile } from './pdf-file.ts'
import { Dict, List, Name, Ref, Stream, Text, type Value } from './values.ts'

type ObjectForm = {
  /** `1.7` */
  version: string
  /** Packed together; plain: one by one, for this press, which reads them again, and for old ones. */
  objects: 'packed' | 'plain'
}

/** Writes the objects that the trailer of a file reaches, numbered in this order; others are left out. @see ISO 32000-1 §7.5 */
export async function writeFile(
  file: PdfFile,
  { version, objects }: ObjectForm,
  deflate: Deflate = deflateHere,
): Promise<Uint8Array> {
  const numbers: number[] = []
  const order: Ref[] = []
  const numberOf = (ref: Ref) => {
    const assigned = numbers[ref.number]
    if (assigned !== undefined) return assigned
    const number = order.push(ref)
    numbers[ref.number] = number
    return number
  }
  const out = new Output(version, deflate)
  let trailer = ''
  for (const key of ['Root', 'Info', 'ID']) {
    const value = file.trailer.get(key)
    if (value !== undefined) trailer += `/${key} ${writeValue(value, numberOf)}`
  }
  const plain: Written[] = []
  const streams: { number: number; stream: Stream; entries: string }[] = []
  // The list grows while it is walked.
  for (const [index, ref] of order.entries()) {
    const number = index + 1
    const value: Value = file.lookup(ref) ?? null
    if (value instanceof Stream)
      streams.push({ number, stream: value, entries: writeEntries(value.dict, numberOf, value) })
    else plain.push({ number, text: writeValue(value, numberOf) })
  }
  for (const { number, stream, entries } of streams) out.stream(number, entries, await stream.bytes)
  if (objects === 'plain') {
    for (const object of plain) out.object(object)
    out.closeWithTable(trailer, order.length + 1)
  } else await out.closeWithStream(trailer, await out.pack(order.length + 1, plain))
  return out.bytes()
}

/** Writes a value, one byte a letter. */
export function writeValue(value: Value, numberOf: (ref: Ref) => number): string {
  if (typeof value === 'number') return writeNumber(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (value instanceof Ref) return `${numberOf(value)} 0 R`
  if (value instanceof Name) return writeName(value.text)
  if (value instanceof Text) return value.source
  if (value instanceof List) {
    let text = '['
    for (const item of value.items)
      text += text.length > 1 ? ` ${writeValue(item, numberOf)}` : writeValue(item, numberOf)
    return `${text}]`
  }
  if (value instanceof Dict) return `<<${writeEntries(value, numberOf)}>>`
  throw new Error('a stream inside of another object')
}

/** The entries of a dictionary; of a stream's all but its length, which the writer knows. */
export function writeEntries(dict: Dict, numberOf: (ref: Ref) => number, of?: Stream): string {
  let text = ''
  for (const [key, value] of dict.entries)
    if (!of || key !== 'Length') text += `${writeName(key)} ${writeValue(value, numberOf)}`
  return text
}

/** @see ISO 32000-1 §7.3.5 */
const writeName = (text: string) =>
  `/${text.replace(/[^!-~]|[#()<>[\]{}/%]/g, sign => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`

/** Without exponent: PDF has none. @see ISO 32000-1 §7.3.3 */
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written in a PDF`)
  const text = String(value)
  return text.includes('e') ? value.toFixed(10) : text
}
