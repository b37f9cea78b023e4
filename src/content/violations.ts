import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Schema, TypeName } from './schemas/schema.ts'
import type { Path } from './yaml/parse-yaml.ts'

/** Where a value is not what its schema says: the value, the part of the schema that refuses it, and what a message needs
 *  besides. `nom` is set when the value is itself a name of the map at `path`. */
export type Violation = { path: Path; value: unknown; schema: Schema; nom?: string } & (
  | { keyword: 'additionalProperties' | 'required'; cle: string }
  | { keyword: 'uniqueItems'; index: number }
  | { keyword: Plain }
)

const plain = [
  'type',
  'enum',
  'const',
  'maxLength',
  'minLength',
  'pattern',
  'maximum',
  'minimum',
  'items',
  'minItems',
  'minProperties',
] as const
type Plain = (typeof plain)[number]

/** All that `schema` has to say against `value`. @see https://json-schema.org/draft/2020-12
 *  @throws Error when the schema uses a keyword that no message knows */
export function violationsOf(value: unknown, schema: Schema): Violation[] {
  const accepts = validator(schema)
  return accepts(value) ? [] : (accepts.errors ?? []).flatMap(error => violationOf(error) ?? [])
}

let ajv: Ajv2020 | null = null
const compiled = new WeakMap<Schema, ValidateFunction>()

/** Each schema is compiled once, when the first file needs it. */
function validator(schema: Schema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  ajv ??= new Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    // The schemas are ours, and a test holds them against the standard: no check needs to.
    meta: false,
    validateSchema: false,
    // To make the code of a validator shorter takes longer than it runs.
    code: { optimize: false },
  }).addVocabulary(['forme'])
  const made = ajv.compile(schema)
  compiled.set(schema, made)
  return made
}

function violationOf({
  instancePath,
  keyword,
  params,
  data,
  parentSchema,
  propertyName,
}: ErrorObject): Violation | null {
  const named = propertyName === undefined ? {} : { nom: propertyName }
  const at = { path: pathOf(instancePath), value: data, schema: parentSchema as Schema, ...named }
  if (keyword === 'additionalProperties') return { ...at, keyword, cle: String(params['additionalProperty']) }
  if (keyword === 'required') return { ...at, keyword, cle: String(params['missingProperty']) }
  if (keyword === 'uniqueItems')
    return { ...at, keyword, index: Math.max(Number(params['i']), Number(params['j'])) }
  // The name's own error is told; that it makes the map invalid goes without saying.
  if (keyword === 'propertyNames') return null
  const known = plain.find(one => one === keyword)
  if (!known) throw new Error(`no message says what « ${keyword} » refuses`)
  return { ...at, keyword: known }
}

/** RFC 6901 */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The types that a schema admits; none: any. */
export const typesOf = ({ type }: Schema): readonly TypeName[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type
