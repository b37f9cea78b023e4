import { expect, test } from 'vitest'
import { findSigles } from '../../../src/text/sigles.ts'
import { rendered } from './kit.ts'

const placesOf = (names: string[], text: string) =>
  findSigles(names)(text)
    .map(({ sigle, index }) => `${sigle} ${index}`)
    .join(', ')

test.each([
  ['each where it stands', 'SCI, SCIC et R&D', 'SCI 0, SCIC 5, R&D 13'],
  ['a shorter one where the longer one goes on', 'une SCI-C', ''],
  ['the longest that is a whole word', 'SCICs SCIs SCIX', 'SCIC 0, SCI 6'],
  ['as it is written', 'RxD SARL A.B. AxB.', 'A.B. 9'],
  ['the longer one of two that begin alike', 'E&D et E&D&I', 'E&D 0, E&D&I 7'],
  ['none inside another name', 'ASCI 2SCI -SCI SCI2 ÉSCI', ''],
  ['beside letters that two units write', '𝒳SCI 😀SCI', 'SCI 8'],
])('finds %s', (_, text, expected) => {
  expect(placesOf(['SCI', 'SCIC', 'D', 'R&D', 'E&D', 'E&D&I', 'A.B.'], text)).toBe(expected)
})

test('finds nothing where there is nothing to find', () => {
  expect(placesOf([], 'une SCIC')).toBe('')
})

test('an acronym of two words leads to its line in the e-book', () => {
  const sigles = { 'Un achat': 'Un achat, un emploi' }
  const html = rendered('Le label Un achat : lequel ?\n', 'epub', {
    sigles,
    mots_etrangers: { en: ['achat'] },
  })
  expect(html).toContain('sigles.xhtml#sigle-Un-achat"')
})
