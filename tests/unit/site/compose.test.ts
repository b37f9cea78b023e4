import { expect, test } from 'vitest'
import { tellsChoice } from '../../../layouts/web/scripts/compose/address.ts'

test.each([
  ['#fiches=8,12', true],
  ['#fiches=5&recto-verso', true],
  ['#fiches=', true],
  ['#contenu', false],
  ['', false],
])('the fragment « %s » is a choice of fiches, or the place of a page: %s', (fragment, tells) => {
  expect(tellsChoice(fragment)).toBe(tells)
})
