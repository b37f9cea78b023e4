import { expect, test } from 'vitest'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import { findSigles } from '../../../src/text/sigles.ts'
import { ficheOf, kitOf } from './kit.ts'

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

test('an acronym of two words leads to its line in the e-book', () => {
  const fiche = ficheOf(parseBody('Le label Un achat : lequel ?\n', { file: 'x.md', firstLine: 1 }).corps)
  const kit = kitOf(fiche, {
    sigles: { 'Un achat': 'Un achat, un emploi' },
    mots_etrangers: { en: ['achat'] },
  })
  expect(createRenderer(kit, 'epub').fiche(fiche).html).toContain('sigles.xhtml#sigle-Un-achat"')
})
