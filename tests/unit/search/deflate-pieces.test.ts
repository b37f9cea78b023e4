import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { deflatePieces } from '../../../build/site/search/deflate-pieces.ts'

test.each([
  [{ un: 'mot', deux: ['mots', { trois: 3 }] }],
  [
    {
      texte: 'Été à Nîmes. '.repeat(5000),
      signes: { pas: '#$%&'.repeat(900), poids: 'abc', rien: {} },
      fin: null,
    },
  ],
])('the pieces of an object are one stream, and come back as it was', value => {
  expect(inflateRawSync(deflatePieces(value)).toString()).toBe(JSON.stringify(value))
})

test('what was said before is said again for nothing', () => {
  const words = Array.from({ length: 3000 }, (_, at) => (at * 7919).toString(36)).join(' ')
  expect(deflatePieces({ words, again: words }).length).toBeLessThan(1.1 * deflatePieces({ words }).length)
})

test('the same object gives the same bytes', () => {
  const value = { mots: 'vélo, autopartage', signes: '#$%' }
  expect(deflatePieces(value)).toEqual(deflatePieces(value))
})
