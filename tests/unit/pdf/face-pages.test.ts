import { expect, it } from 'vitest'
import { overleaf } from '../../../build/pdf/page/face-pages.ts'
import type { PageOfPart } from '../../../build/pdf/page/tab/workbench.ts'
import { fiche, itemOf } from './kit.ts'

const page = (follows: boolean): PageOfPart => ({
  html: '',
  bottom: 100,
  ids: [],
  block: null,
  heading: null,
  ...(follows && { follows }),
})
const part = (numero: number, follows: boolean[], near?: true) => ({
  item: itemOf(fiche(numero, `f${numero}`)),
  pages: follows.map(page),
  ...(near && { near }),
})

it('an example on the page after its lever must face it: the first page of all is a right one', () => {
  // Pages 1, 2 and 3; 4 and 5.
  expect(overleaf([part(1, [false, false, true]), part(2, [false, true])])).toEqual([])
  // Pages 1 and 2; 3 and 4.
  expect(overleaf([part(1, [false, true]), part(2, [false, true])])).toEqual(['f1', 'f2'])
  expect(overleaf([part(1, [false, true], true), part(2, [false, true])])).toEqual(['f2'])
})
