import { expect, inject, it } from 'vitest'
import { findingsOf } from '../hard/workbench.ts'

it.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])(
  'every edition of %s says the words of the source in its order, true page numbers, and leads where it says',
  async (fiches, out) => {
    expect(
      await findingsOf(fiches, out, [
        'mots',
        'numeros',
        'liens-site',
        'liens-pdf',
        'liens-epub',
        'imprimeur',
      ]),
    ).toEqual([])
  },
)
