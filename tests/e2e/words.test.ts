import { expect, inject, it } from 'vitest'
import { findingsOf, WORDS } from '../hard/workbench.ts'

it.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('every edition of %s says every word of the source, in its order, and no other', async (fiches, out) => {
  expect(await findingsOf(fiches, out, WORDS)).toEqual([])
})
