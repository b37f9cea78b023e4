import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { enumerate } from '../diagnostics/enumerate.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { bounds, describe, label, remedy, show, typeNames, uncapitalise } from './say-value.ts'
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
      const near = nearest(cle, known)
      const remede = near
        ? `Écrire : ${near}`
        : `La retirer ; les clés admises sont ${enumerate(known, 'et')}`
      return diagnose('cle-inconnue', at, { chemin: label([...path, cle]), remede })
    }
    case 'required': {
      const cle = String(error.params['missingProperty'])
      // The unknown key that stands for it is told, with this one as the remedy.
      const known = Object.keys(error.parentSchema?.['properties'] ?? {})
      const written = Object.keys(error.data as object).filter(name => !known.includes(name))
      if (written.some(name => nearest(name, known) === cle)) return null
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
      return diagnose('valeur-bornes', place, {
        chemin,
        valeur,
        sens: 'petit',
        attendu: bounds(error.parentSchema as Schema),
      })
    case 'maximum':
      return diagnose('valeur-bornes', place, {
        chemin,
        valeur,
        sens: 'grand',
        attendu: bounds(error.parentSchema as Schema),
      })
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
