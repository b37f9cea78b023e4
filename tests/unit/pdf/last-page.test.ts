import { describe, expect, it } from 'vitest'
import type { MatterItem, Placement } from '../../../build/paper/page/compose/matter.ts'
import { spreadColumns } from '../../../build/paper/page/compose/spread.ts'
import { composed, head, placed, textFlow } from './text-flow.ts'

const row = (lines: number): MatterItem => ({
  kind: 'rang',
  chapo: false,
  texte: { text: textFlow(Math.round(lines * 0.8), 4), half: textFlow(lines, 4), page: null },
  boxes: [],
})
const heading: MatterItem = { kind: 'bande', role: 'titre', height: 15.75, narrow: 15.75, column: 15.75 }

it('a long text leaves lines of both columns for a last page that would hold little', () => {
  const { pages } = composed({
    page: 249,
    items: [head, row(48), heading, row(31), heading, row(5)],
  })
  const [first = [], last = []] = pages
  expect(pages).toHaveLength(2)
  const partsOf = (page: Placement[], item: number) =>
    page.filter(one => one.item === item).map(({ left, width }) => [left, width])
  // It runs down two columns of both pages, and no text stands beside an empty column.
  for (const page of [first, last])
    expect(partsOf(page, 3).sort()).toEqual([
      [0, 'half'],
      [89, 'half'],
    ])
  expect(Math.max(...last.map(({ foot }) => foot))).toBeGreaterThan(249 / 4)
})

it('what begins level in both columns stays level, whatever stands above it', () => {
  const right = { left: 89 }
  const pieces = [placed(0, 30), placed(0, 30, right), placed(36, 90), placed(36, 80, right)]
  expect(spreadColumns(pieces).map(({ top }) => top)).toEqual([0, 0, 36, 36])
})

describe('a free text of short sections', () => {
  const title: MatterItem = { kind: 'bande', role: 'titre', height: 9, narrow: 9, column: 9, aside: 9 }
  const placesOf = (lines: number) => {
    const { pages } = composed({ page: 249, items: [head, title, row(lines), title, row(lines)] })
    return pages.map(page =>
      [...page].sort((a, b) => a.item - b.item).map(({ item, left, width }) => [item, left, width]),
    )
  }

  it('has its headings in a column of their own', () => {
    expect(placesOf(20)).toEqual([
      [
        [0, 0, 'page'],
        [1, 0, 'margin'],
        [2, 68, 'text'],
        [3, 0, 'margin'],
        [4, 68, 'text'],
      ],
    ])
  })
  it('has them over its columns where a page less holds it so', () =>
    expect(placesOf(34)[0]?.some(([, , width]) => width === 'margin')).toBe(false))
})
