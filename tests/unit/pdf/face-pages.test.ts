import { expect, it } from 'vitest'
import { overleaf } from '../../../build/pdf/page/face-pages.ts'
import type { Side } from '../../../build/pdf/page/reserve.ts'
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
const part = (numero: number, follows: boolean[], side?: Side) => ({
  item: itemOf(fiche(numero, `f${numero}`)),
  pages: follows.map(page),
  ...(side && { side }),
})

it('an example on the page after its lever must face it: the first page of all is a right one', () => {
  // Pages 1, 2 and 3; 4 and 5.
  expect(overleaf([part(1, [false, false, true]), part(2, [false, true])])).toBeUndefined()
  // Pages 1 and 2; 3 and 4.
  const turned = [part(1, [false, true]), part(2, [false, true])]
  expect(overleaf(turned)).toEqual({ id: 'f1', side: 'droite' })
  expect(overleaf([part(1, [false, true], 'droite'), ...turned.slice(1)])).toEqual({
    id: 'f2',
    side: 'droite',
  })
  // It was paged for the other side, before the first one grew.
  expect(overleaf([part(1, [false]), part(2, [false, false, true], 'droite')])).toEqual({
    id: 'f2',
    side: 'gauche',
  })
})
