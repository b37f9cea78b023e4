import { deflate } from './packer.ts'

type Entry = { offset: number } | { container: number; index: number }

/** The bytes of a file, piece by piece, and where its objects are. */
export class Output {
  readonly #pieces: Uint8Array[] = []
  readonly #entries: Entry[] = []
  #length = 0

  constructor(version: string) {
    // The second line says that bytes follow, not letters (ISO 32000-1 §7.5.2).
    this.#write(`%PDF-${version}\n%\u00e2\u00e3\u00cf\u00d3\n`)
  }

  object(number: number, text: string): void {
    this.#entries[number] = { offset: this.#length }
    this.#write(`${number} 0 obj\n${text}\nendobj\n`)
  }

  /** @param entries all but the length */
  stream(number: number, entries: string, bytes: Uint8Array): void {
    this.#entries[number] = { offset: this.#length }
    this.#write(`${number} 0 obj\n<<${entries}/Length ${bytes.length}>>\nstream\n`)
    this.#pieces.push(bytes)
    this.#length += bytes.length
    this.#write('\nendstream\nendobj\n')
  }

  /** Puts objects into a stream of objects of its own number. @see ISO 32000-1 §7.5.7 */
  async pack(container: number, objects: readonly { number: number; text: string }[]): Promise<void> {
    let places = ''
    let content = ''
    for (const [index, { number, text }] of objects.entries()) {
      this.#entries[number] = { container, index }
      places += `${number} ${content.length} `
      content += `${text}\n`
    }
    const entries = `/Type/ObjStm/N ${objects.length}/First ${places.length}/Filter/FlateDecode`
    this.stream(container, entries, await deflate(Buffer.from(places + content, 'latin1')))
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
    const rows = new Uint8Array(size * (WIDTH + 1))
    const before = new Uint8Array(WIDTH)
    const row = new Uint8Array(WIDTH)
    const view = new DataView(row.buffer)
    for (let index = 0; index < size; index++) {
      fill(view, this.#entries[index])
      // Each byte as its difference from the one above (predictor 12): rows are alike.
      const at = index * (WIDTH + 1)
      rows[at] = 2
      for (let byte = 0; byte < WIDTH; byte++)
        rows[at + 1 + byte] = (row[byte] as number) - (before[byte] as number)
      before.set(row)
    }
    const entries = `/Type/XRef/Size ${size}/W[1 4 2]/DecodeParms<</Predictor 12/Columns ${WIDTH}>>/Filter/FlateDecode${trailer}`
    this.stream(number, entries, await deflate(rows))
    this.#end(start)
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(this.#length)
    let at = 0
    for (const piece of this.#pieces) {
      bytes.set(piece, at)
      at += piece.length
    }
    return bytes
  }

  #end(start: number): void {
    this.#write(`startxref\n${start}\n%%EOF\n`)
  }

  #write(text: string): void {
    const bytes = Buffer.from(text, 'latin1')
    this.#pieces.push(bytes)
    this.#length += bytes.length
  }
}

const WIDTH = 7

/** Type, then offset or container, then generation or index. */
function fill(row: DataView, entry: Entry | undefined): void {
  const own = entry !== undefined && 'offset' in entry
  row.setUint8(0, entry === undefined ? 0 : own ? 1 : 2)
  row.setUint32(1, entry === undefined ? 0 : own ? entry.offset : entry.container)
  row.setUint16(5, entry === undefined ? 0xffff : own ? 0 : entry.index)
}
