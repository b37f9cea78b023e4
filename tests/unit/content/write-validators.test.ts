import { join } from 'node:path'
import type { ErrorObject } from 'ajv'
import { build } from 'rolldown'
import { expect, test } from 'vitest'
import { writeValidators } from '../../../build/ground/write-validators.js'
import { fichePublieeSchema } from '../../../src/kit/schemas/fiche.ts'
import { kitSchema } from '../../../src/kit/schemas/kit.ts'
import { siglesSchema } from '../../../src/kit/schemas/lists.ts'
import { tokensSchema } from '../../../src/kit/schemas/tokens.ts'
import { validatorOf } from '../../../src/kit/validator-of.ts'

const home = process.cwd()

/** The function of the compiled press. */
async function written(): Promise<typeof validatorOf> {
  const source = join(home, 'src/kit/validator-of.ts')
  const { output } = await build({
    input: source,
    write: false,
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'written',
        load: async id => (id === source ? { code: await writeValidators(home), moduleType: 'js' } : null),
      },
    ],
  })
  const code = Buffer.from(output[0].code).toString('base64')
  const module = (await import(`data:text/javascript;base64,${code}`)) as { validatorOf: typeof validatorOf }
  return module.validatorOf
}

/** What the press reads of errors: the value of the keyword it takes from the parent schema, wherever it stands there. */
const readOf = (errors: ErrorObject[] | null | undefined) =>
  errors?.map(({ schema: _, schemaPath: __, ...error }) => error)

test('the validators of the compiled press say what those of the sources say', async () => {
  const inPress = await written()
  const wrong = { titre: '', edition: { annee: 1, mois: 'mai' }, familles: [], inconnu: true, numero: 'x' }
  for (const schema of [kitSchema, fichePublieeSchema, siglesSchema, tokensSchema])
    for (const value of [
      wrong,
      [],
      null,
      { 'a b': 1 },
      { familles: { a: { solid: { hex: 'x', cmyk: [1] } } } },
    ]) {
      const [here, there] = [validatorOf(schema), inPress(schema)]
      expect(there(value)).toBe(here(value))
      expect(readOf(there.errors)).toEqual(readOf(here.errors))
      expect(there.errors).not.toEqual([])
    }
})
