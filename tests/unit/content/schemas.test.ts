import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { ficheAnnonceeSchema, fichePublieeSchema, pageSchema } from '../../../src/kit/schemas/fiche.ts'
import { kitSchema } from '../../../src/kit/schemas/kit.ts'
import {
  creditsSchema,
  partenairesSchema,
  rechercheSchema,
  siglesSchema,
} from '../../../src/kit/schemas/lists.ts'
import { relecturesSchema } from '../../../src/kit/schemas/relecture.ts'
import type { Schema } from '../../../src/kit/schemas/schema.ts'
import { tokensDuKitSchema, tokensSchema } from '../../../src/kit/schemas/tokens.ts'

test.each([
  ...[kitSchema, partenairesSchema, siglesSchema, rechercheSchema, creditsSchema],
  ...[fichePublieeSchema, ficheAnnonceeSchema, pageSchema, relecturesSchema],
  ...[tokensSchema, tokensDuKitSchema],
])(
  '$$id suit JSON Schema 2020-12, ce qu’aucun contrôle ne revérifie ; chaque champ a sa description',
  schema => {
    const standard = new Ajv2020()
    expect(standard.validateSchema(schema), standard.errorsText()).toBe(true)
    expect(fieldsWithout(schema)).toEqual([])
  },
)

/** Paths of the fields of `schema` that have no description. */
function fieldsWithout(schema: Schema, path = ''): string[] {
  const fields = Object.entries(schema.properties ?? {})
  const inner = [schema.items, schema.additionalProperties].filter(each => typeof each === 'object')
  return [
    ...fields.flatMap(([name, field]) => [
      ...(field.description ? [] : [`${path}${name}`]),
      ...fieldsWithout(field, `${path}${name} › `),
    ]),
    ...inner.flatMap(each => fieldsWithout(each, path)),
  ]
}
