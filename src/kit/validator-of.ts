import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { rememberOf } from '../text/index.ts'
import { ajvOptions, type Schema, vocabulary } from './schemas/schema.ts'

let ajv: Ajv2020 | null = null

/** Compiles a schema, once, when the first file needs it. In the compiled press the code is there already, under the schema's
 *  `$id` (`build/ground/write-validators.js`). */
export const validatorOf = rememberOf((schema: Schema): ValidateFunction => {
  // To make the code of a validator shorter takes longer than it runs.
  ajv ??= new Ajv2020({ ...ajvOptions, code: { optimize: false } }).addVocabulary(vocabulary)
  return ajv.compile(schema)
})
