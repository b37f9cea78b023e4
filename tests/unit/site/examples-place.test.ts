import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { communesByLetter } from '../../../build/pages/communes.ts'
import { placesOf } from '../../../build/pages/places.ts'
import { searchFiles } from '../../../build/site/search.ts'
import { findCommunes } from '../../../layouts/web/scripts/examples/communes.ts'
import { meaningOf } from '../../../layouts/web/scripts/examples/meaning.ts'
import type { Atlas } from '../../../layouts/web/scripts/examples/place.ts'
import { searchDataOf } from '../search/search-data.ts'

const { kit, pageOf } = await searchDataOf('fiches')
const files = searchFiles(kit, pageOf, [])
const places = placesOf(kit)
if (!places) throw new Error('the kit has no example')
const atlas: Atlas = {
  departements: places.departements,
  regions: places.regions.map(region => ({ ...region, near: region.pres })),
}
const folder = '/donnees/communes/'

/** The site answers with the files of the communes, and with those of the search. */
const answer = async (address: string) => {
  const [, letter] = /(\w)\.txt$/.exec(address) ?? []
  const body = letter === undefined ? files[address.slice(1)] : communesByLetter().get(letter)
  return body === undefined ? new Response('', { status: 404 }) : new Response(body as BodyInit)
}
const fetched = vi.fn(answer)
beforeEach(() => {
  vi.stubGlobal('fetch', fetched)
  vi.stubGlobal('document', { baseURI: 'https://example.org/', querySelector: () => null })
})
afterEach(() => {
  vi.unstubAllGlobals()
  fetched.mockImplementation(answer)
})

test.each([
  ['crevecoeur le grand', 'Crèvecœur-le-Grand (60)'],
  ['Œuilly', 'Œuilly (51)'],
  ['oeuilly', 'Œuilly (51)'],
  ["L'Haÿ-les-Roses", 'L’Haÿ-les-Roses (94)'],
  ['saint etienne', 'Saint-Étienne (42)'],
  ['st herblain', 'Saint-Herblain (44)'],
  ['Paris 11', 'Paris 11e (75)'],
  ['Bron (69)', 'Bron (69)'],
])('« %s » is proposed as %s', async (typed, label) => {
  const { proposed } = await findCommunes(typed, folder)
  expect(proposed.map(name => name.replace("'", '’'))).toContain(label)
})

// Communes of letters that no other test asks for.
test.each([
  ['no network', 'Quimper (29)', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['a host that is away', 'Kourou (973)', async () => new Response('Indisponible', { status: 503 })],
])('%s: it is told, and %s is proposed when it is asked for again', async (_, label, fail) => {
  fetched.mockImplementationOnce(fail)
  await expect(findCommunes(label, folder)).rejects.toThrow()
  expect((await findCommunes(label, folder)).proposed).toContain(label)
})

test.each([
  ['Meuse', 'Meuse (55)', ['55']],
  ['val de marne', 'Val-de-Marne (94)', ['94']],
  ['Corse', 'Corse', ['2A', '2B']],
  ['2a', 'Corse-du-Sud (2A)', ['2A']],
  ['23', 'Creuse (23)', ['23']],
  ['le 93', 'Seine-Saint-Denis (93)', ['93']],
  ['974', 'La Réunion (974)', ['974']],
  ['35000', 'Ille-et-Vilaine (35)', ['35']],
  ['réunion', 'La Réunion (974)', ['974']],
  ['Alsace', 'Alsace', ['67', '68']],
  ['paca', 'Provence-Alpes-Côte d’Azur', ['04', '05', '06', '13', '83', '84']],
  ['Guéret', 'Guéret (23)', ['23']],
  // An example is there.
  ['Rennes', 'Rennes (35)', ['35']],
  ['Marseile', 'Marseille (13)', ['13']],
  ['Paris 11e', 'Paris 11e (75)', ['75']],
  // No slip of « tiers ».
  ['Thiers', 'Thiers (63)', ['63']],
  // Part of another commune today.
  ['Arbignieu', 'Arbignieu (01)', ['01']],
])('« %s » is the place %s', async (typed, label, departements) => {
  const { meaning } = await meaningOf(typed, atlas, folder)
  if (meaning.kind !== 'place') throw new Error(`it is taken for ${JSON.stringify(meaning)}`)
  expect(meaning.place.label.replace("'", '’')).toBe(label)
  expect([...meaning.place.departements].sort()).toEqual(departements)
})

test.each([
  ['vélo', 'fiches/mobilite-durable/'],
  ['énergie', 'fiches/transition-energetique/'],
  ['agriculture', 'fiches/agriculture-alimentation/'],
  // A commune of Isère too.
  ['jardin', 'fiches/'],
])('« %s » is looked for in the examples, by its stem: %s', async (typed, page) => {
  const { meaning } = await meaningOf(typed, atlas, folder)
  expect(meaning.kind).toBe('words')
  expect(meaning.kind === 'words' && meaning.addresses.some(address => address.startsWith(page))).toBe(true)
})

test('letters inside a word are not looked for: « eau » is not in « Plouguerneau »', async () => {
  const { meaning } = await meaningOf('eau', atlas, folder)
  expect(meaning).toEqual({ kind: 'words', addresses: [], corrected: null })
})

test('without network a commune is not known, and nobody says that it has no example; a département is', async () => {
  fetched.mockImplementation(() => Promise.reject(new TypeError('Failed to fetch')))
  expect((await meaningOf('Ussel', atlas, folder)).meaning).toEqual({ kind: 'unreachable' })
  expect((await meaningOf('Corrèze', atlas, folder)).meaning.kind).toBe('place')
})

test('several communes of one name are told apart by the reader', async () => {
  expect((await meaningOf('Sainte-Colombe', atlas, folder)).meaning).toEqual({ kind: 'homonyms' })
})
