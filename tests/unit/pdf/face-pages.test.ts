import { expect, it } from 'vitest'
import type { Flow, Item } from '../../../build/pdf/page/compose/matter.ts'
import { overleaf } from '../../../build/pdf/page/face-pages.ts'
import { type PagingBench, pagePart } from '../../../build/pdf/page/page-part.ts'
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
  expect(overleaf([part(1, [false, false, true]), part(2, [false, true])])).toEqual([])
  // Pages 1 and 2; 3 and 4.
  const turned = [part(1, [false, true]), part(2, [false, true])]
  expect(overleaf(turned)).toEqual([
    { id: 'f1', side: 'droite' },
    { id: 'f2', side: 'droite' },
  ])
  expect(overleaf([part(1, [false, true], 'droite'), ...turned.slice(1)])).toEqual([
    { id: 'f2', side: 'droite' },
  ])
  // It was paged for the other side, before the first one grew.
  expect(overleaf([part(1, [false]), part(2, [false, false, true], 'droite')])).toEqual([
    { id: 'f2', side: 'gauche' },
  ])
})

/** Four levers of which the second has its last example on the next page; a fifth one needs that page anyway, or not. */
async function followsOf(side: Side, more: number): Promise<{ pages: number; follows: number[] }> {
  const flow = (height: number): Flow => ({ height, lead: 0, cuts: [] })
  const text = (lines: number): Flow => ({
    ...flow(lines * 4.5),
    cuts: Array.from({ length: lines - 3 }, (_, n) => ({ keep: (n + 2) * 4.5, rest: (n + 2) * 4.5 })),
  })
  const box = { 60: flow(80), 81: flow(60), 102: flow(48), 170: flow(40) }
  const row = (lines: number, boxes: number): Item => ({
    kind: 'rang',
    chapo: false,
    texte: { 102: text(lines), 81: text(Math.ceil(lines * 1.1)), 170: null },
    boxes: Array.from({ length: boxes }, () => box),
  })
  const head: Item = { kind: 'bande', role: 'tete', height: 51.75 }
  const items = [head, row(22, 1), row(22, 2), row(22, 1), row(22, 2), ...(more > 0 ? [row(more, 0)] : [])]
  const bench: PagingBench = {
    measureMatter: async () => ({ page: 249, items }),
    layPages: async ({ pages }) => ({ pages: pages.map(() => page(false)), faults: [] }),
    paginatePart: async () => ({ pages: [], faults: [] }),
  }
  const { pages } = await pagePart(bench, '', { css: '', side })
  return { pages: pages.length, follows: pages.flatMap(({ follows }, index) => (follows ? [index] : [])) }
}

it('a document is paged for its side where that costs no page', async () => {
  expect(await followsOf('gauche', 0)).toEqual({ pages: 2, follows: [1] })
  expect(await followsOf('droite', 0)).toEqual({ pages: 2, follows: [1] })
  const long = await followsOf('droite', 40)
  expect(long).toEqual({ pages: (await followsOf('gauche', 40)).pages, follows: [] })
})
