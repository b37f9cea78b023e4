import { expect, test } from 'vitest'
import {
  packSorted,
  packSpellings,
  signOf,
  unpackSorted,
  unpackSpellings,
  valueAt,
} from '../../../src/web/search/pack-words.ts'

test('sorted words come back as they were, long beginnings too', () => {
  const words = [
    '',
    '13',
    '40000€',
    'accueil',
    'accueillir',
    'a'.repeat(50),
    `${'a'.repeat(50)}b`,
    'zone',
  ].sort()
  expect(unpackSorted(packSorted(words))).toEqual(words)
  expect(packSorted(['accueil', 'accueillir'])).toBe('0accueil|7lir')
})

test.each([
  ['coopératif', ['coopératif', 'coopérative', 'coopératives']],
  ['al', ['aux']],
  ['bois', ['bois']],
  ['2a', ['2a']],
])('the words of the stem « %s » come back', (stem, words) => {
  expect(unpackSpellings(stem, packSpellings(stem, words))).toEqual(words)
})

test('a stem that is its own word weighs nothing', () => {
  expect(packSpellings('bois', ['bois'])).toBe('')
})

test('numbers are signs that JSON writes as they are, and come back', () => {
  const numbers = Array.from({ length: 5000 }, (_, number) => number)
  const packed = numbers.map(signOf).join('')
  expect(numbers.map(at => valueAt(packed, at))).toEqual(numbers)
  expect(JSON.stringify(packed)).toBe(`"${packed}"`)
  expect(packed).not.toContain(' ')
})
