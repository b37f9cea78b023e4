import { enumerate } from '../problems/index.ts'
import type { Schema, TypeName } from './schemas/schema.ts'
import type { Path } from './yaml/parse-yaml.ts'

/** `edition › mois`, `familles › 2 › forme`: ranks count from 1. */
export function label(path: Path): string {
  return path.map(step => (/^\d+$/.test(String(step)) ? Number(step) + 1 : step)).join(' › ')
}

/** A value within « », cut where it would hide the rest of the line. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** After « au lieu ». */
export const typeNames: Record<TypeName, string> = {
  string: "d'un texte",
  integer: "d'un nombre entier",
  number: "d'un nombre",
  boolean: 'de true ou false',
  null: 'de null',
  array: "d'une liste",
  object: "d'une suite de clés",
}

/** A value of the wrong type, before « au lieu ». */
export function describe(value: unknown): string {
  if (value === null) return 'rien'
  if (Array.isArray(value)) return 'une liste'
  if (typeof value === 'object') return 'une suite de clés'
  return typeof value === 'string' ? `le texte « ${show(value)} »` : `la valeur ${show(value)}`
}

/** Tells how to write a value of one of `types`. */
export function remedyFor(
  value: unknown,
  types: readonly TypeName[],
  { schema, written }: { schema: Schema; written: string },
): string {
  if (types.includes('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    const { pattern, forme = '' } = schema
    if (pattern === undefined || new RegExp(pattern, 'u').test(written))
      return `Mettre la valeur entre guillemets : "${written}"`
    // A year where a month is wanted begins that month.
    return `Écrire ${/^\d{4}$/.test(written) ? forme.replace(/\d{4}(?=-\d)/, written) : forme}`
  }
  if (types.includes('string') && value !== null && typeof value === 'object') {
    return 'Écrire un seul texte, entre guillemets droits'
  }
  if (types.includes('array') && typeof value === 'string')
    return `Écrire : [${show(value.replace(/^\((.*)\)$/s, '$1'))}]`
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

/** « de 0 à 5 » */
export function bounds({ minimum, maximum }: Schema): string {
  if (minimum !== undefined && maximum !== undefined) return `de ${minimum} à ${maximum}`
  return minimum === undefined ? `de ${maximum} au plus` : `de ${minimum} au moins`
}
