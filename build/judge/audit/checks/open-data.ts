import type { Kit } from '../../../../src/kit.ts'
import { count, type Finding, fault } from '../../../../src/problems/finding.ts'
import { communesByLetter } from '../../../pages/places.ts'
import { rowsOfCsv } from '../csv.ts'
import type { AuditCheck } from '../material.ts'
import type { SiteText } from '../read/site.ts'
import { readJson, UNSAID } from '../read/unreadable.ts'
import { examplesOf, type LocatedExample } from '../source/examples.ts'
import { writtenOf } from '../words.ts'
import { placesIn, type Row } from './open-data-places.ts'
import { schemaOf } from './open-data-schema.ts'

/** The examples that are given as data are those of the fiches: all of them, with their places, and no other. */
export const openData: AuditCheck = {
  id: 'donnees-ouvertes',
  title: 'Les exemples donnés en tableau, en JSON et en GeoJSON sont ceux des fiches',
  async *run({ kit, site }) {
    const pages = await site()
    const wanted = examplesOf(kit)
    const data = await readData(pages)
    for (const { place, rows } of data.tables)
      if (rows) yield* compare(place, rows, wanted)
      else if (wanted.length > 0) yield fault(place, 'Le fichier manque.')
    if (wanted.length > 0) {
      yield* compareFiles(data, kit)
      yield* placesIn(data, wanted)
      yield* schemaOf((await pages.text('donnees/exemples.schema.json')) ?? '', data.tables)
      yield* communesOf(pages)
    }
    return `${count(wanted.length, 'exemple')} cherchés dans trois fichiers`
  },
}

/** The lists by initial from which « Près de chez vous » suggests a commune. */
async function* communesOf({ text }: SiteText): AsyncGenerator<Finding> {
  for (const [letter, wanted] of communesByLetter()) {
    const path = `donnees/communes/${letter}.txt`
    if ((await text(path)) !== wanted)
      yield fault(`Site, ${path}`, 'Des communes y manquent, ou y sont changées.')
  }
}

const JSON_PLACE = 'Site, donnees/exemples.json'

type Data = {
  /** What each of the three files says of the examples, the JSON first; undefined: the file is not there. */
  tables: { place: string; rows: Row[] | undefined }[]
  /** The columns that the schema explains. */
  columns: string[]
  /** What it asks of the values of some. */
  patterns: { name: string; pattern: string }[]
  /** What the JSON says of itself. */
  about: Row
  /** What the GeoJSON draws on the map, and the example that it draws so. */
  features: { properties: Row; geometry: unknown }[]
}

async function readData({ text }: SiteText): Promise<Data> {
  const json = async <T>(path: string, like: T): Promise<T | null> => {
    const written = await text(path)
    return written === null ? null : readJson(`Site, ${path}`, written, like)
  }
  const row: Row = {}
  const about = await json<Row & { exemples: Row[] }>('donnees/exemples.json', { exemples: [row] })
  const map = await json('donnees/exemples.geojson', { features: [{ properties: row, geometry: UNSAID }] })
  const csv = await text('donnees/exemples.csv')
  const schema = await json('donnees/exemples.schema.json', { fields: [{ name: '', constraints: UNSAID }] })
  return {
    tables: [
      { place: JSON_PLACE, rows: about?.exemples },
      { place: 'Site, donnees/exemples.geojson', rows: map?.features.map(({ properties }) => properties) },
      { place: 'Site, donnees/exemples.csv', rows: csv === null ? undefined : rowsOfCsv(csv) },
    ],
    columns: (schema?.fields ?? []).map(({ name }) => name),
    patterns: (schema?.fields ?? []).flatMap(({ name, constraints }) => {
      const pattern = (constraints as Row | undefined)?.['pattern']
      return typeof pattern === 'string' ? [{ name, pattern }] : []
    }),
    about: about ?? {},
    features: map?.features ?? [],
  }
}

function* compare(
  place: string,
  rows: readonly Row[],
  wanted: readonly LocatedExample[],
): Generator<Finding> {
  const byId = new Map(rows.map(row => [String(row['id']), row]))
  for (const { id, fiche, exemple, codes } of wanted) {
    const row = byId.get(id)
    byId.delete(id)
    if (!row) yield fault(place, `L’exemple « ${exemple.titre} » n’y est pas.`)
    if (!row) continue
    const compared: [name: string, value: unknown, wanted: string][] = [
      ['titre', row['titre'], exemple.titre],
      ['lieu', row['lieu'], exemple.lieu],
      ['départements', row['departements'], codes.join(' ')],
      ['numéro de la fiche', row['fiche_numero'], String(fiche.numero)],
    ]
    for (const [name, value, right] of compared)
      if (writtenOf(String(value)) !== writtenOf(right))
        yield fault(place, `« ${exemple.titre} », ${name} : « ${String(value)} » au lieu de « ${right} ».`)
    const address = String(row['adresse'] ?? '')
    if (address !== '' && !address.endsWith(`/fiches/${fiche.slug}/#${exemple.ancre}`))
      yield fault(place, `« ${exemple.titre} » mène à ${address}.`)
  }
  for (const id of byId.keys()) yield fault(place, `« ${id} » n’est un exemple d’aucune fiche.`)
}

/** Columns of which the kit is not asked. */
const GIVEN = ['regions', 'commune', 'epci', 'population', 'fiche', 'famille']

/** The three files say the same in every column, under the names that the schema explains; JSON names the kit and its licence. */
function* compareFiles({ tables, columns, patterns, about }: Data, kit: Kit): Generator<Finding> {
  const names = columns.join(', ')
  for (const { place, rows } of tables) {
    const written = Object.keys(rows?.[0] ?? {}).join(', ')
    if (written !== names && written !== '')
      yield fault(place, `Ses colonnes (${written}) ne sont pas celles du schéma (${names}).`)
  }
  for (const { name, pattern } of patterns)
    for (const row of tables[0]?.rows ?? [])
      if (row[name] && !new RegExp(`^(?:${pattern})$`).test(String(row[name])))
        yield fault(JSON_PLACE, `« ${row['titre']} », ${name} : « ${row[name]} » n’a pas la forme du schéma.`)
  const [first, ...others] = tables
  const firstOf = new Map(first?.rows?.map(row => [row['id'], row]))
  for (const { place, rows = [] } of others)
    for (const row of rows)
      for (const name of firstOf.has(row['id']) ? GIVEN : []) {
        const [value, right] = [row[name] ?? '', firstOf.get(row['id'])?.[name] ?? '']
        if (String(value) !== String(right))
          yield fault(
            place,
            `« ${row['titre']} », ${name} : « ${value} », et « ${right} » dans exemples.json.`,
          )
      }
  const licence = (about['licence'] as Row | undefined)?.['name']
  if (about['titre'] !== kit.titre || !String(licence).startsWith(kit.licence.nom))
    yield fault(JSON_PLACE, `Les données se disent de « ${about['titre']} », licence « ${licence} ».`)
}
