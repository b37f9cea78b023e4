import { expect, test } from 'vitest'
import { excerptOf } from '../../../src/search/excerpt.ts'
import { isIntent } from '../../../src/search/grammar.ts'
import { soundOf, wordsOf } from '../../../src/search/words.ts'
import { fold } from '../../../src/text/names.ts'

const stems = (text: string) => wordsOf(text).map(({ stem }) => stem)

test.each([
  ['les marchés publics', 'marché public'],
  ['élu.e.s', 'élue'],
  ['citoyen.ne.s', 'citoyenne'],
  ['acteur.ice.s', 'actrices'],
  ['40\u202f000\u00a0€', '40.000€'],
  ['40 000', '40.000'],
  ['2,7 millions', '2.7 million'],
  ['l’épicerie', 'EPICERIE'],
  ['St Etienne', 'Saint-Étienne'.replace('-', ' ')],
  ['cœur', 'coeur'],
  ['c’est quoi l’ESS ?', 'ess'],
  ['E.S.S.', 'ESS'],
  ['la D.S.P. de P.A.T', 'dsp pat'],
  ['un bâtiment neuf', 'bâtiments neufs'],
  ['des baux', 'bail'],
])('« %s » is searched as « %s »', (one, other) => {
  expect(stems(one)).toEqual(stems(other))
})

test.each([
  ['Rennes', 'renouvelables'],
  ['Martinique', 'Martin'],
  ['solaire', 'scolaire'],
  ['le siège', 'SIEG'],
  ['port', 'porte'],
])('« %s » is another word than « %s »', (one, other) => {
  expect(stems(one)).not.toEqual(stems(other))
})

test.each([
  ['numerik', 'numérique'],
  ['enfence', 'enfance'],
  ['prioritère', 'prioritaire'],
  ['alimantation', 'alimentation'],
])('« %s » sounds as « %s »', (one, other) => {
  expect(soundOf(fold(one))).toBe(soundOf(fold(other)))
})

test('« faute » does not sound as « foot »', () => {
  expect(soundOf('faute')).not.toBe(soundOf('foot'))
})

test('what one wants to do weighs less than of what', () => {
  expect(['sauver', 'louer', 'choisir', 'prendre'].every(isIntent)).toBe(true)
  expect(['foncier', 'quartier', 'solidaire', 'insertion', 'maraicher'].some(isIntent)).toBe(false)
})

test('a compound is its parts, and one word', () => {
  expect(stems('co-voiturage')).toEqual(expect.arrayContaining(stems('covoiturage')))
})

test('a passage begins and ends at words, says so, and marks what was found', () => {
  const text =
    `${'Un mot après un autre. '.repeat(20)}La cantine sert des repas. ${'Encore des mots. '.repeat(20)}`.trim()
  const runs = excerptOf(text, new Set(stems('cantine')))
  expect(runs[0]?.text).toBe('… ')
  expect(runs.at(-1)?.text).toBe(' …')
  expect(runs.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['cantine'])
  const passage = runs
    .slice(1, -1)
    .map(({ text }) => text)
    .join('')
  expect(text).toContain(passage)
  expect(` ${text} `).toContain(` ${passage} `)
})

test('a word that every object of JavaScript has a field for is a word', () => {
  expect(stems('constructor toString')).toEqual(['constructor', 'tostring'])
})
