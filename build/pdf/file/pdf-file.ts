import { type Page, readPages } from './pages.ts'
import { Reader } from './reader.ts'
import { Dict, type Kind, List, name, Ref, refTo, type Source, Stream, Text, type Value } from './values.ts'

/** What becomes a value of a file: a string a name, an object a dictionary; what is undefined is left out. */
export type Plain = Value | undefined | string | readonly Plain[] | PlainDict
export type PlainDict = { readonly [key: string]: Plain }

/** The objects of a PDF. Each is read when somebody asks for it: most of a file nobody does. */
export class PdfFile implements Source {
  /** `1.7` */
  readonly version: string
  readonly #objects = new Map<number, Value | undefined>()
  #read: (number: number) => Value | undefined
  #trailer: Dict
  #next: number
  #pages: Page[] | undefined

  private constructor(version: string) {
    this.version = version
    this.#read = () => undefined
    this.#trailer = new Dict(this)
    this.#next = 1
  }

  /** @throws SyntaxError when the bytes are no PDF, or not a whole one */
  static open(bytes: Uint8Array): PdfFile {
    const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
    const version = /^%PDF-(\d\.\d)/.exec(head)?.[1]
    if (version === undefined) throw new SyntaxError('this is no PDF')
    const file = new PdfFile(version)
    const reader = new Reader(bytes, file)
    const { places, trailer } = reader.cross
    file.#read = number => reader.read(number)
    file.#trailer = trailer
    for (const number of places.keys()) if (number >= file.#next) file.#next = number + 1
    return file
  }

  /** A file that has all that this one has, changes for itself, and begins with an empty trailer. */
  variant(): PdfFile {
    const file = new PdfFile(this.version)
    file.#read = number => this.#at(number)
    file.#next = this.#next
    return file
  }

  /** Root, Info, ID. */
  get trailer(): Dict {
    return this.#trailer
  }

  get catalog(): Dict {
    const root = this.find(this.#trailer.get('Root'), Dict)
    if (!root) throw new SyntaxError('a PDF without catalog')
    return root
  }

  /** The pages that the file was opened with, in their order. */
  get pages(): readonly Page[] {
    this.#pages ??= readPages(this)
    return this.#pages
  }

  lookup(value: Value | undefined): Value | undefined {
    const found = value instanceof Ref ? this.#at(value.number) : value
    return found === null ? undefined : found
  }

  /** What a value stands for, read and not kept: for who asks once. What is changed in it is lost. */
  peek(value: Value | undefined): Value | undefined {
    if (!(value instanceof Ref)) return value === null ? undefined : value
    const found = this.#objects.has(value.number) ? this.#objects.get(value.number) : this.#read(value.number)
    return found === null ? undefined : found
  }

  /** What a value stands for if it is of a kind. */
  find<T extends Value>(value: Value | undefined, kind: Kind<T>): T | undefined {
    const found = this.lookup(value)
    return found instanceof kind ? found : undefined
  }

  /** A number for an object that is told later. */
  reserve(): Ref {
    return refTo(this.#next++)
  }

  set(ref: Ref, value: Value): void {
    this.#objects.set(ref.number, value)
  }

  add(value: Value): Ref {
    const ref = this.reserve()
    this.set(ref, value)
    return ref
  }

  dict(entries: PlainDict = {}): Dict {
    const dict = new Dict(this)
    for (const key in entries) {
      const value = entries[key]
      if (value !== undefined) dict.set(key, this.#valueOf(value))
    }
    return dict
  }

  list(items: readonly Plain[]): List {
    return new List(
      this,
      items.map(item => this.#valueOf(item)),
    )
  }

  /** All objects that the file was opened with or was given. */
  *objects(): Generator<Value> {
    for (let number = 1; number < this.#next; number++) {
      const value = this.#at(number)
      if (value !== undefined) yield value
    }
  }

  #at(number: number): Value | undefined {
    const known = this.#objects.get(number)
    if (known !== undefined || this.#objects.has(number)) return known
    const value = this.#read(number)
    this.#objects.set(number, value)
    return value
  }

  #valueOf(plain: Plain): Value {
    if (typeof plain === 'string') return name(plain)
    if (plain === undefined) return null
    if (typeof plain !== 'object' || plain === null) return plain
    if (isValue(plain)) return plain
    return Array.isArray(plain) ? this.list(plain) : this.dict(plain as PlainDict)
  }
}

function isValue(plain: object): plain is Exclude<Value, null | boolean | number> {
  return (
    plain instanceof Ref ||
    plain instanceof Dict ||
    plain instanceof List ||
    plain instanceof Text ||
    plain instanceof Stream ||
    plain.constructor === name('Type').constructor
  )
}
