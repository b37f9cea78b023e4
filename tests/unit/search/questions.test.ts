import { expect, test } from 'vitest'
import type { SearchDocument } from '../../../src/web/search/documents.ts'
import { learn, openQuestions, type Question } from '../../../src/web/search/questions.ts'

const page = (adresse: string, ancre?: string): SearchDocument => ({
  adresse,
  genre: 'Fiche',
  parties: [{ genre: 'page', titre: adresse, texte: '', ...(ancre && { ancre }) }],
})

const documents = [
  page('fiches/mobilite/'),
  page('fiches/cantine/'),
  page('sommaire/', 'a-paraitre-habitat'),
  page('telechargements/kit.pdf'),
]

const stems = ['aid', 'cantin', 'jeune', 'mair', 'repa', 'voitur']

const ask = (questions: readonly Question[]) => openQuestions(learn(questions, documents, stems), stems)

const taught = (questions: readonly Question[]) => {
  const { taught } = ask(questions)
  return (query: string) =>
    [...taught(query).documents].sort(([, one], [, other]) => other - one).map(([number]) => number)
}

test('words lead where questions with them led, those of the index and others', () => {
  const led = taught([
    { mots: 'bagnole, panne', pages: ['fiches/mobilite'] },
    { mots: 'voiture de la mairie', pages: ['fiches/mobilite'] },
    { mots: 'cantine de la mairie', pages: ['fiches/cantine#exemple-une-cantine'] },
  ])
  expect(led('une vieille bagnole')).toEqual([0])
  expect(led('voitures')).toEqual([0])
  expect(led('cantine')).toEqual([1])
  expect(led('trottoir')).toEqual([])
  expect(led('bagnole pour la cantine').sort()).toEqual([0, 1])
})

test('a word of many questions of one page says less of it than one of few', () => {
  const questions = [
    ...Array.from({ length: 9 }, (_, at) => ({ mots: `aide ${at + 100}`, pages: ['fiches/mobilite'] })),
    { mots: 'aide au repas', pages: ['fiches/cantine'] },
  ]
  expect(taught(questions)('aide au repas')[0]).toBe(1)
})

test('a page that one question of a thousand leads to is worth no more for a word than one of three', () => {
  const { documents: weights } = ask([
    ...Array.from({ length: 996 }, () => ({ mots: 'voiture', pages: ['fiches/mobilite'] })),
    { mots: 'repas', pages: ['fiches/habitat'] },
    { mots: 'repas', pages: ['fiches/cantine'] },
    ...Array.from({ length: 2 }, () => ({ mots: 'cantine', pages: ['fiches/cantine'] })),
  ]).taught('repas')
  expect(weights.get(2)).toBe(weights.get(1))
})

test('an announced fiche has the address that it will have, a file that of its folder, and no answer is none', () => {
  const led = taught([
    { mots: 'logement, maison', pages: ['fiches/habitat'] },
    { mots: 'pdf, imprimer', pages: ['telechargements'] },
    { mots: 'piscine, plongeoir', pages: ['rien'] },
    { mots: 'jeune', pages: ['fiches/habitat', 'telechargements'] },
  ])
  expect(led('logement')).toEqual([2])
  expect(led('pdf')).toEqual([3])
  expect(led('piscine')).toEqual([])
  expect(led('jeune').sort()).toEqual([2, 3])
})

test('a word that nothing answered leads nowhere, more surely the more questions said it', () => {
  const { taught, leads } = ask([
    { mots: 'piscine, plongeoir', pages: ['rien'] },
    { mots: 'piscine, baignade', pages: ['rien'] },
    { mots: 'cantine de la mairie', pages: ['fiches/cantine'] },
  ])
  expect(taught('piscine').nowhere).toBeGreaterThan(taught('plongeoir').nowhere)
  expect(taught('cantine').nowhere).toBe(0)
  expect([leads('piscin'), leads('cantin'), leads('trottoir')]).toEqual([false, true, false])
})

test('what a list of words has is a word, what a question alone has may be a slip', () => {
  const { isWord, taught } = ask([
    { mots: 'bagnole, tacot', pages: ['fiches/mobilite'] },
    { mots: 'voitur en pane', pages: ['fiches/mobilite'] },
  ])
  expect([isWord('bagnol'), isWord('tacot'), isWord('pan')]).toEqual([true, true, false])
  expect(taught('pane').documents.size).toBe(0)
})

test('without a question nothing is learned', () => {
  expect(taught([])('voiture')).toEqual([])
})
