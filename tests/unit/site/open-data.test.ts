import { expect, test } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { openData } from '../../../build/site/open-data/index.ts'
import { codesOf } from '../../../build/site/open-data/insee.ts'
import { indexesOf } from '../../../src/indexes/indexes.ts'
import { kitOf } from '../pdf/kit.ts'

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

test('the open data says every example of the index once, column by column', async () => {
  const { kit } = await readKit('fiches')
  if (!kit) throw new Error('the kit cannot be read')
  const files = openData(kit)
  const read = (path: string) => JSON.parse(new TextDecoder().decode(files[path]))
  const { exemples } = read('donnees/exemples.json')
  const { territoires } = indexesOf(kit)
  const indexed = new Set(
    [...territoires.departements.flatMap(({ exemples }) => exemples), ...territoires.sansCode].map(
      ({ fiche, ancre }) => `${fiche.slug}/${ancre}`,
    ),
  )
  expect(new Set(exemples.map(({ id }: { id: string }) => id))).toEqual(indexed)
  expect(exemples).toHaveLength(indexed.size)
  const lines = new TextDecoder().decode(files['donnees/exemples.csv']).trimEnd().split('\r\n')
  expect(lines).toHaveLength(indexed.size + 1)
  const schema = read('donnees/exemples.schema.json')
  expect(lines[0]).toBe(schema.fields.map(({ name }: { name: string }) => name).join(','))
  expect(read('donnees/exemples.geojson').features).toHaveLength(indexed.size)
})

test('a kit without examples has none', () => {
  expect(openData(kitOf([]))).toEqual({})
})
