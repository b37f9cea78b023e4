import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { LocatedExample } from '../source/examples.ts'
import { type Official, officialPlaces, type Point, pointsOfCommunes } from '../source/places.ts'

export type Row = Record<string, unknown>

type Told = {
  tables: readonly { place: string; rows: readonly Row[] | undefined }[]
  features: readonly { properties: Row; geometry: unknown }[]
}

/** Each example has the codes of its place, after the Code officiel géographique, and stands at the point of its commune. */
export async function* placesIn({ tables, features }: Told, wanted: readonly LocatedExample[]) {
  const official = await officialPlaces()
  const byId = new Map(wanted.map(one => [one.id, one]))
  // The others agree with the first.
  const { place = null, rows = [] } = tables[0] ?? {}
  for (const row of rows) {
    const example = byId.get(String(row['id']))
    for (const message of example ? codesIn(row, example, official) : [])
      yield fault(place, `« ${row['titre']} », ${message}`)
  }
  yield* pointsIn(features, await pointsOfCommunes())
}

/** Codes of several places are parted by « ; » and nothing else, as the schema says. */
function* codesIn(row: Row, { exemple, codes }: LocatedExample, official: Official): Generator<string> {
  const cell = (name: string) => String(row[name] ?? '')
  const regions = new Set(codes.flatMap(code => official.regionOf.get(code) ?? []))
  const several = { departements: new Set(codes), regions }
  for (const [name, right] of Object.entries(several))
    if (!isSame(cell(name), right))
      yield `${name} : « ${cell(name)} » au lieu de « ${[...right].join(';')} ».`
  const commune = official.communeNamed(exemple.lieu, codes)
  const grouping = commune ? undefined : official.groupingNamed(exemple.lieu, codes)
  if (commune && cell('commune') !== commune.code)
    yield `commune : « ${cell('commune')} » au lieu de « ${commune.code} ».`
  if (grouping && cell('epci') !== grouping.code)
    yield `epci : « ${cell('epci')} » au lieu de « ${grouping.code} ».`
  const population = String(official.commune(cell('commune'))?.population ?? '')
  if (cell('population') !== population)
    yield `population : « ${cell('population')} » au lieu de « ${population} ».`
}

const isSame = (written: string, right: ReadonlySet<string>) => {
  const cells = written === '' ? [] : written.split(';')
  return cells.length === right.size && cells.every(cell => right.has(cell))
}

/** Longitude comes first. @see RFC 7946 §3.1.1 */
function* pointsIn(features: Told['features'], points: ReadonlyMap<string, Point>): Generator<Finding> {
  const place = 'Site, donnees/exemples.geojson'
  for (const { properties, geometry } of features) {
    const point = points.get(String(properties['commune']))
    const right = point ? { type: 'Point', coordinates: [point.longitude, point.latitude] } : null
    if (JSON.stringify(geometry) !== JSON.stringify(right))
      yield fault(place, `« ${properties['titre']} » n’est pas au point de sa commune.`)
  }
}
