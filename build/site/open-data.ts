import { readFileSync } from 'node:fs'
import { exemples, type Kit } from '../../src/kit/index.ts'
import { absolute } from '../../src/text/index.ts'
import { type Bundle, bundleOf } from '../ground/index.ts'
import { codesOf, communesByLetter, csvOf } from '../pages/index.ts'

/** The columns of `exemples.csv`, in their order. */
const fields = [
  'id',
  'titre',
  'lieu',
  'departements',
  'regions',
  'commune',
  'epci',
  'population',
  'fiche_numero',
  'fiche',
  'famille',
  'adresse',
] as const

type Row = Record<(typeof fields)[number], string | number | null>

/** The examples as open data: table, JSON, GeoJSON (a place that is no commune for sure has no coordinates).
 *  @returns nothing for a kit without examples */
export function openData(kit: Kit): Bundle {
  const rows = exemples(kit).map((exemple): Row => {
    const { commune, epci, regions, population } = codesOf(exemple.lieu, exemple.departements)
    const { id, titre, lieu, fiche_numero, fiche, famille } = exemple
    return {
      id,
      titre,
      lieu,
      departements: exemple.departements.join(' '),
      regions: regions.join(' '),
      commune,
      epci,
      population,
      fiche_numero,
      fiche,
      famille,
      adresse: kit.site.url ? absolute(kit.site.url, exemple.chemin, kit) : exemple.chemin,
    }
  })
  if (rows.length === 0) return {}
  const { nom, version, url } = kit.licence
  const licence = { name: [nom, version].filter(Boolean).join(' '), ...(url && { path: url }) }
  const files = {
    'donnees/exemples.csv': csvOf([fields, ...rows.map(row => fields.map(name => String(row[name] ?? '')))]),
    'donnees/exemples.json': json({ titre: kit.titre, licence, exemples: rows }),
    'donnees/exemples.geojson': json({
      type: 'FeatureCollection',
      features: rows.map(properties => {
        const coordinates = positionOf(String(properties.commune))
        const geometry = coordinates ? { type: 'Point', coordinates } : null
        return { type: 'Feature', id: properties.id, geometry, properties }
      }),
    }),
  }
  const communes = [...communesByLetter()].map(([letter, text]) => [`donnees/communes/${letter}.txt`, text])
  return bundleOf({ ...files, ...Object.fromEntries(communes) })
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

/** In degrees, WGS 84. @see RFC 7946 §3.1.1 */
type Position = readonly [longitude: number, latitude: number]

/** Gives the place of the town of a commune. @param commune its official code @returns undefined for a place that is no commune, or may be several */
export function positionOf(commune: string): Position | undefined {
  positions ??= read()
  return positions.get(commune)
}

let positions: Map<string, Position> | undefined

/** `npm run generate` writes the table. */
const table = new URL('./positions.csv', import.meta.url)

const read = (): Map<string, Position> =>
  new Map(
    readFileSync(table, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map(line => {
        const [commune = '', longitude, latitude] = line.split(',')
        return [commune, [Number(longitude), Number(latitude)]]
      }),
  )
