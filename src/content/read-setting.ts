import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkWritten } from './check-written.ts'
import { readText } from './read-text.ts'
import type { Reading } from './reading.ts'
import type { FromSchema, Schema } from './schemas/schema.ts'
import { validate } from './validate.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { yamlOfSetting } from './yaml-of.ts'

/** How a file of settings is read: its schema, and what else is asked of it alone. */
export type SettingForm<S extends Schema> = {
  schema: S
  check?(yaml: Yaml, value: FromSchema<S> | null): Diagnostic[]
}

/** Reads a file of settings and judges it by itself. */
export function readSetting<S extends Schema>(
  bytes: Uint8Array,
  file: string,
  { schema, check }: SettingForm<S>,
): Reading<FromSchema<S>, null> {
  const { text, diagnostics } = readText(bytes, file)
  if (text === null) return { said: null, diagnostics }
  const yaml = yamlOfSetting(text, file)
  const { value, diagnostics: refused } = validate(yaml, schema)
  return {
    said: { written: yaml.value, value, corps: null },
    diagnostics: [...diagnostics, ...refused, ...(check?.(yaml, value) ?? []), ...checkWritten(yaml, text)],
  }
}
