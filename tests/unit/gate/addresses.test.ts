import { expect, test } from 'vitest'
import { decode, decodePart, sameAddress } from '../../../build/gate/checks/addresses.ts'

test.each([
  ['https://exemple.fr/caf%C3%A9', 'https://exemple.fr/café'],
  ['mailto:contact@exemple.fr?subject=Fiche%201', 'mailto:contact@exemple.fr'],
])('%s and %s are one address', (one, other) => {
  expect(sameAddress(one)).toBe(sameAddress(other))
})

test('what a page is asked makes another address', () => {
  expect(sameAddress('https://exemple.fr/?page=1')).not.toBe(sameAddress('https://exemple.fr/'))
})

test.each(['100%', '%E9', 'a%2'])('%s, which encodes nothing, stands for itself', address => {
  expect(decode(address)).toBe(address)
  expect(decodePart(address)).toBe(address)
})

test('what parts an address stays encoded in it, and is a letter of a name', () => {
  expect(decode('a%2Fb%C3%A9')).toBe('a%2Fbé')
  expect(decodePart('a%2Fb%C3%A9')).toBe('a/bé')
})
