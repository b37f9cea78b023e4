import type { FromSchema, Schema } from './schema.ts'

/** A value that a schema accepts, with all that it leaves out: what stands as `default`, no items, no names, a group whose keys are
 *  left out; null for anything else. */
export type Filled<S> = S extends { type: infer T; properties: infer P }
  ? { -readonly [K in keyof P]: K extends Asked<S> ? Filled<P[K]> : FilledKey<P[K]> } | NullOf<T>
  : S extends { additionalProperties: infer V extends Schema }
    ? Record<string, Filled<V>>
    : S extends { items: infer I extends Schema }
      ? Filled<I>[]
      : FromSchema<S>

type Asked<S> = S extends { required: readonly (infer K)[] } ? K : never
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
  if (Array.isArray(value)) return typeof items === 'object' ? value.map(one => filled(items, one)) : value
  if (typeof value !== 'object' || value === null) return value
  const given = new Map(Object.entries(value))
  if (properties)
    return Object.fromEntries(
      Object.entries(properties).map(([key, one]) => [key, filled(one, given.get(key))]),
    )
  return typeof free === 'object'
    ? Object.fromEntries([...given].map(([key, one]) => [key, filled(free, one)]))
    : value
}
