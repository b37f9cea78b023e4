import type { ErrorObject } from 'ajv/dist/2020.js'
import type { Schema, TypeName } from './schemas/schema.ts'
import { validatorOf } from './validator-of.ts'
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
  'pattern',
  'maximum',
  'minimum',
  'items',
  'minItems',
] as const
type Plain = (typeof plain)[number]

/** All that `schema` has to say against `value`. @see https://json-schema.org/draft/2020-12
 *  @throws Error when the schema uses a keyword that no message knows */
export function violationsOf(value: unknown, schema: Schema): Violation[] {
  const accepts = validatorOf(schema)
  return accepts(value) ? [] : (accepts.errors ?? []).flatMap(error => violationOf(error) ?? [])
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
  // The error of the name is reported; that it makes the map invalid follows from it.
  if (keyword === 'propertyNames') return null
  const plainKeyword = plain.find(one => one === keyword)
  if (!plainKeyword) throw new Error(`no message says what « ${keyword} » refuses`)
  return { ...at, keyword: plainKeyword }
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
