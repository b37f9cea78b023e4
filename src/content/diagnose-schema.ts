import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { enumerate } from '../diagnostics/enumerate.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { ficheAnnonceeSchema, fichePublieeSchema, statuts } from './schemas/fiche.ts'
import type { Schema, TypeName } from './schemas/schema.ts'
import { slugify } from './slugify.ts'
import type { Path, Yaml } from './yaml/parse-yaml.ts'

type Context = { yaml: Yaml; schema: Schema; path: Path }

/** What ajv found, as the author must hear it; null when another error of the same value says it better. */
export function diagnoseSchema(error: ErrorObject, { yaml, schema, path }: Context): Diagnostic | null {
  const place = yaml.placeOf(path)
  const chemin = label(path)
  const valeur = show(error.data)
  const limit = Number(error.params['limit'])
  switch (error.keyword) {
    case 'additionalProperties': {
      const cle = String(error.params['additionalProperty'])
      const at = yaml.placeOf([...path, cle], 'cle')
      if (schema === ficheAnnonceeSchema && cle in fichePublieeSchema.properties) {
        return diagnose('cle-en-trop', at, { chemin: label([...path, cle]) })
      }
      const known = Object.keys(error.parentSchema?.['properties'] ?? {})
      const attendu = nearest(cle, known) ?? enumerate(known)
      return diagnose('cle-inconnue', at, { chemin: label([...path, cle]), attendu })
    }
    case 'required': {
      const cle = String(error.params['missingProperty'])
      const child = (error.parentSchema?.['properties'] as Record<string, Schema> | undefined)?.[cle]
      const attendu = `${cle}${child?.description === undefined ? '' : ` (${uncapitalise(child.description)})`}`
      return diagnose('cle-manquante', yaml.placeOf(path), { chemin: label([...path, cle]), attendu })
    }
    case 'type': {
      const types = [error.params['type']].flat() as TypeName[]
      const attendu = enumerate(types.filter(type => type !== 'null').map(type => typeNames[type]))
      const remede = remedy(error.data, types, error.parentSchema as Schema)
      return path.length === 0
        ? diagnose('valeur-type', place, {
            chemin: yaml.placeOf([]).file,
            valeur: describe(error.data),
            attendu,
            remede,
          })
        : diagnose('valeur-type', place, { chemin, valeur: describe(error.data), attendu, remede })
    }
    case 'enum':
    case 'const': {
      const isStatut = path.length === 1 && path[0] === 'statut'
      const allowed = isStatut
        ? statuts
        : [error.params['allowedValues'] ?? error.params['allowedValue']].flat()
      return diagnose('valeur-inconnue', place, { chemin, valeur, attendu: enumerate(allowed as string[]) })
    }
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return diagnose('valeur-vide', place, {
        chemin,
        remede: 'La remplir, ou retirer la clé si elle est facultative',
      })
    case 'maxLength': {
      const longueur = [...String(error.data)].length
      return diagnose('valeur-longue', place, { chemin, longueur, maximum: limit, surplus: longueur - limit })
    }
    case 'pattern': {
      if (valeur.trim() === '') return null
      const forme = (error.parentSchema as Schema).forme ?? 'autre chose'
      // A name of the map itself: ajv tells its path as that of the map.
      const name = error.propertyName
      if (name !== undefined) {
        const at = yaml.placeOf([...path, name], 'cle')
        return diagnose('valeur-forme', at, {
          chemin: path.length === 0 ? 'clé' : chemin,
          valeur: name,
          attendu: forme,
        })
      }
      const proposal = forme.includes("traits d'union") ? slugify(valeur) : ''
      return diagnose('valeur-forme', place, {
        chemin,
        valeur,
        attendu: proposal === '' ? forme : `: ${proposal}`,
      })
    }
    case 'minimum':
      return diagnose('valeur-bornes', place, { chemin, valeur, sens: 'petit', attendu: bounds(error) })
    case 'maximum':
      return diagnose('valeur-bornes', place, { chemin, valeur, sens: 'grand', attendu: bounds(error) })
    case 'uniqueItems': {
      const index = Math.max(Number(error.params['i']), Number(error.params['j']))
      const repeated = show((error.data as unknown[])[index])
      return diagnose('valeur-repetee', yaml.placeOf([...path, index]), { chemin, valeur: repeated })
    }
    // The name's own error is told; that it makes the map invalid goes without saying.
    case 'propertyNames':
      return null
    default:
      return diagnose('valeur-forme', place, { chemin, valeur, attendu: error.message ?? 'autre chose' })
  }
}

/** `edition › mois`, `familles › 2 › forme`: ranks count from 1. */
function label(path: Path): string {
  return path.map(step => (/^\d+$/.test(String(step)) ? Number(step) + 1 : step)).join(' › ')
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

const typeNames: Record<TypeName, string> = {
  string: "d'un texte",
  integer: "d'un nombre entier",
  number: "d'un nombre",
  boolean: 'de true ou false',
  null: 'de null',
  array: "d'une liste",
  object: "d'une suite de clés",
}

function describe(value: unknown): string {
  if (value === null) return 'rien'
  if (Array.isArray(value)) return 'une liste'
  if (typeof value === 'object') return 'une suite de clés'
  return typeof value === 'string' ? `le texte « ${show(value)} »` : `la valeur ${show(value)}`
}

function remedy(value: unknown, types: readonly TypeName[], schema: Schema): string {
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return `Mettre la valeur entre guillemets : "${value}"`
  }
  if (types.includes('string') && value !== null && typeof value === 'object') {
    return 'Écrire un seul texte, entre guillemets droits'
  }
  if (types.includes('array') && typeof value === 'string') return `Écrire : [${show(value)}]`
  if (types.includes('array')) return 'Écrire une liste entre crochets : [un, deux]'
  if (types.includes('object')) {
    const keys = Object.keys(schema.properties ?? {})
    return keys.length === 0
      ? 'Écrire une ligne « clé: valeur » par entrée'
      : `Écrire les clés ${enumerate(keys, 'et')}`
  }
  if (types.includes('boolean')) return 'Écrire true (oui) ou false (non)'
  if (types.includes('number') || types.includes('integer'))
    return 'Écrire un nombre en chiffres, sans guillemets'
  return 'Écrire une valeur après les deux-points'
}

function bounds({ parentSchema }: ErrorObject): string {
  const { minimum, maximum } = (parentSchema ?? {}) as Schema
  if (minimum !== undefined && maximum !== undefined) return `de ${minimum} à ${maximum}`
  return minimum === undefined ? `de ${maximum} au plus` : `de ${minimum} au moins`
}

const uncapitalise = (text: string) => (text.charAt(0).toLowerCase() + text.slice(1)).replace(/\.$/, '')
