import { expect, it } from 'vitest'
import type { MatterItem } from '../../../build/paper/page/compose/matter.ts'
import { type PagingBench, pagePart } from '../../../build/paper/page/page-part.ts'
import { type PaginatedPart, turnPages } from '../../../build/paper/page/paginate.ts'
import type { Side } from '../../../build/paper/page/reserve.ts'
import { planOf } from '../../../src/text/page-plan.ts'
import { fiche, pageOf, partOf } from './kit.ts'
import { head, row, whole } from './text-flow.ts'

const page = (follows: boolean) => pageOf('', follows ? { follows } : {})
const part = (numero: number, follows: boolean[]) => partOf(fiche(numero, `f${numero}`), follows.map(page))

/** The documents that are paged anew, and for which side; `anew` says on which of their pages an example follows its lever then. */
async function turned(parts: PaginatedPart[], anew: Record<string, boolean[]> = {}): Promise<string[]> {
  const asked: string[] = []
  await turnPages(parts, async given => {
    asked.push(`${given.item.id} ${given.side}`)
    return { ...given, pages: (anew[given.item.id] ?? [false]).map(page) }
  })
  return asked
}

it('an example on the page after its lever must face it: the first page of all is a right one', async () => {
  // Pages 1, 2 and 3; 4 and 5.
  expect(await turned([part(1, [false, false, true]), part(2, [false, true])])).toEqual([])
  // Pages 1 and 2; 3 and 4.
  expect(await turned([part(1, [false, true]), part(2, [false, true])], { f1: [false, false] })).toEqual([
    'f1 droite',
    'f2 droite',
  ])
})

it('a document is paged once for the side on which it comes to stand, after those before it', async () => {
  // The first takes three pages then, and the second begins on a left one.
  const parts = [part(1, [false, true]), part(2, [false, true]), part(3, [false, true])]
  expect(await turned(parts, { f1: [false, false, false] })).toEqual(['f1 droite'])
  // Where there is no other place, it stays overleaf.
  expect(await turned([part(1, [false, true])], { f1: [false, true] })).toEqual(['f1 droite'])
})

/** How many pages a document takes, and on which of them, from 0, an example begins that has its lever overleaf. */
async function pagesOf(side: Side, items: MatterItem[]): Promise<{ pages: number; overleaf: number[] }> {
  const bench: PagingBench = {
    measureMatter: async () => ({ page: 249, items }),
    layPages: async ({ pages }) => ({ pages: pages.map(() => page(false)), faults: [] }),
    paginatePart: async () => ({ pages: [], faults: [] }),
  }
  const { pages } = await pagePart(bench, '', { plan: planOf({ impression: { format: 'A4' } }), side })
  const isLeft = (index: number) => (side === 'gauche' ? index : index + 1) % 2 === 0
  const overleaf = pages.flatMap(({ follows }, index) => (follows && isLeft(index) ? [index] : []))
  return { pages: pages.length, overleaf }
}

it('no example begins overleaf from its lever, whatever that costs', async () => {
  const items = [head, row(22, 80), row(22, 80, 80), row(22, 80), row(22, 80, 80)]
  expect(await pagesOf('gauche', items)).toEqual({ pages: 2, overleaf: [] })
  expect(await pagesOf('droite', items)).toEqual({ pages: 3, overleaf: [] })
  const longer = [...items, row(40)]
  expect(await pagesOf('droite', longer)).toEqual({
    pages: (await pagesOf('gauche', longer)).pages,
    overleaf: [],
  })
})

it('an example begins overleaf where it has no other place', async () => {
  const tall = { margin: whole(190), half: whole(190), text: whole(190), page: whole(190) }
  expect(await pagesOf('droite', [head, { ...row(4), boxes: [tall, tall] }])).toEqual({
    pages: 2,
    overleaf: [1],
  })
})
