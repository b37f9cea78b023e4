import type { Violation } from './violations.ts'
import type { Yaml } from './yaml/parse-yaml.ts'
import { quote } from './yaml/source.ts'

/** `{ credit: Camille Martin, Studio X }`, `{ fond_perdu: 3,5 }`: between braces a comma ends the value, and YAML reads what follows as
 *  keys without a value. What to write where `cle` is the first of these, '' where it is another; null where it is a key. */
export function cutByComma(
  { path, cle, value, schema }: Pick<Violation, 'path' | 'schema'> & { cle: string; value: object },
  yaml: Yaml,
): string | null {
  const given = new Map<string, unknown>(Object.entries(value))
  const isLost = (key: string) => given.get(key) === null && !(key in (schema.properties ?? {}))
  const placeOf = (key: string) => yaml.placeOf([...path, key], 'cle')
  const { line } = placeOf(cle)
  const row = [...given.keys()]
    .filter(key => placeOf(key).line === line)
    .sort((a, b) => placeOf(a).column - placeOf(b).column)
  const at = row.indexOf(cle)
  const owner = row.findLastIndex((key, index) => index < at && !isLost(key))
  if (!isLost(cle) || owner < 0) return null
  if (owner < at - 1) return ''
  const next = row.findIndex((key, index) => index > at && !isLost(key))
  const lost = row.slice(at, next < 0 ? undefined : next)
  const name = row[owner] ?? ''
  const written = yaml.writtenAt([...path, name])
  return /^\d+$/.test(written) && /^\d+$/.test(cle)
    ? `Dans un nombre, écrire un point : ${name}: ${written}.${cle}`
    : `Mettre toute la valeur entre guillemets : ${name}: ${quote([written, ...lost].join(', '))}`
}
