import type { ErrorObject } from 'ajv/dist/2020.js'
import { diagnose, enumerate, nearest, type Problem, plural, withoutCapital } from '../problems/index.ts'
import { slugify } from '../text/index.ts'
import { bounds, describe, label, remedyFor, show, typeNames } from './say-value.ts'
import { ficheAnnonceeSchema, fichePublieeSchema, statuts } from './schemas/fiche.ts'
import type { FromSchema, Schema, TypeName } from './schemas/schema.ts'
import { validatorOf } from './validator-of.ts'
import type { Path, Yaml } from './yaml/parse-yaml.ts'

/** A value that its schema accepts, or null, with every problem of it. */
export type Checked<T> = { value: T | null; problems: Problem[] }

/** Beyond so many problems a file is not what its name says, and more of them help nobody. */
const most = 200

/** Holds a YAML value against the schema of its file. A text that was not read whole is not judged: its first problem
 *  would be reported again as ten others. */
export function validate<S extends Schema>(yaml: Yaml, schema: S): Checked<FromSchema<S>> {
  if (!yaml.sound) return { value: null, problems: yaml.problems }
  const problems = violationsOf(yaml.value, schema)
    .slice(0, most)
    .flatMap(violation => diagnoseSchema(violation, { yaml, schema }) ?? [])
  const isRight = problems.length === 0 && yaml.problems.every(({ severity }) => severity !== 'erreur')
  return {
    value: isRight ? (yaml.value as FromSchema<S>) : null,
    problems: [...yaml.problems, ...problems],
  }
}

/** `schema` is that of the whole file. */
type JudgedFile = { yaml: Yaml; schema: Schema }

const FILL = 'La remplir, ou retirer la clé si elle est facultative'

/** Words the fault of a value for its author; null when another problem of the same value says it better. */
function diagnoseSchema(violation: SchemaViolation, { yaml, schema: whole }: JudgedFile): Problem | null {
  const { path, value, schema } = violation
  const place = yaml.placeOf(path)
  const chemin = label(path)
  const valeur = show(value)
  switch (violation.keyword) {
    case 'additionalProperties': {
      const { cle } = violation
      const at = yaml.placeOf([...path, cle], 'cle')
      if (whole === ficheAnnonceeSchema && cle in fichePublieeSchema.properties) {
        return diagnose('cle-en-trop', at, { chemin: label([...path, cle]) })
      }
      const keys = Object.keys(schema.properties ?? {})
      const near = nearest(cle, keys)
      const remedy = near ? `Écrire : ${near}` : `La retirer ; les clés admises sont ${enumerate(keys, 'et')}`
      return diagnose('cle-inconnue', at, { chemin: label([...path, cle]), remedy })
    }
    case 'required': {
      const { cle } = violation
      // The unknown key that stands for it is reported, with this one as the remedy.
      const keys = Object.keys(schema.properties ?? {})
      const written = Object.keys(value as object).filter(name => !keys.includes(name))
      const standsFor = (name: string) => nearest(name, [cle]) !== null && nearest(name, keys) === cle
      if (written.some(standsFor)) return null
      const child = schema.properties?.[cle]
      const attendu = `${cle}${child?.description === undefined ? '' : ` (${withoutCapital(child.description).replace(/\.$/, '')})`}`
      return diagnose('cle-manquante', yaml.placeOf(path), { chemin: label([...path, cle]), attendu })
    }
    case 'type': {
      const types = typesOf(schema)
      const attendu = enumerate(types.filter(type => type !== 'null').map(type => typeNames[type]))
      const remedy = remedyFor(value, types, { schema, written: yaml.writtenAt(path) })
      // The whole file goes by its name.
      const values = { chemin: chemin || place.file, valeur: describe(value), attendu, remedy }
      return diagnose('valeur-type', place, values)
    }
    case 'enum':
    case 'const': {
      // Reported as a value of the wrong type.
      if (value === null) return null
      const isStatut = path.length === 1 && path[0] === 'statut'
      const allowed = isStatut ? statuts : (schema.enum ?? [schema.const ?? ''])
      return diagnose('valeur-inconnue', place, { chemin, valeur, attendu: enumerate(allowed) })
    }
    case 'minItems':
      return diagnose('valeur-vide', place, { chemin, remedy: FILL })
    case 'maxLength': {
      const longueur = [...String(value)].length
      const maximum = schema.maxLength ?? 0
      const surplus = plural(longueur - maximum, 'caractère')
      return diagnose('valeur-longue', place, { chemin, longueur, maximum, surplus })
    }
    case 'pattern': {
      const { forme = 'autre chose' } = schema
      const { nom } = violation
      if (nom !== undefined) {
        const at = yaml.placeOf([...path, nom], 'cle')
        return diagnose('valeur-forme', at, {
          chemin: path.length === 0 ? 'clé' : chemin,
          valeur: nom,
          attendu: forme,
        })
      }
      if (/^[\s\p{Cf}]*$/u.test(valeur)) return diagnose('valeur-vide', place, { chemin, remedy: FILL })
      const proposal = proposed(valeur, schema)
      return diagnose('valeur-forme', place, {
        chemin,
        valeur,
        attendu: proposal === '' ? forme : `: ${proposal}`,
      })
    }
    case 'minimum':
    case 'maximum': {
      const sens = violation.keyword === 'minimum' ? 'petit' : 'grand'
      return diagnose('valeur-bornes', place, { chemin, valeur, sens, attendu: bounds(schema) })
    }
    case 'uniqueItems': {
      const { index } = violation
      const repeated = show((value as unknown[])[index])
      return diagnose('valeur-repetee', yaml.placeOf([...path, index]), { chemin, valeur: repeated })
    }
    case 'items':
      return diagnose('valeur-forme', place, {
        chemin,
        valeur,
        attendu: `${schema.prefixItems?.length ?? 0} valeurs`,
      })
    default:
      return violation satisfies never
  }
}

/** A value that has the form, and is most probably meant; '' where none is. */
function proposed(valeur: string, { pattern = '', propose }: Schema): string {
  if (propose === 'slug') return slugify(valeur)
  const address = valeur.replace(/^https?:\/\/[^/]*/i, origin => origin.toLowerCase())
  return address !== valeur && new RegExp(pattern, 'u').test(address) ? address : ''
}

/** A value against its schema: the value, the part of the schema that refuses it, and details for the message. `nom` is set
 *  when the value is itself a name of the map at `path`. */
type SchemaViolation = { path: Path; value: unknown; schema: Schema; nom?: string } & (
  | { keyword: 'additionalProperties' | 'required'; cle: string }
  | { keyword: 'uniqueItems'; index: number }
  | { keyword: PlainKeyword }
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
type PlainKeyword = (typeof plain)[number]

/** All that `schema` has to say against `value`. @see https://json-schema.org/draft/2020-12
 *  @throws Error when the schema uses a keyword that no message knows */
export function violationsOf(value: unknown, schema: Schema): SchemaViolation[] {
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
}: ErrorObject): SchemaViolation | null {
  const named = propertyName === undefined ? {} : { nom: propertyName }
  const at = { path: pathOf(instancePath), value: data, schema: parentSchema as Schema, ...named }
  if (keyword === 'additionalProperties') return { ...at, keyword, cle: String(params['additionalProperty']) }
  if (keyword === 'required') return { ...at, keyword, cle: String(params['missingProperty']) }
  if (keyword === 'uniqueItems')
    return { ...at, keyword, index: Math.max(Number(params['i']), Number(params['j'])) }
  // The error of the name is reported; that it makes the map invalid follows from it.
  if (keyword === 'propertyNames') return null
  const plainKeyword = plain.find(known => known === keyword)
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
const typesOf = ({ type }: Schema): readonly TypeName[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type
