import { expect, test } from 'vitest'
import { sameAddress } from '../../../build/judge/audit/source/addresses.ts'

test.each([
  ['https://exemple.fr/caf%C3%A9', 'https://exemple.fr/café'],
  ['mailto:contact@exemple.fr?subject=Fiche%201', 'mailto:contact@exemple.fr'],
])('%s and %s are one address', (one, other) => {
  expect(sameAddress(one)).toBe(sameAddress(other))
})

test('what a page is asked makes another address', () => {
  expect(sameAddress('https://exemple.fr/?page=1')).not.toBe(sameAddress('https://exemple.fr/'))
})
