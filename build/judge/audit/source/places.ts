import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { rowsOfCsv } from '../csv.ts'
import { lettersOf } from '../words.ts'
import { readOfficial, regionOfDepartements } from './examples.ts'

type Commune = { code: string; nom: string; type: string; departement?: string; population?: number }
type Grouping = { code: string; nom: string; membres: { code: string }[] }

/** What the Code officiel géographique says of places. */
export type Official = {
  /** The commune of a code. */
  commune(code: string): Commune | undefined
  /** The one commune of these départements that has this very name; undefined: none, or several. */
  communeNamed(name: string, departements: readonly string[]): Commune | undefined
  /** The one intercommunalité of these départements in whose name stands this one, which is the whole of it; undefined: none, or several. */
  groupingNamed(name: string, departements: readonly string[]): Grouping | undefined
  /** Code of each département → its région's. */
  regionOf: ReadonlyMap<string, string>
}

export async function officialPlaces(): Promise<Official> {
  const all = await readOfficial<Commune>('communes')
  const communes = all.filter(({ type }) => type === 'commune-actuelle')
  const groupings = [...(await readOfficial<Grouping>('epci')), ...(await readOfficial<Grouping>('ept'))]
  const byCode = new Map(communes.map(one => [one.code, one]))
  const isIn = (code: string, within: readonly string[]) =>
    within.includes(byCode.get(code)?.departement ?? '')
  return {
    commune: code => byCode.get(code),
    communeNamed(name, within) {
      const [commune, ...others] = communes.filter(one => isIn(one.code, within) && isSame(one.nom, name))
      return others.length === 0 ? commune : undefined
    },
    groupingNamed(name, within) {
      const [grouping, ...others] = groupings.filter(
        ({ nom, membres }) =>
          letters(nom).includes(letters(name)) && membres.some(({ code }) => isIn(code, within)),
      )
      return grouping && others.length === 0 && isSame(grouping.nom, name) ? grouping : undefined
    },
    regionOf: await regionOfDepartements(),
  }
}

/** Without accents: an author may leave those of capitals. */
const letters = (name: string) => lettersOf(name.normalize('NFD').replace(/\p{M}/gu, ''))
const isSame = (one: string, other: string) => letters(one) === letters(other)

/** In degrees, WGS 84. */
export type Point = { longitude: number; latitude: number }

/** Where each commune stands, by its code, as the table that the press is given says under the names of its columns. */
export async function pointsOfCommunes(): Promise<Map<string, Point>> {
  const path = fileURLToPath(new URL('../../../pages/positions.csv', import.meta.url))
  const rows = rowsOfCsv(await readFile(path, 'utf8'))
  return new Map(
    rows.map(({ commune = '', longitude, latitude }) => [
      commune,
      { longitude: Number(longitude), latitude: Number(latitude) },
    ]),
  )
}
