import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { CreditsYaml } from '../../../src/content/schemas/credits.ts'
import { creditsSchema } from '../../../src/content/schemas/credits.ts'
import type { FicheAnnonceeYaml, FichePublieeYaml } from '../../../src/content/schemas/fiche.ts'
import { ficheAnnonceeSchema, fichePublieeSchema } from '../../../src/content/schemas/fiche.ts'
import { type KitYaml, kitSchema } from '../../../src/content/schemas/kit.ts'
import { type PageYaml, pageSchema } from '../../../src/content/schemas/page.ts'
import { type PartenairesYaml, partenairesSchema } from '../../../src/content/schemas/partenaires.ts'
import type { Schema } from '../../../src/content/schemas/schema.ts'
import { type SiglesYaml, siglesSchema } from '../../../src/content/schemas/sigles.ts'
import { type TokensJson, tokensDuKitSchema, tokensSchema } from '../../../src/content/schemas/tokens.ts'
import { readShippedTokens } from '../../../src/content/shipped-tokens.ts'
import { typesOf, type Violation, violationsOf } from '../../../src/content/violations.ts'
import type {
  Famille,
  Fiche,
  FicheAnnoncee,
  FichePubliee,
  Kit,
  Page,
  Partenaire,
  Tokens,
} from '../../../src/kit.ts'

const schemas = [
  kitSchema,
  partenairesSchema,
  siglesSchema,
  creditsSchema,
  fichePublieeSchema,
  ficheAnnonceeSchema,
  pageSchema,
  tokensSchema,
  tokensDuKitSchema,
] as const

/** What a group of keys is once its defaults are filled in. */
type Filled<T> = Required<NonNullable<T>>

// Judged by `tsc`: a field that only the schema or only src/kit.ts knows does not compile.
describe('les types de src/kit.ts sont ceux des schémas', () => {
  test('kit.yaml', () => {
    type Elsewhere = 'dir' | 'partenaires' | 'sigles' | 'tokens' | 'fiches' | 'pages' | 'images'
    expectTypeOf<Exclude<keyof Kit, Elsewhere>>().toEqualTypeOf<keyof KitYaml>()
    expectTypeOf<Filled<KitYaml['edition']>>().toEqualTypeOf<Kit['edition']>()
    expectTypeOf<Filled<KitYaml['editeur']>>().toEqualTypeOf<Kit['editeur']>()
    expectTypeOf<Filled<KitYaml['isbn']>>().toEqualTypeOf<Kit['isbn']>()
    expectTypeOf<Filled<KitYaml['licence']>>().toEqualTypeOf<Kit['licence']>()
    expectTypeOf<Filled<KitYaml['imprimeur']> | null>().toEqualTypeOf<Kit['imprimeur']>()
    expectTypeOf<NonNullable<KitYaml['credits']>>().toEqualTypeOf<Kit['credits']>()
    expectTypeOf<KitYaml['familles'][number]>().toEqualTypeOf<Famille>()
    expectTypeOf<Filled<KitYaml['site']>>().toEqualTypeOf<Kit['site']>()
    expectTypeOf<Filled<KitYaml['impression']>>().toEqualTypeOf<Kit['impression']>()
    expectTypeOf<Filled<KitYaml['mentions']>>().toEqualTypeOf<Kit['mentions']>()
    type Audit = Filled<NonNullable<KitYaml['accessibilite']>['audit']>
    expectTypeOf<Audit | null>().toEqualTypeOf<Kit['accessibilite']['audit']>()
  })

  test('fiches et pages', () => {
    type Added<T> = Omit<T, 'file' | 'corps' | 'partie'>
    expectTypeOf<Required<FichePublieeYaml>>().toEqualTypeOf<Added<FichePubliee>>()
    expectTypeOf<FicheAnnonceeYaml>().toEqualTypeOf<Added<FicheAnnoncee>>()
    expectTypeOf<FichePublieeYaml['statut'] | FicheAnnonceeYaml['statut']>().toEqualTypeOf<Fiche['statut']>()
    expectTypeOf<Required<PageYaml>>().toEqualTypeOf<Added<Page>>()
  })

  test('partenaires, sigles, crédits, couleurs', () => {
    expectTypeOf<Required<PartenairesYaml[string]>>().toEqualTypeOf<Partenaire>()
    expectTypeOf<SiglesYaml>().toEqualTypeOf<Kit['sigles']>()
    expectTypeOf<Required<CreditsYaml[string]>>().toEqualTypeOf<Kit['images'][string]>()
    expectTypeOf<TokensJson>().toExtend<Tokens>()
    expectTypeOf<keyof TokensJson['familles'][string]>().toEqualTypeOf<keyof Tokens['familles'][string]>()
    expectTypeOf<keyof TokensJson['neutre']>().toEqualTypeOf<keyof Tokens['neutre']>()
    expectTypeOf<keyof TokensJson['web']>().toEqualTypeOf<keyof Tokens['web']>()
  })
})

describe.each(schemas.map(schema => [schema.$id, schema] as const))('%s', (_, schema) => {
  // Strict: an unknown keyword, or one that its type never meets, does not compile.
  const accepts = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
    .addVocabulary(['forme'])
    .compile(schema)

  test('est jugé comme le fait un validateur de JSON Schema', () => {
    fc.assert(
      fc.property(valuesLike(schema), value => {
        accepts(value)
        expect(violationsOf(value, schema).map(shorten).sort()).toEqual(
          (accepts.errors ?? []).flatMap(shortenError).sort(),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('chaque champ a sa description', () => {
    expect(fieldsWithout(schema)).toEqual([])
  })
})

/** Values that a schema accepts, or nearly: now and then something else stands in the place of each part. */
function valuesLike(schema: Schema): fc.Arbitrary<unknown> {
  const other = fc.constantFrom(null, true, -1, 1.5, 1e9, Number.NaN, '', ' ', 'é', '😀'.repeat(40), [], {}, [
    'a',
    1,
  ])
  return fc.oneof({ weight: 12, arbitrary: expected(schema) }, { weight: 1, arbitrary: other })
}

function expected(schema: Schema): fc.Arbitrary<unknown> {
  const of = (part: Schema | false | undefined) => (part ? valuesLike(part) : fc.constant('x'))
  switch (typesOf(schema)[0]) {
    case 'object': {
      const names = ['a', 'b-c', 'é', '', 'Z9', '__proto__', 'constructor']
      const known = Object.entries(schema.properties ?? {}).map(([name, part]) => [name, of(part)] as const)
      const more = fc.dictionary(fc.constantFrom(...names), of(schema.additionalProperties), { maxKeys: 2 })
      const own = fc.record(Object.fromEntries(known), { requiredKeys: [] })
      return fc.tuple(own, fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, more)).map(parts =>
        // As YAML is read: `__proto__` is a key like any other.
        Object.fromEntries(parts.flatMap(part => Object.entries(part))),
      )
    }
    case 'array': {
      const [first] = schema.prefixItems ?? []
      return fc.array(of(first ?? schema.items), { maxLength: 6 })
    }
    case 'integer':
    case 'number':
      return fc.integer({ min: (schema.minimum ?? 0) - 1, max: (schema.maximum ?? 10) + 1 })
    case 'boolean':
      return fc.boolean()
    case undefined:
      return fc.constant(null)
    default:
      return fc.constantFrom(
        ...(schema.enum ?? [schema.const ?? 'rtes']),
        'rtes',
        '2025-11',
        '2025-11-18',
        'https://rtes.fr',
        '#aabbcc',
        'a',
        'b',
        'x'.repeat(61),
      )
  }
}

/** `/familles/0 required id`, with the name of a map that is wrong itself. */
const shorten = (violation: Violation): string =>
  [
    ['', ...violation.path.map(step => String(step).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/'),
    violation.keyword,
    'cle' in violation ? violation.cle : 'index' in violation ? violation.index : '',
    violation.nom ?? '-',
  ].join(' ')

function shortenError({ instancePath, keyword, params, propertyName }: ErrorObject): string[] {
  // It follows from the name's own error.
  if (keyword === 'propertyNames') return []
  const index = keyword === 'uniqueItems' ? Math.max(params['i'], params['j']) : ''
  const detail = params['additionalProperty'] ?? params['missingProperty'] ?? index
  return [[instancePath, keyword, detail, propertyName ?? '-'].join(' ')]
}

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

test('styles/tokens.json est conforme', async () => {
  expect(Object.keys((await readShippedTokens()).familles)).not.toEqual([])
})
