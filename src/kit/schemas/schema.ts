/** Editions in which a reader may see a key. */
export type ShownEdition = 'web' | 'print' | 'epub' | 'word'

/** The part of JSON Schema 2020-12 that the files of a kit need. `forme`, `propose`, `label`, `shown` and `technical` are ours. */
export type Schema = {
  readonly $id?: string
  readonly title?: string
  readonly description?: string
  readonly type?: TypeName | readonly TypeName[]
  readonly enum?: readonly string[]
  readonly const?: string
  /** Value of a missing key (`fill`). */
  readonly default?: string | number | boolean | Readonly<Record<string, number>>
  readonly pattern?: string
  /** The pattern, said in French. */
  readonly forme?: string
  /** How a wrong value becomes one that has the form. */
  readonly propose?: 'slug'
  /** Name of the key for people. */
  readonly label?: string
  /** Editions that show it to readers: as a line of words, « Mots-clés : habitat », in Word as a row of the table. */
  readonly shown?: readonly ShownEdition[]
  /** The press needs it; an author hardly ever does. */
  readonly technical?: true
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly additionalProperties?: false | Schema
  readonly propertyNames?: Schema
  readonly items?: false | Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly uniqueItems?: boolean
}

/** Says a key as its form does: by its label, or by how its description begins. `help`: the rest of that, without what no author
 *  writes. `Sigle, s'il y en a un.` → `Sigle`, `s'il y en a un` */
export function sayKey({ label, description = '' }: Schema, key: string): { label: string; help: string } {
  const [, first = '', rest = ''] =
    /^(.*?)(?:[.,;:]\s+(.*?))?\.?$/su.exec(description.replace(/\s:/g, ':')) ?? []
  const help = (label ? description : rest).replace(/\s*(?:Par défaut\b|null\b)[^.]*\.?/g, '')
  return { label: label ?? (first || key), help }
}

export type TypeName = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object'

/** The values that a schema accepts, as a type: the types of files cannot drift from their schemas. */
export type FromSchema<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { type: infer T }
      ? T extends readonly (infer U)[]
        ? FromType<U, S>
        : FromType<T, S>
      : never

type FromType<T, S> = T extends 'string'
  ? string
  : T extends 'integer' | 'number'
    ? number
    : T extends 'boolean'
      ? boolean
      : T extends 'null'
        ? null
        : T extends 'array'
          ? FromArray<S>
          : T extends 'object'
            ? FromObject<S>
            : never

type FromArray<S> = S extends { prefixItems: infer P extends readonly unknown[] }
  ? { readonly [I in keyof P]: FromSchema<P[I]> }
  : S extends { items: infer I }
    ? FromSchema<I>[]
    : never

type FromObject<S> = S extends { properties: infer P }
  ? Show<
      { -readonly [K in keyof P as K extends Required<S> ? K : never]: FromSchema<P[K]> } & {
        -readonly [K in keyof P as K extends Required<S> ? never : K]?: FromSchema<P[K]>
      }
    >
  : S extends { additionalProperties: infer V }
    ? Record<string, FromSchema<V>>
    : never

type Required<S> = S extends { required: readonly (infer R)[] } ? R : never

type Show<T> = { [K in keyof T]: T[K] }

/** A value that a schema accepts, with its missing parts filled in: `default`, no items, no names, an empty group. Else null. */
export type Filled<S> = S extends { type: infer T; properties: infer P }
  ? { -readonly [K in keyof P]: K extends RequiredKey<S> ? Filled<P[K]> : FilledKey<P[K]> } | NullOf<T>
  : S extends { additionalProperties: infer V extends Schema }
    ? Record<string, Filled<V>>
    : S extends { items: infer I extends Schema }
      ? Filled<I>[]
      : FromSchema<S>

type RequiredKey<S> = S extends { required: readonly (infer K)[] } ? K : never
type NullOf<T> = T extends readonly (infer U)[] ? (Extract<'null', U> extends never ? never : null) : never
type FilledKey<S> = S extends { default: unknown } | { type: 'array' | 'object' }
  ? Filled<S>
  : Filled<S> | null

/** Fills in what a value leaves out. */
export function fill<S extends Schema>(schema: S, value: FromSchema<S>): Filled<S> {
  return filled(schema, value) as Filled<S>
}

function filled(schema: Schema, value: unknown): unknown {
  const { properties, additionalProperties: free, items } = schema
  if (value === undefined) {
    if (schema.default !== undefined) return schema.default
    if (schema.type === 'array') return []
    return schema.type === 'object' ? filled(schema, {}) : null
  }
  if (Array.isArray(value))
    return typeof items === 'object' ? value.map(inner => filled(items, inner)) : value
  if (typeof value !== 'object' || value === null) return value
  const given = new Map(Object.entries(value))
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, inner]) => [key, filled(inner, given.get(key))]),
    )
  return typeof free === 'object'
    ? Object.fromEntries([...given].map(([key, inner]) => [key, filled(free, inner)]))
    : value
}

/** Options of Ajv for our schemas. */
export const ajvOptions = {
  strict: true,
  allErrors: true,
  verbose: true,
  // Ours are French.
  messages: false,
  allowUnionTypes: true,
  // The schemas are ours, and a test holds them against the standard: no check needs to.
  meta: false,
  validateSchema: false,
} as const

/** Keywords of our schemas beyond the standard. */
export const vocabulary = ['forme', 'propose', 'label', 'shown', 'technical']
