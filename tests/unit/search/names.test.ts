import { expect, test } from 'vitest'
import { collect } from '../../../src/web/search/collect.ts'
import { openIndex } from '../../../src/web/search/index.ts'
import { nameAt, readNames } from '../../../src/web/search/names.ts'
import { plainWordsOf } from '../../../src/web/search/words.ts'

const documents = [
  {
    adresse: 'fiches/fetes/',
    genre: 'Fiche',
    parties: [{ genre: 'page' as const, titre: 'Fêtes', texte: 'Des feux d’artifice, à Bourges.' }],
  },
]
const index = openIndex(documents, collect(documents))
const names = readNames(['feu d’artifice', 'carte d’identité', 'Bourges'])
const nameOf = (query: string) => nameAt(plainWordsOf(query), 0, query, { index, names })?.name

test.each(['feu d’artifice', 'feux d’artifice', 'feux artifice'])('« %s » is a set expression', query => {
  expect(nameOf(query)).toBe('feu d’artifice')
})

test('a set expression is held by a text that says it in the plural', () => {
  expect(index.weightsOfName('feu d’artifice')?.size).toBe(1)
  expect(index.weightsOfName('carte d’identité')).toBeUndefined()
})

test('a town is no word of the same stem', () => {
  expect(nameOf('bourges')).toBe('Bourges')
  expect(nameOf('bourg')).toBeUndefined()
})
