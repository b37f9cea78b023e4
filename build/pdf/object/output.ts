import { bytesOfLatin1, joinBytes } from './bytes.ts'

/** An object as it is written, one byte a letter. */
export type Written = { number: number; text: string }

export type Deflate = (bytes: Uint8Array) => Promise<Uint8Array>

type Entry = { offset: number } | { container: number; index: number }

/** The bytes of a file, piece by piece, and where its objects are. */
export class Output {
  readonly #pieces: Uint8Array[] = []
  readonly #entries: Entry[] = []
  #length = 0

  readonly #deflate: Deflate

  constructor(version: string, deflate: Deflate) {
    this.#deflate = deflate
    // The second line says that bytes follow, not letters (ISO 32000-1 §7.5.2).
    this.#write(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`)
  }

  object({ number, text }: Written): void {
    this.#entries[number] = { offset: this.#length }
    this.#write(`${number} 0 obj\n${text}\nendobj\n`)
  }

  /** @param entries all but the length */
  stream(number: number, entries: string, bytes: Uint8Array): void {
    this.#entries[number] = { offset: this.#length }
    this.#write(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`)
    this.#add(bytes)
    this.#write('\nendstream\nendobj\n')
  }

  /** Puts objects into streams of objects, numbered from `next` on. @returns the number after the last @see ISO 32000-1 §7.5.7 */
  async pack(next: number, objects: readonly Written[]): Promise<number> {
    const containers = Array.from({ length: Math.ceil(objects.length / TOGETHER) }, (_, index) => {
      const group = objects.slice(index * TOGETHER, (index + 1) * TOGETHER)
      return { group, ...gather(group) }
    })
    const packed = await Promise.all(containers.map(({ content }) => this.#deflate(content)))
    for (const [index, { group, first }] of containers.entries()) {
      for (const [place, { number }] of group.entries())
        this.#entries[number] = { container: next + index, index: place }
      const entries = `/Type/ObjStm/N ${group.length}/First ${first}/Filter/FlateDecode`
      this.stream(next + index, entries, packed[index] as Uint8Array)
    }
    return next + containers.length
  }

  /** @see ISO 32000-1 §7.5.4 */
  closeWithTable(trailer: string, size: number): void {
    const start = this.#length
    let rows = ''
    for (let number = 1; number < size; number++) {
      const entry = this.#entries[number]
      if (!entry || !('offset' in entry)) throw new Error(`object ${number} is not written`)
      rows += `${String(entry.offset).padStart(10, '0')} 00000 n \n`
    }
    this.#write(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Size ${size}${trailer}>>\n`)
    this.#end(start)
  }

  /** @see ISO 32000-1 §7.5.8 */
  async closeWithStream(trailer: string, number: number): Promise<void> {
    const start = this.#length
    const size = number + 1
    this.#entries[number] = { offset: start }
    const rows = new Uint8Array(size * WIDTH)
    const view = new DataView(rows.buffer)
    for (let index = 0; index < size; index++) fill(view, index * WIDTH, this.#entries[index])
    const entries = `/Type/XRef/Size ${size}/W[1 4 2]`
    const packing = `/DecodeParms<</Predictor 12/Columns ${WIDTH}>>/Filter/FlateDecode`
    this.stream(number, entries + packing + trailer, await this.#deflate(differences(rows)))
    this.#end(start)
  }

  bytes(): Uint8Array {
    return joinBytes(this.#pieces)
  }

  #end(start: number): void {
    this.#write(`startxref\n${start}\n%%EOF\n`)
  }

  #write(text: string): void {
    this.#add(bytesOfLatin1(text))
  }

  #add(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#length += bytes.length
  }
}

const TOGETHER = 250

/** Writes the content of a stream of objects: where each begins, then the objects. */
function gather(objects: readonly Written[]): { first: number; content: Uint8Array } {
  let places = ''
  let content = ''
  for (const { number, text } of objects) {
    places += `${number} ${content.length} `
    content += `${text}\n`
  }
  return { first: places.length, content: bytesOfLatin1(places + content) }
}

const WIDTH = 7

/** Type, then offset or container, then generation or index. */
function fill(rows: DataView, at: number, entry: Entry | undefined): void {
  const [type, second, third] =
    entry === undefined
      ? [0, 0, 0xffff]
      : 'offset' in entry
        ? [1, entry.offset, 0]
        : [2, entry.container, entry.index]
  rows.setUint8(at, type)
  rows.setUint32(at + 1, second)
  rows.setUint16(at + 5, third)
}

/** Each byte as its difference from the one above: rows are alike. @see ISO 32000-1 §7.4.4.4 (predictor 12) */
function differences(rows: Uint8Array): Uint8Array {
  const encoded = new Uint8Array(rows.length + rows.length / WIDTH)
  let end = 0
  for (let at = 0; at < rows.length; at++) {
    if (at % WIDTH === 0) encoded[end++] = 2
    encoded[end++] = (rows[at] as number) - (rows[at - WIDTH] ?? 0)
  }
  return encoded
}
