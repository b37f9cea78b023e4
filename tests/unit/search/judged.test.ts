import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { searchFile } from '../../../build/site/search/index.ts'
import { openEngine } from '../../../src/web/search/engine.ts'
import { type Judged, rankOf, readJudged } from './judge.ts'
import { searchDataOf } from './search-data.ts'

const judged = readJudged(readFileSync('tests/fixtures/recherche.tsv', 'utf8'))
const { kit, data, pageOf } = await searchDataOf('fiches')
const engine = openEngine(data)
const ranks = new Map(judged.map(query => [query, rankOf(engine, query)]))

const foundAmong = (query: Judged, first: number) => (ranks.get(query) ?? Number.POSITIVE_INFINITY) < first
const share = (queries: readonly Judged[], first: number) =>
  queries.filter(query => foundAmong(query, first)).length / queries.length

describe('the queries that people type', () => {
  test('are 500 at least, and a third of them serves no tuning', () => {
    expect(judged.length).toBeGreaterThanOrEqual(500)
    expect(judged.filter(({ held }) => held).length).toBeGreaterThanOrEqual(judged.length / 3 - 1)
  })

  test.each([
    ['all', () => true, 0.99],
    ['those that serve no tuning', ({ held }: Judged) => held, 0.98],
  ])('find what is right first, 95 in 100, and 99 among the first three: %s', (_, wanted, three) => {
    const queries = judged.filter(wanted)
    const wrong = queries.filter(query => !foundAmong(query, 1)).map(({ words }) => words)
    expect(share(queries, 1), wrong.join(', ')).toBeGreaterThanOrEqual(0.95)
    expect(share(queries, 3), wrong.join(', ')).toBeGreaterThanOrEqual(three)
  })
})

test('what the search of the kit knows weighs less than 90 kB', () => {
  expect(searchFile(kit, pageOf, []).byteLength).toBeLessThan(90_000)
})

test('a query that the kit answers in part says what it does not speak of', async () => {
  expect(engine.search('xylophone à Rennes', null).unheld).toEqual(['xylophone'])
  expect(engine.search('Rennes', null).unheld).toEqual([])
})

test.each(['Gers', 'Chambéry', 'éoliennes'])('« %s » is no slip', words => {
  expect(engine.search(words, null).corrected).toBeNull()
})
