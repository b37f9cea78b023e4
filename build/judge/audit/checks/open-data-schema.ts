import { type Finding, fault } from '../../../../src/problems/finding.ts'
import { readJson, UNSAID } from '../read/unreadable.ts'
import type { Row } from './open-data-places.ts'

const SCHEMA = { fields: [{ name: '', type: '', constraints: UNSAID }], primaryKey: UNSAID }

/** What a value of a type looks like in a table. @see https://specs.frictionlessdata.io/table-schema/#types-and-formats */
const looks: Record<string, RegExp> = { string: /^/, integer: /^-?\d+$/, number: /^-?\d+(?:\.\d+)?$/ }

/** Columns that count: a program adds them up. */
const COUNTS = ['population', 'fiche_numero']

/** The schema is that of its table: each value is of the type of its column, and the key tells every line from the others. */
export function* schemaOf(
  json: string,
  tables: readonly { place: string; rows: readonly Row[] | undefined }[],
): Generator<Finding> {
  if (json === '') return
  const place = 'Site, donnees/exemples.schema.json'
  const { fields, primaryKey } = readJson(place, json, SCHEMA)
  const rows = tables.flatMap(table => table.rows ?? [])
  for (const { name, type } of fields) {
    const wrong = rows
      .map(row => String(row[name] ?? ''))
      .find(value => value !== '' && looks[type]?.test(value) !== true)
    if (wrong !== undefined) yield fault(place, `${name} : « ${wrong} » n’est pas du type « ${type} ».`)
    else if (COUNTS.includes(name) !== (type === 'integer'))
      yield fault(place, `${name} : ce n’est pas une colonne du type « ${type} ».`)
  }
  const key = [primaryKey].flat().map(String)
  const isKey = (name: string) => {
    const { required, unique } = (fields.find(one => one.name === name)?.constraints ?? {}) as Row
    return required === true && unique === true
  }
  if (key.length !== 1 || !key.every(isKey))
    yield fault(place, `« ${key.join(', ')} » n’est pas ce qui distingue chaque exemple (primaryKey).`)
}
