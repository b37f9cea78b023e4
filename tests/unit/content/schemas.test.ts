import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type {
  Famille,
  Fiche,
  FicheAnnoncee,
  FichePubliee,
  Kit,
  Page,
  Partenaire,
  Tokens,
} from '../../../src/kit/kit.ts'
import {
  type FicheAnnonceeYaml,
  type FichePublieeYaml,
  ficheAnnonceeSchema,
  fichePublieeSchema,
  type PageYaml,
  pageSchema,
} from '../../../src/kit/schemas/fiche.ts'
import { type KitYaml, kitSchema } from '../../../src/kit/schemas/kit.ts'
import {
  type CreditsYaml,
  creditsSchema,
  type PartenairesYaml,
  partenairesSchema,
  type RechercheYaml,
  rechercheSchema,
  type SiglesYaml,
  siglesSchema,
} from '../../../src/kit/schemas/lists.ts'
import { relecturesSchema } from '../../../src/kit/schemas/relecture.ts'
import type { Schema } from '../../../src/kit/schemas/schema.ts'
import { type TokensJson, tokensDuKitSchema, tokensSchema } from '../../../src/kit/schemas/tokens.ts'
import { readShippedTokens } from '../../../src/kit/tokens.ts'
import { violationsOf } from '../../../src/kit/validate.ts'

const schemas = [
  kitSchema,
  partenairesSchema,
  siglesSchema,
  rechercheSchema,
  creditsSchema,
  fichePublieeSchema,
  ficheAnnonceeSchema,
  pageSchema,
  relecturesSchema,
  tokensSchema,
  tokensDuKitSchema,
] as const

/** What a group of keys is once its defaults are filled in. */
type Filled<T> = Required<NonNullable<T>>

// Judged by `tsc`: a field that only the schema or only src/kit/kit.ts knows does not compile.
describe('les types de src/kit/kit.ts sont ceux des schémas', () => {
  test('kit.yaml', () => {
    type Elsewhere = 'dir' | 'partenaires' | 'sigles' | 'recherche' | 'tokens' | 'fiches' | 'pages' | 'images'
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
    type Added<T> = Omit<T, 'file' | 'corps' | 'partie' | 'tete'>
    type Filled = Required<Omit<FichePublieeYaml, 'verifie'>> & { verifie: string | null }
    expectTypeOf<Filled>().branded.toEqualTypeOf<Added<FichePubliee>>()
    expectTypeOf<FicheAnnonceeYaml>().toEqualTypeOf<Added<FicheAnnoncee>>()
    expectTypeOf<FichePublieeYaml['statut'] | FicheAnnonceeYaml['statut']>().toEqualTypeOf<Fiche['statut']>()
    expectTypeOf<Required<PageYaml>>().toEqualTypeOf<Added<Page>>()
  })

  test('partenaires, sigles, crédits, couleurs', () => {
    expectTypeOf<Required<PartenairesYaml[string]>>().toEqualTypeOf<Partenaire>()
    expectTypeOf<SiglesYaml>().toEqualTypeOf<Kit['sigles']>()
    expectTypeOf<RechercheYaml>().toEqualTypeOf<Kit['recherche']>()
    expectTypeOf<Required<CreditsYaml[string]>>().toEqualTypeOf<Omit<Kit['images'][string], 'pixels'>>()
    expectTypeOf<TokensJson>().toExtend<Tokens>()
    expectTypeOf<keyof TokensJson['familles'][string]>().toEqualTypeOf<keyof Tokens['familles'][string]>()
    expectTypeOf<keyof TokensJson['neutre']>().toEqualTypeOf<keyof Tokens['neutre']>()
    expectTypeOf<keyof TokensJson['web']>().toEqualTypeOf<keyof Tokens['web']>()
  })
})

describe.each(schemas.map(schema => [schema.$id, schema] as const))('%s', (_, schema) => {
  test('suit JSON Schema 2020-12, ce qu’aucun contrôle ne revérifie', () => {
    const standard = new Ajv2020()
    expect(standard.validateSchema(schema), standard.errorsText()).toBe(true)
    expect(standard.validateSchema({ ...schema, required: 'titre' })).toBe(false)
  })

  test('se compile en mode strict', () => {
    expect(() => violationsOf({}, schema)).not.toThrow()
  })

  test('chaque champ a sa description', () => {
    expect(fieldsWithout(schema)).toEqual([])
  })
})

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
  expect(Object.keys(readShippedTokens().familles)).not.toEqual([])
})
