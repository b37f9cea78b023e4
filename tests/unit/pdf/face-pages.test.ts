import { expect, it } from 'vitest'
import type { Flow, Item, Row } from '../../../build/pdf/page/compose/matter.ts'
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

const flow = (height: number): Flow => ({ height, lead: 0, tail: 0, cuts: [] })
const text = (lines: number): Flow => ({
  ...flow(lines * 4.5),
  cuts: Array.from({ length: lines - 3 }, (_, n) => ({ keep: (n + 2) * 4.5, rest: (n + 2) * 4.5 })),
})
const row = (lines: number, ...boxes: Row['boxes']): Item => ({
  kind: 'rang',
  chapo: false,
  texte: { 102: text(lines), 81: text(Math.ceil(lines * 1.1)), 170: null },
  boxes,
})
const head: Item = { kind: 'bande', role: 'tete', height: 51.75 }

/** How many pages a document takes, and on which of them, from 0, an example begins that has its lever on the page before. */
async function pagesOf(side: Side, items: Item[]): Promise<{ pages: number; follows: number[] }> {
  const bench: PagingBench = {
    measureMatter: async () => ({ page: 249, items }),
    layPages: async ({ pages }) => ({ pages: pages.map(() => page(false)), faults: [] }),
    paginatePart: async () => ({ pages: [], faults: [] }),
  }
  const { pages } = await pagePart(bench, '', { css: '', side })
  return { pages: pages.length, follows: pages.flatMap(({ follows }, index) => (follows ? [index] : [])) }
}

it('no example begins overleaf from its lever, whatever that costs', async () => {
  const box = { 60: flow(80), 81: flow(60), 102: flow(48), 170: flow(40) }
  const items = [head, row(22, box), row(22, box, box), row(22, box), row(22, box, box)]
  expect(await pagesOf('gauche', items)).toEqual({ pages: 2, follows: [1] })
  expect(await pagesOf('droite', items)).toEqual({ pages: 3, follows: [] })
  const longer = [...items, row(40)]
  expect(await pagesOf('droite', longer)).toEqual({
    pages: (await pagesOf('gauche', longer)).pages,
    follows: [],
  })
})

it('an example begins overleaf where it has no other place', async () => {
  const tall = { 60: flow(190), 81: flow(190), 102: flow(190), 170: flow(190) }
  expect(await pagesOf('droite', [head, row(4, tall, tall)])).toEqual({ pages: 2, follows: [1] })
})
