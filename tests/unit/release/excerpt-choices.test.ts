import { expect, test } from 'vitest'
import { overlaid, wrongSides } from '../../../build/release/gate/excerpt-choices.ts'

const chosen = [{ first: 4, last: 6 }]
const sides = (labels: string[], duplex: boolean) => [...wrongSides(labels, chosen, duplex)].length

test('blank pages bring odd pages to the front of a leaf, where one asks for it', () => {
  expect(sides(['i', 'ii', '', '4', '5', '6', 'iii'], true)).toBe(0)
  expect(sides(['i', 'ii', '4', '5', '6', 'iii'], false)).toBe(0)
  expect(sides(['i', 'ii', '4', '5', '6', 'iii'], true)).toBe(1)
  expect(sides(['i', 'ii', '', '4', '5', '6', 'iii'], false)).toBe(1)
})

const page = (...places: [text: string, x: number, y: number, width: number, size: number][]) => ({
  number: 1,
  text: '',
  elements: [],
  artefacts: '',
  places: places.map(([text, x, y, width, size]) => ({ text, x, y, width, size, content: null })),
  links: [],
  structure: null,
  width: 595,
  height: 842,
  top: 842,
})

test('lines stand below each other, or beside', () => {
  const entry = ['Planter un arbre', 102, 657, 131, 10] as const
  const under = (y: number) => [...overlaid(page([...entry], ['Pratiques', 110, y, 71, 15]))].length
  expect(under(598)).toBe(0)
  expect(under(649)).toBe(1)
  expect([...overlaid(page([...entry], ['4', 548, 657, 5, 10], ['er', 233, 660, 6, 6]))]).toEqual([])
})
