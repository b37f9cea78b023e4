import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { searchFiles } from '../../../build/site/search.ts'
import { nameOf } from '../../../src/search/documents.ts'
import { openEngine } from '../../../src/search/engine.ts'
import { excerptOf } from '../../../src/search/excerpt.ts'
import { type Judged, rankOf, readJudged } from './judge.ts'
import { searchDataOf } from './search-data.ts'

const { kit, data, pageOf } = await searchDataOf('fiches')
const engine = openEngine(data)

const firstOf = (words: string) => engine.search(words).found[0]?.document.adresse

/** Expects shares of answers that are right first and among the first three. */
function expectShares(
  ranks: ReadonlyMap<Judged, number>,
  { first, three }: { first: number; three: number },
) {
  const wrong = [...ranks].filter(([, rank]) => rank > 0).map(([{ mots }]) => mots)
  const share = (most: number) => [...ranks.values()].filter(rank => rank < most).length / ranks.size
  expect(share(1), wrong.join(', ')).toBeGreaterThanOrEqual(first)
  expect(share(3), wrong.join(', ')).toBeGreaterThanOrEqual(three)
}

test.each([
  ['recherche', { first: 0.85, three: 0.93 }],
  ['recherche-premieres-questions', { first: 0.93, three: 0.98 }],
])('the queries that people type find what is right: %s', (file, shares) => {
  const judged = readJudged(readFileSync(`tests/fixtures/${file}.tsv`, 'utf8'))
  expectShares(new Map(judged.map(query => [query, rankOf(engine, query)])), shares)
})

test('a slip in a question of definition is corrected, the question kept', () => {
  expect(engine.search("c'est quoi une coopertive").corrected).toBe("c'est quoi une coopérative")
})

/** What once went wrong: each query, and the page that is first, the query that is answered alike (« = »), or « rien ». */
const firsts = readFileSync('tests/fixtures/recherche-premiers.tsv', 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t') as [string, string])

test.each(firsts)('« %s » : %s', (words, right) => {
  const { found, corrected } = engine.search(words)
  if (right === 'rien') expect([found, corrected]).toEqual([[], null])
  else expect(found[0]?.document.adresse).toBe(right.startsWith('= ') ? firstOf(right.slice(2)) : right)
})

test('titles and texts that the search shows are in French typography', () => {
  const shown = data.documents.flatMap(({ parties }) => parties.flatMap(({ titre, texte }) => [titre, texte]))
  expect(shown.filter(text => text.includes("'"))).toEqual([])
})

test('an example is named by its whole place, and found by its département and région', () => {
  const name = 'Exemple, Saintes Grandes Rives, l’Agglo (17) : Une même directrice dans les deux instances'
  const partsOf = (words: string) => engine.search(words).found.flatMap(({ parts }) => parts.map(nameOf))
  expect(partsOf('Saintes Grandes Rives')).toContain(name)
  expect(partsOf('17')).toContain(name)
  expect(partsOf('Nouvelle-Aquitaine directrice')).toContain(name)
})

test('what the search of the kit knows weighs less than 100 kB', () => {
  const weights = Object.values(searchFiles(kit, pageOf, [])).map(({ byteLength }) => byteLength)
  expect(weights.reduce((sum, one) => sum + one)).toBeLessThan(100_000)
})

test.each([
  ['xylophone à Rennes', ['xylophone']],
  ['Rennes', []],
  ['crèche à saint-malo', ['Saint-Malo']],
  ['mode de garde', []],
  // A number of five digits that a text holds, or that something is counted with, is no code.
  ['40000', []],
  ['45000 habitants', ['45000']],
])('« %s »: what the kit does not speak of is told, a place by its name: %j', (words, unheld) => {
  expect(engine.search(words).unheld).toEqual(unheld)
})

test('an acronym of the kit is found before its last letter is typed', () => {
  expect(engine.search('EPC').found.map(({ document }) => document.adresse)).toContain('sigles/')
})

test.each([
  ['crehce', 'crèche'],
  ['marhce public', 'marché public'],
  ['vleo', 'vélo'],
  ['coopertaive', 'coopérative'],
])('two letters that are swapped in « %s » are told from a word that sounds alike: « %s »', (slip, right) => {
  expect(engine.search(slip).corrected).toBe(right)
})

test.each(['Gers', 'Chambéry', 'éoliennes', 'modestes', 'impôts', 'pluie', 'plante', 'rapide'])(
  '« %s » is no slip',
  words => {
    expect(engine.search(words).corrected).toBeNull()
  },
)

test.each(['35000', '35000 rennes', '35238', 'dpt 35', 'département 35'])(
  'a code tells its département: « %s »',
  words => {
    const { found, unheld } = engine.search(words)
    expect(unheld).toEqual([])
    expect(found.map(({ document }) => document.adresse).sort()).toEqual([
      'fiches/foncier/',
      'fiches/politique-de-la-ville/',
      'fiches/scic/',
      'pages/ordres-de-grandeur/',
    ])
  },
)

test('a domain of the municipalities is found by its name', () => {
  const [first] = engine.search('développement touristique').found
  expect(first?.parts[0]).toMatchObject({
    genre: 'domaine',
    titre: 'Développement économique et touristique',
  })
})

test('an island that is a common word too is a place where it is all that is typed', () => {
  expect(engine.search('Réunion')).toMatchObject({ found: [], unheld: ['La Réunion'] })
})

test.each([
  ['Meuse', 'Grand Est'],
  ['val de marne', 'Île-de-France'],
  ['laon', 'Hauts-de-France'],
])('the kit does not speak of %s: the examples of its région are near', (words, region) => {
  const { found, near } = engine.search(words)
  expect(found).toEqual([])
  expect(near.region).toBe(region)
  expect(near.found.length).toBeGreaterThan(0)
  for (const { parts } of near.found) for (const { genre } of parts) expect(genre).toBe('exemple')
})

test('what answers other words of a query is near, where its subject is nowhere', () => {
  const { found, near } = engine.search('carte grise en ligne')
  expect([found.length, near.region]).toEqual([0, null])
  expect(near.found.length).toBeGreaterThan(0)
})

test.each(['cimetière', 'pompes funèbres', 'adjoint à l’ess', 'sport', 'jeunes', 'déchets'])(
  '« %s »: what can be read comes before what is announced',
  words => {
    expect(firstOf(words)).toMatch(/^fiches\//)
  },
)

test.each([
  ['Bretagne', '3 exemples en Bretagne', 'territoires/?lieu=Bretagne'],
  ['un exemple en bourgogne', '2 exemples en Bourgogne', 'territoires/?lieu=Bourgogne'],
  ['creuse', 'Creuse (23)\u00a0: 1 exemple', 'territoires/?lieu=23'],
  ['Quimper', 'Quimper\u00a0: aucun exemple, 3 en Bretagne', 'territoires/?lieu=Quimper'],
])('« %s » asks for a place: its examples come first', (words, title, address) => {
  const [document] = [engine.search(words).examples?.document]
  expect([document?.parties[0]?.titre, document?.adresse]).toEqual([title, address])
})

test('a place beside a subject is not all that is asked', () => {
  expect(engine.search('crèche à Rennes').examples).toBeNull()
})

test('no passage parts a misconception from its verdict', () => {
  for (const words of [
    'subvention association',
    'subvention contrôle',
    'subventionner contentieux',
    'acheter',
  ])
    for (const { parts, stems } of engine.search(words).found)
      for (const { texte } of parts) {
        const passage = excerptOf(texte, stems)
          .map(({ text }) => text)
          .join('')
        expect(passage.split('«').length, passage).toBe(passage.split('»').length)
        expect(passage).not.toMatch(/échappe à tout contrôle(?! : FAUX »)/)
      }
})

test('a phrase is what a query is about, whatever verb it begins with', () => {
  expect(engine.search('prêter une salle à une compagnie').found.length).toBeGreaterThan(0)
})

test('a département is answered by its examples, then by passages that name a place of it', () => {
  const { found } = engine.search('Creuse')
  expect(found.map(({ parts: [best] }) => best?.genre)).toEqual(['exemple', 'section'])
  const [, { parts: [best] = [], stems = new Set<string>() } = {}] = found
  expect(excerptOf(best?.texte ?? '', stems).find(({ marked }) => marked)?.text).toBe('23')
  expect(engine.search('hauts de france').found[0]?.parts[0]?.genre).toBe('exemple')
})

test('« voiture en panne » finds the garages, whatever else is said; no « panne » is a « pensez »', () => {
  for (const words of ['voiture en panne', 'voiture en panne pas d’argent']) {
    expect(engine.search(words).found[0]?.parts[0]?.titre).toBe('Soutenir les garages solidaires')
    expect(engine.search(words).corrected).toBeNull()
  }
})
