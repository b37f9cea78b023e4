import { type PDFDocument, type PDFObject, type PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'

/** Objects that are packed together. */
const TOGETHER = 250

/** Writes a file, PDF 1.7: objects packed in the order of their numbers, the same bytes for the same objects. pdf-lib's own
 *  writer takes three times as long.
 *  @see ISO 32000-1 §7.5.7 (object streams), §7.5.8 (cross-reference streams) */
export function save({ context }: PDFDocument): Uint8Array {
  const file = new File()
  file.write(Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1'))
  const objects = context.enumerateIndirectObjects()
  const last = objects.reduce((largest, [{ objectNumber }]) => Math.max(largest, objectNumber), 0)
  let next = last + 1
  const plain: [PDFRef, PDFObject][] = []
  for (const [ref, object] of objects) {
    // Streams stand on their own.
    if (object instanceof PDFStream) file.place(ref.objectNumber, bytesOf(object))
    else plain.push([ref, object])
  }
  for (let from = 0; from < plain.length; from += TOGETHER) {
    const group = plain.slice(from, from + TOGETHER)
    file.pack(
      next++,
      group.map(([{ objectNumber }, object]) => [objectNumber, bytesOf(object)] as const),
    )
  }
  const { Root, Info, ID } = context.trailerInfo
  const entries = [
    ['Root', Root],
    ['Info', Info],
    ['ID', ID],
  ].flatMap(([key, value]) => (value ? [`/${key} ${value}`] : []))
  file.close(next, entries.join(' '))
  return file.bytes()
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

type Entry = { offset: number } | { container: number; index: number }

class File {
  readonly #pieces: Uint8Array[] = []
  readonly #entries = new Map<number, Entry>()
  #length = 0

  write(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#length += bytes.length
  }

  place(number: number, bytes: Uint8Array): void {
    this.#entries.set(number, { offset: this.#length })
    this.write(Buffer.from(`${number} 0 obj\n`))
    this.write(bytes)
    this.write(Buffer.from('\nendobj\n'))
  }

  /** Packs objects into a stream of objects of its own number. */
  pack(container: number, objects: readonly (readonly [number: number, bytes: Uint8Array])[]): void {
    const places: string[] = []
    const pieces: Uint8Array[] = []
    let at = 0
    for (const [index, [number, bytes]] of objects.entries()) {
      this.#entries.set(number, { container, index })
      places.push(`${number} ${at}`)
      pieces.push(bytes, NEW_LINE)
      at += bytes.length + 1
    }
    const head = Buffer.from(`${places.join(' ')}\n`)
    this.#stream(
      container,
      `/Type /ObjStm /N ${objects.length} /First ${head.length}`,
      Buffer.concat([head, ...pieces]),
    )
  }

  close(number: number, trailer: string): void {
    const start = this.#length
    const size = number + 1
    this.#entries.set(number, { offset: start })
    const rows = new Uint8Array(size * (WIDTH + 1))
    const before = new Uint8Array(WIDTH)
    for (let row = 0; row < size; row++) {
      const fields = rowOf(this.#entries.get(row))
      // Each byte as its difference from the one above (predictor 12): rows are alike.
      rows[row * (WIDTH + 1)] = 2
      for (let at = 0; at < WIDTH; at++)
        rows[row * (WIDTH + 1) + 1 + at] = (fields[at] as number) - (before[at] as number)
      before.set(fields)
    }
    const parms = `/DecodeParms <</Predictor 12 /Columns ${WIDTH}>>`
    this.#stream(number, `/Type /XRef /Size ${size} /W [1 4 2] ${parms} ${trailer}`, rows)
    this.write(Buffer.from(`startxref\n${start}\n%%EOF\n`))
  }

  bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.#pieces))
  }

  #stream(number: number, dict: string, content: Uint8Array): void {
    const packed = zlibSync(content, { level: 6 })
    const head = `<<${dict} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`
    this.place(number, Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]))
  }
}

const NEW_LINE = new Uint8Array([10])
const WIDTH = 7

/** Type, then offset or container, then generation or index. */
function rowOf(entry: Entry | undefined): Uint8Array {
  const row = new Uint8Array(WIDTH)
  const view = new DataView(row.buffer)
  if (!entry) view.setUint16(5, 0xffff)
  else if ('offset' in entry) {
    view.setUint8(0, 1)
    view.setUint32(1, entry.offset)
  } else {
    view.setUint8(0, 2)
    view.setUint32(1, entry.container)
    view.setUint16(5, entry.index)
  }
  return row
}
