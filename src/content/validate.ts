import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { diagnoseSchema } from './diagnose-schema.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import type { Path, Yaml } from './yaml/parse-yaml.ts'

/** A value that its schema accepts, or null, with every problem of it. */
export type Checked<T> = { value: T | null; diagnostics: Diagnostic[] }

/** Beyond so many problems a file is not what its name says, and more of them help nobody. */
const most = 200

/** Holds a YAML value against the schema of its file. A text that was not read whole is not judged: its first problem
 *  would be told again as ten others. */
export function validate<S extends Schema>(yaml: Yaml, schema: S): Checked<FromSchema<S>> {
  if (!yaml.sound) return { value: null, diagnostics: yaml.diagnostics }
  const accepts = validator(schema)
  const diagnostics = accepts(yaml.value)
    ? []
    : (accepts.errors ?? [])
        .slice(0, most)
        .flatMap(error => diagnoseSchema(error, { yaml, schema, path: pathOf(error) }) ?? [])
  const clean = diagnostics.length === 0 && yaml.diagnostics.length === 0
  return {
    value: clean ? (yaml.value as FromSchema<S>) : null,
    diagnostics: [...yaml.diagnostics, ...diagnostics],
  }
}

let ajv: Ajv2020 | null = null
const compiled = new WeakMap<Schema, ValidateFunction>()

/** Each schema is compiled once, when the first file needs it. */
function validator(schema: Schema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  ajv ??= new Ajv2020({ strict: true, allErrors: true, verbose: true, allowUnionTypes: true }).addVocabulary([
    'forme',
  ])
  const made = ajv.compile(schema)
  compiled.set(schema, made)
  return made
}

/** RFC 6901 */
function pathOf({ instancePath }: ErrorObject): Path {
  return instancePath
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}
