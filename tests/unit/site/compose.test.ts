import { expect, test } from 'vitest'
import { tellsChoice } from '../../../layouts/web/scripts/compose/choice.ts'
import { summaryOf } from '../../../layouts/web/scripts/compose/form.ts'

test.each([
  ['#fiches=8,12', true],
  ['#fiches=5&recto-verso', true],
  ['#fiches=', true],
  ['#contenu', false],
  ['', false],
])('the fragment « %s » is a choice of fiches, or the place of a page: %s', (fragment, tells) => {
  expect(tellsChoice(fragment)).toBe(tells)
})

test.each([
  [0, null, 'Aucune fiche choisie'],
  [1, 1, '1\u00a0fiche, 1\u00a0page, environ 100\u00a0ko'],
  [2, 9, '2\u00a0fiches, 9\u00a0pages, environ 100\u00a0ko'],
  [2, null, '2\u00a0fiches, environ 100\u00a0ko'],
])('what a choice comes to is said as one speaks: %i fiches, %i pages', (fiches, pages, words) => {
  const boxes = Array.from({ length: fiches }, () => ({ checked: true, dataset: { poids: '10 ko' } }))
  expect(summaryOf(boxes as unknown as HTMLInputElement[], '100 ko', pages)).toBe(words)
})
