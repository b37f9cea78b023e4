import { type Page, readPages } from './pages.ts'
import { Reader } from './reader.ts'
import { type ByteSource, Dict, type Kind, List, name, Ref, refTo, type Value } from './values.ts'

/** Plain value that becomes one of a file: a string a name, an object a dictionary; undefined entries are omitted. */
export type Plain = Value | undefined | string | readonly Plain[] | PlainDict
export type PlainDict = { readonly [key: string]: Plain }

/** The objects of a PDF. Each is read when somebody asks for it: most of a file nobody does. */
export class PdfFile implements ByteSource {
  /** Catalogs of the opened files: several in a joined file. */
  readonly catalogs: Dict[] = []
  /** Information of each: title, producer. */
  readonly infos: Dict[] = []
  readonly #objects = new Map<number, Value | undefined>()
  readonly #readers: Reader[] = []
  trailer = new Dict(this)
  #next = 1
  #pages: Page[] | undefined

  static open(bytes: Uint8Array): PdfFile {
    const file = new PdfFile()
    file.trailer = file.#append(bytes)
    return file
  }

  /** Makes one file of several, their pages end to end. Its trailer is empty: what each was is in `catalogs` and `infos`. */
  static join(files: readonly Uint8Array[]): PdfFile {
    const file = new PdfFile()
    for (const bytes of files) file.#append(bytes)
    return file
  }

  /** Adds the objects of a file to those that are here. @returns its trailer */
  #append(bytes: Uint8Array): Dict {
    const base = this.#next - 1
    const reader = new Reader(bytes, this, base)
    this.#readers.push(reader)
    this.#next = base + reader.end
    const { trailer } = reader.cross
    const catalog = this.find(trailer.get('Root'), Dict)
    const info = this.find(trailer.get('Info'), Dict)
    if (catalog) this.catalogs.push(catalog)
    if (info) this.infos.push(info)
    return trailer
  }

  get catalog(): Dict {
    const root = this.find(this.trailer.get('Root'), Dict)
    if (!root) throw new SyntaxError('a PDF without catalog')
    return root
  }

  /** Gives the program that wrote the file, or the first of the joined files. */
  get producer(): string {
    return this.infos[0]?.text('Producer') ?? ''
  }

  get pages(): readonly Page[] {
    this.#pages ??= (this.catalogs.length > 0 ? this.catalogs : [this.catalog]).flatMap(catalog =>
      readPages(this, catalog),
    )
    return this.#pages
  }

  lookup(value: Value | undefined): Value | undefined {
    const target = value instanceof Ref ? this.#at(value.number) : value
    return target === null ? undefined : target
  }

  find<T extends Value>(value: Value | undefined, kind: Kind<T>): T | undefined {
    const target = this.lookup(value)
    return target instanceof kind ? target : undefined
  }

  /** Reserves the number of an object that is set later. */
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

  #at(number: number): Value | undefined {
    const cached = this.#objects.get(number)
    if (cached !== undefined || this.#objects.has(number)) return cached
    const reader = this.#readers.findLast(({ base }) => base < number)
    const value = reader?.read(number - reader.base)
    this.#objects.set(number, value)
    return value
  }

  #valueOf(plain: Plain): Value {
    if (typeof plain === 'string') return name(plain)
    if (plain === undefined) return null
    if (Array.isArray(plain)) return this.list(plain)
    return isPlainDict(plain) ? this.dict(plain) : (plain as Value)
  }
}

const isPlainDict = (plain: unknown): plain is PlainDict =>
  typeof plain === 'object' && plain !== null && Object.getPrototypeOf(plain) === Object.prototype
