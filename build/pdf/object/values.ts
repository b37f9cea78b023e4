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
  const interned = names.get(text)
  if (interned) return interned
  const created = new Name(text)
  names.set(text, created)
  return created
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

/** A value of a PDF. @see ISO 32000-1 §7.3 */
export type Value = null | boolean | number | Name | Text | Ref | List | Dict | Stream

export type ByteSource = {
  /** Resolves a value; undefined for null and for an object that does not exist. */
  lookup(value: Value | undefined): Value | undefined
}

export type Kind<T> = abstract new (...args: never[]) => T

export class List {
  readonly source: ByteSource
  readonly items: Value[]
  constructor(source: ByteSource, items: Value[]) {
    this.source = source
    this.items = items
  }
  lookup(index: number): Value | undefined {
    return this.source.lookup(this.items[index])
  }
  all<T extends Value>(kind: Kind<T>): T[] {
    return this.items.flatMap(item => {
      const value = this.source.lookup(item)
      return value instanceof kind ? [value] : []
    })
  }
  /** The numbers in it; NaN for anything else. */
  numbers(): number[] {
    return this.items.map(item => {
      const value = this.source.lookup(item)
      return typeof value === 'number' ? value : Number.NaN
    })
  }
}

/** A dictionary, in the order of its entries. */
export class Dict {
  readonly source: ByteSource
  readonly entries: Map<string, Value>
  constructor(source: ByteSource, entries: Iterable<[string, Value]> = []) {
    this.source = source
    this.entries = new Map(entries)
  }
  keys(): string[] {
    return [...this.entries.keys()]
  }
  values(): Value[] {
    return [...this.entries.values()]
  }
  get(key: string): Value | undefined {
    return this.entries.get(key)
  }
  set(key: string, value: Value): void {
    this.entries.set(key, value)
  }
  has(key: string): boolean {
    return this.entries.has(key)
  }
  delete(key: string): void {
    this.entries.delete(key)
  }
  clone(): Dict {
    return new Dict(this.source, this.entries)
  }
  lookup(key: string): Value | undefined {
    return this.source.lookup(this.get(key))
  }
  find<T extends Value>(key: string, kind: Kind<T>): T | undefined {
    const value = this.lookup(key)
    return value instanceof kind ? value : undefined
  }
  need<T extends Value>(key: string, kind: Kind<T>): T {
    const value = this.find(key, kind)
    if (value === undefined) throw new SyntaxError(`/${key} is ${this.lookup(key) ?? 'missing'}`)
    return value
  }
  number(key: string): number | undefined {
    const value = this.lookup(key)
    return typeof value === 'number' ? value : undefined
  }
  name(key: string): string | undefined {
    return this.find(key, Name)?.text
  }
  text(key: string): string | undefined {
    return this.find(key, Text)?.decode()
  }
}

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
