import { Text } from './text.ts'

/** A name: `/Page`. There is one object for each: names are compared by identity. */
export class Name {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return `/${this.text}`
  }
}

const names = new Map<string, Name>()

export function name(text: string): Name {
  const known = names.get(text)
  if (known) return known
  const made = new Name(text)
  names.set(text, made)
  return made
}

/** A way to an object of its file. There is one for each number, in all files: refs are compared by identity. */
export class Ref {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
  toString(): string {
    return `${this.number} 0 R`
  }
}

const refs: Ref[] = []

/** Generations are not kept: a file has one object of a number. */
export function refTo(number: number): Ref {
  let ref = refs[number]
  if (ref === undefined) {
    ref = new Ref(number)
    refs[number] = ref
  }
  return ref
}

/** What a PDF is made of. @see ISO 32000-1 §7.3 */
export type Value = null | boolean | number | Name | Text | Ref | List | Dict | Stream

/** Where the objects are that refs lead to. */
export type Source = {
  /** What a value stands for; undefined for null and for what does not exist. */
  lookup(value: Value | undefined): Value | undefined
}

/** A class of values that something is looked up as. */
export type Kind<T> = abstract new (...args: never[]) => T

/** An array. */
export class List {
  readonly source: Source
  readonly items: Value[]
  constructor(source: Source, items: Value[]) {
    this.source = source
    this.items = items
  }
  get size(): number {
    return this.items.length
  }
  lookup(index: number): Value | undefined {
    return this.source.lookup(this.items[index])
  }
  /** The numbers in it; NaN for anything else. */
  numbers(): number[] {
    return this.items.map(item => {
      const value = this.source.lookup(item)
      return typeof value === 'number' ? value : Number.NaN
    })
  }
}

/** A dictionary, in the order of its entries. Nearly all are of a few entries, and a book has a hundred thousand: they are
 *  looked through; a long one has an index. */
export class Dict {
  readonly source: Source
  /** Key, value, key, value … */
  readonly flat: (string | Value)[]
  #index: Map<string, number> | undefined
  constructor(source: Source, flat: (string | Value)[] = []) {
    this.source = source
    this.flat = flat
  }
  keys(): string[] {
    return this.flat.filter((_, at) => at % 2 === 0) as string[]
  }
  values(): Value[] {
    return this.flat.filter((_, at) => at % 2 === 1) as Value[]
  }
  /** The entry as it is written. */
  get(key: string): Value | undefined {
    const at = this.#find(key)
    return at < 0 ? undefined : (this.flat[at + 1] as Value)
  }
  set(key: string, value: Value): void {
    const at = this.#find(key)
    if (at >= 0) this.flat[at + 1] = value
    else {
      this.flat.push(key, value)
      this.#index?.set(key, this.flat.length - 2)
    }
  }
  has(key: string): boolean {
    return this.#find(key) >= 0
  }
  delete(key: string): void {
    const at = this.#find(key)
    if (at >= 0) this.flat.splice(at, 2)
    this.#index = undefined
  }
  #find(key: string): number {
    const flat = this.flat
    if (flat.length > LONG) {
      this.#index ??= new Map(this.keys().map((known, index) => [known, 2 * index]))
      return this.#index.get(key) ?? -1
    }
    for (let at = 0; at < flat.length; at += 2) if (flat[at] === key) return at
    return -1
  }
  clone(): Dict {
    return new Dict(this.source, [...this.flat])
  }
  /** What the entry stands for. */
  lookup(key: string): Value | undefined {
    const value = this.get(key)
    return value instanceof Ref || value === null ? this.source.lookup(value) : value
  }
  /** What the entry stands for if it is of a kind. */
  find<T extends Value>(key: string, kind: Kind<T>): T | undefined {
    const value = this.lookup(key)
    return value instanceof kind ? value : undefined
  }
  /** What the entry must stand for.
   *  @throws SyntaxError when it is of another kind, or not there */
  need<T extends Value>(key: string, kind: Kind<T>): T {
    const value = this.find(key, kind)
    if (value === undefined) throw new SyntaxError(`/${key} is ${this.lookup(key) ?? 'missing'}`)
    return value
  }
  /** The number of the entry; undefined when it is none. */
  number(key: string): number | undefined {
    const value = this.lookup(key)
    return typeof value === 'number' ? value : undefined
  }
  /** The text of the entry when it is a name. */
  name(key: string): string | undefined {
    return this.find(key, Name)?.text
  }
  /** The words of the entry when it is a string. */
  text(key: string): string | undefined {
    return this.find(key, Text)?.decode()
  }
}

/** Keys and values of a dictionary that has an index. */
const LONG = 32

/** A dictionary with bytes, packed as its filters say. */
export class Stream {
  readonly dict: Dict
  /** A promise while they are being packed. */
  readonly bytes: Uint8Array | Promise<Uint8Array>
  constructor(dict: Dict, bytes: Uint8Array | Promise<Uint8Array>) {
    this.dict = dict
    this.bytes = bytes
  }
}

export { Text }
