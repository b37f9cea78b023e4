import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { codesOf, communesByLetter, regions } from '../../../build/pages/communes.ts'
import { placesOf } from '../../../build/pages/places.ts'
import { openData } from '../../../build/site/open-data.ts'
import { listPlaces } from '../../../scripts/generated-tables.ts'
import { indexesOf } from '../../../src/kit/indexes/indexes.ts'
import { kitOf } from '../pdf/kit.ts'

const { kit } = await readKit('fiches')
if (!kit) throw new Error('the kit cannot be read')

test.each([
  ['Rennes', ['35'], '35238', ''],
  ['Tarnos', ['40'], '40312', ''],
  ['Plaine Commune', ['93'], '', '200057867'],
  ['Rennes', ['69'], '', ''],
  ['Lille et Arras', ['59', '62'], '', ''],
])(
  'the codes of %s (%s) are those of the Code officiel géographique',
  (lieu, departements, commune, epci) => {
    expect(codesOf(lieu, departements)).toMatchObject({ commune, epci })
  },
)

test('the tables are those of the Code officiel géographique (npm run generate)', () => {
  const { communes, regions } = listPlaces()
  const read = (name: string) => readFileSync(`build/pages/${name}`, 'utf8')
  // As texts they would be told whole.
  expect(read('communes.csv') === communes).toBe(true)
  expect(read('regions.json') === regions).toBe(true)
})

test('the open data says every example of the index once, column by column', () => {
  const files = openData(kit)
  const read = (path: string) => JSON.parse(new TextDecoder().decode(files[path]))
  const { exemples } = read('donnees/exemples.json')
  const { territoires } = indexesOf(kit)
  const indexed = new Set(
    [...territoires.departements, ...territoires.ailleurs]
      .flatMap(({ exemples }) => exemples)
      .map(({ fiche, ancre }) => `${fiche.slug}/${ancre}`),
  )
  expect(new Set(exemples.map(({ id }: { id: string }) => id))).toEqual(indexed)
  expect(exemples).toHaveLength(indexed.size)
  expect(exemples).toContainEqual(expect.objectContaining({ lieu: 'Lille et Arras', departements: '59 62' }))
  const lines = new TextDecoder().decode(files['donnees/exemples.csv']).trimEnd().split('\r\n')
  expect(lines).toHaveLength(indexed.size + 1)
  // What a French Excel opens in columns, with its accents.
  expect(lines[0]).toBe(Object.keys(exemples[0]).join(';'))
  expect(files['donnees/exemples.csv']?.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  expect(read('donnees/exemples.geojson').features).toHaveLength(indexed.size)
})

test('each code of a row is one of the official geographic code', () => {
  const files = openData(kit)
  const parse = (path: string) => JSON.parse(new TextDecoder().decode(files[path]))
  const codes = (name: string) =>
    new Set(
      (require(`@etalab/decoupage-administratif/data/${name}.json`) as { code: string }[]).map(
        ({ code }) => code,
      ),
    )
  const [communes, epci, regions] = [
    codes('communes'),
    new Set([...codes('epci'), ...codes('ept')]),
    codes('regions'),
  ]
  for (const row of parse('donnees/exemples.json').exemples as Record<string, string>[]) {
    if (row['commune']) expect(communes).toContain(row['commune'])
    if (row['epci']) expect(epci).toContain(row['epci'])
    for (const region of row['regions']?.split(';').filter(Boolean) ?? []) expect(regions).toContain(region)
  }
})

const require = createRequire(import.meta.url)

test('an example of a commune stands on the map where its town is, the others are not drawn', () => {
  const map = JSON.parse(new TextDecoder().decode(openData(kit)['donnees/exemples.geojson']))
  const { features } = map as { features: Feature[] }
  const pointOf = (lieu: string) => features.find(({ properties }) => properties['lieu'] === lieu)?.geometry
  expect(pointOf('Villeurbanne')).toEqual({ type: 'Point', coordinates: [4.88, 45.766] })
  // There is one in Vaucluse, where the example is, and one in Isère.
  expect(pointOf('Roussillon')).toEqual({ type: 'Point', coordinates: [5.293, 43.902] })
  expect(pointOf('PNR Médoc')).toBeNull()
  const drawn = features.filter(({ geometry }) => geometry !== null)
  expect(drawn.filter(({ properties }) => properties['commune'] === '')).toEqual([])
  // The table of positions has the towns of 500 people and more.
  const missing = features.filter(
    ({ geometry, properties }) => geometry === null && properties['commune'] !== '',
  )
  expect(missing.map(({ properties }) => properties['lieu'])).toEqual(['Faux-la-Montagne'])
})

type Feature = {
  geometry: { type: string; coordinates: number[] } | null
  properties: Record<string, string>
}

test('a kit without examples has none', () => {
  expect(openData(kitOf([]))).toEqual({})
})

test('places are filtered by the regions and sizes that are known for sure, and no others', () => {
  const places = placesOf(kit)
  if (!places) throw new Error('the kit has no example')
  const { lieux, tailles, departements } = places
  expect(lieux['petite-enfance-famille/exemple-histoire-de-bulles-une-micro-creche-au-village']).toEqual({
    regions: ['76'],
    taille: 'petite',
  })
  expect(lieux['agriculture-alimentation/exemple-un-ecopole-alimentaire-sur-15-hectares']?.taille).toBeNull()
  expect(departements).toContainEqual({ code: '69', nom: 'Rhône', region: '84' })
  expect(places.regions).toContainEqual({
    code: '84',
    nom: 'Auvergne-Rhône-Alpes',
    departements: ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'],
    pres: [],
    formerNames: [
      { nom: 'Auvergne', departements: ['03', '15', '43', '63'] },
      { nom: 'Rhône-Alpes', departements: ['01', '07', '26', '38', '42', '69', '73', '74'] },
    ],
  })
  const used = new Set(Object.values(lieux).map(({ taille }) => taille))
  expect(new Set([null, ...tailles.map(({ id }) => id)])).toEqual(used)
})

test('the former régions are parts of those of today, and no département is in two', () => {
  const parts = regions().flatMap(({ code, formerNames }) => formerNames.map(one => ({ ...one, code })))
  const inRegion = (code: string) => placesOf(kit)?.departements.find(one => one.code === code)?.region
  for (const { departements, code } of parts) for (const one of departements) expect(inRegion(one)).toBe(code)
  const all = parts.flatMap(({ departements }) => departements)
  expect(new Set(all).size).toBe(all.length)
})

test('a région without examples has the nearest départements that have some; one overseas has none near', () => {
  const withoutCorsica = { ...kit, fiches: kit.fiches.filter(({ slug }) => slug !== 'numerique') }
  const presOf = (code: string) =>
    placesOf(withoutCorsica)?.regions.find(region => region.code === code)?.pres
  expect(presOf('94')).toEqual(['06', '83', '13'])
  expect(presOf('04')).toEqual([])
})

test('every commune is in the file of its first letter, with its département and région', () => {
  const files = communesByLetter()
  expect([...files.keys()].sort().join('')).toBe('abcdefghijklmnopqrstuvwxyz')
  expect(files.get('v')).toContain('\nVilleurbanne|69|84\n')
  expect(files.get('p')).toContain('\nParis 11e|75|11\n')
  expect(files.get('a')).toContain('\nArbignieu|01|84\n')
  expect(files.get('e')).toMatch(/^Évry-Courcouronnes\|91\|11$/m)
  expect([...files.values()].join('').split('\n').length - 1).toBeGreaterThan(34_000)
})
