import { expect, test } from 'vitest'
import { departementOfCode } from '../../../src/search/departement-of-code.ts'

test.each([
  ['35000', '35'],
  ['01500', '01'],
  ['97400', '974'],
  ['20000', '2A'],
  ['20190', '2A'],
  ['20200', '2B'],
  ['20600', '2B'],
  ['3500', undefined],
  ['350000', undefined],
  ['2024', undefined],
  ['35', undefined],
])('%s is of the département %s', (word, departement) => {
  expect(departementOfCode(word)).toBe(departement)
})
