import type { Schema, TypeName } from './schemas/schema.ts'
import type { Path } from './yaml/parse-yaml.ts'

/** Where a value is not what its schema says: the value, the part of the schema that refuses it, and what a message needs
 *  besides. `nom` is set when the value is itself a name of the map at `path`. */
export type Violation = { path: Path; value: unknown; schema: Schema; nom?: string } & (
  | { keyword: 'additionalProperties' | 'required'; cle: string }
  | { keyword: 'uniqueItems'; index: number }
  | {
      keyword:
        | 'type'
        | 'enum'
        | 'const'
        | 'maxLength'
        | 'minLength'
        | 'pattern'
        | 'maximum'
        | 'minimum'
        | 'items'
        | 'minItems'
        | 'minProperties'
    }
)

/** All that `schema` has to say against `value`, as a validator of JSON Schema 2020-12 would: read from the schema as it
 *  stands, since to compile all of them takes longer than to judge a whole kit. @see https://json-schema.org/draft/2020-12 */
export function violationsOf(value: unknown, schema: Schema): Violation[] {
  const found: Violation[] = []
  judge(value, schema, { path: [], found })
  return found
}

type At = { path: Path; found: Violation[]; nom?: string }

function judge(value: unknown, schema: Schema, at: At): void {
  const tell: Tell = violation => {
    const named = at.nom === undefined ? {} : { nom: at.nom }
    at.found.push({ path: at.path, value, schema, ...named, ...violation })
  }
  const types = typesOf(schema)
  if (types.length > 0 && !types.some(type => isOfType(value, type))) tell({ keyword: 'type' })
  if (schema.const !== undefined && value !== schema.const) tell({ keyword: 'const' })
  if (schema.enum && !schema.enum.some(one => one === value)) tell({ keyword: 'enum' })
  if (isOfType(value, 'number')) judgeNumber(value as number, schema, tell)
  else if (typeof value === 'string') judgeString(value, schema, tell)
  else if (Array.isArray(value)) judgeArray(value, schema, at, tell)
  else if (isOfType(value, 'object')) judgeObject(value as Record<string, unknown>, schema, at, tell)
}

type Extra<V> = V extends Violation ? Omit<V, 'path' | 'value' | 'schema' | 'nom'> : never
type Tell = (violation: Extra<Violation>) => void

function judgeNumber(value: number, { minimum, maximum }: Schema, tell: Tell): void {
  if (maximum !== undefined && value > maximum) tell({ keyword: 'maximum' })
  if (minimum !== undefined && value < minimum) tell({ keyword: 'minimum' })
}

function judgeString(value: string, { minLength, maxLength, pattern }: Schema, tell: Tell): void {
  if (maxLength !== undefined && value.length > maxLength && [...value].length > maxLength)
    tell({ keyword: 'maxLength' })
  if (minLength !== undefined && [...value.slice(0, 2 * minLength)].length < minLength)
    tell({ keyword: 'minLength' })
  if (pattern !== undefined && !patternOf(pattern).test(value)) tell({ keyword: 'pattern' })
}

function judgeArray(value: readonly unknown[], schema: Schema, at: At, tell: Tell): void {
  const { minItems, uniqueItems, prefixItems = [], items } = schema
  if (minItems !== undefined && value.length < minItems) tell({ keyword: 'minItems' })
  const repeated = uniqueItems ? repeatedText(value) : null
  if (repeated !== null) tell({ keyword: 'uniqueItems', index: repeated })
  if (items === false && value.length > prefixItems.length) tell({ keyword: 'items' })
  for (const [index, item] of value.entries()) {
    const of = prefixItems[index] ?? items
    if (of) judge(item, of, { path: [...at.path, index], found: at.found })
  }
}

/** Where, nearest to the end, a text comes again; lists that must not repeat are of texts. */
function repeatedText(list: readonly unknown[]): number | null {
  const later = new Map<string, number>()
  for (const [index, item] of [...list.entries()].reverse()) {
    if (typeof item !== 'string') continue
    const again = later.get(item)
    if (again !== undefined) return again
    later.set(item, index)
  }
  return null
}

function judgeObject(value: Record<string, unknown>, schema: Schema, at: At, tell: Tell): void {
  const { minProperties, required = [], propertyNames, properties = {}, additionalProperties } = schema
  const names = Object.keys(value)
  if (minProperties !== undefined && names.length < minProperties) tell({ keyword: 'minProperties' })
  for (const cle of required) if (!Object.hasOwn(value, cle)) tell({ keyword: 'required', cle })
  for (const nom of names) {
    if (propertyNames) judge(nom, propertyNames, { ...at, nom })
    const of = Object.hasOwn(properties, nom) ? properties[nom] : additionalProperties
    if (of) judge(value[nom], of, { path: [...at.path, nom], found: at.found })
    else if (of === false) tell({ keyword: 'additionalProperties', cle: nom })
  }
}

/** The types that a schema admits; none: any. */
export const typesOf = ({ type }: Schema): readonly TypeName[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type

function isOfType(value: unknown, type: TypeName): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    case 'integer':
      return Number.isInteger(value)
    case 'number':
      return Number.isFinite(value)
    default:
      return typeof value === type
  }
}

const patterns = new Map<string, RegExp>()

function patternOf(source: string): RegExp {
  const known = patterns.get(source)
  if (known) return known
  const made = new RegExp(source, 'u')
  patterns.set(source, made)
  return made
}
