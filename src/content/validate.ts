import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { diagnoseSchema } from './diagnose-schema.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import { violationsOf } from './violations.ts'
import type { Yaml } from './yaml/parse-yaml.ts'

/** A value that its schema accepts, or null, with every problem of it. */
export type Checked<T> = { value: T | null; diagnostics: Diagnostic[] }

/** Beyond so many problems a file is not what its name says, and more of them help nobody. */
const most = 200

/** Holds a YAML value against the schema of its file. A text that was not read whole is not judged: its first problem
 *  would be reported again as ten others. */
export function validate<S extends Schema>(yaml: Yaml, schema: S): Checked<FromSchema<S>> {
  if (!yaml.sound) return { value: null, diagnostics: yaml.diagnostics }
  const diagnostics = violationsOf(yaml.value, schema)
    .slice(0, most)
    .flatMap(violation => diagnoseSchema(violation, { yaml, schema }) ?? [])
  const isRight =
    diagnostics.length === 0 && yaml.diagnostics.every(({ severity }) => severity === 'avertissement')
  return {
    value: isRight ? (yaml.value as FromSchema<S>) : null,
    diagnostics: [...yaml.diagnostics, ...diagnostics],
  }
}
