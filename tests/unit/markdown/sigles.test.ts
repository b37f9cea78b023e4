import { expect, test } from 'vitest'
import { findSigles } from '../../../src/text/sigles.ts'

const placesOf = (names: string[], text: string) =>
  findSigles(names)(text).map(({ sigle, index }) => [sigle, index])

test.each([
  [
    'each where it stands',
    'SCI, SCIC et R&D',
    [
      ['SCI', 0],
      ['SCIC', 5],
      ['R&D', 13],
    ],
  ],
  ['a shorter one where the longer one goes on', 'une SCI-C', []],
  [
    'the longest that is a whole word',
    'SCICs SCIs SCIX',
    [
      ['SCIC', 0],
      ['SCI', 6],
    ],
  ],
  ['as it is written', 'RxD SARL A.B. AxB.', [['A.B.', 9]]],
  [
    'the longer one of two that begin alike',
    'E&D et E&D&I',
    [
      ['E&D', 0],
      ['E&D&I', 7],
    ],
  ],
  ['none inside another name', 'ASCI 2SCI -SCI SCI2 ÉSCI', []],
  ['beside letters that two units write', '𝒳SCI 😀SCI', [['SCI', 8]]],
] as const)('finds %s', (_, text, expected) => {
  expect(placesOf(['SCI', 'SCIC', 'D', 'R&D', 'E&D', 'E&D&I', 'A.B.'], text)).toEqual(expected)
})

test('finds nothing where there is nothing to find', () => {
  expect(placesOf([], 'une SCIC')).toEqual([])
})
