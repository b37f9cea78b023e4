import { expect, test } from 'vitest'
import { fillWeights, showWeight, weightSlot } from '../../../src/text/files.ts'

const pdf = weightSlot('pdf/kit.pdf')

test('a weight that is known is shown, one that is not keeps its place', () => {
  expect(showWeight(6_400_000)).toBe('6,4\u00a0Mo')
  expect(showWeight(pdf)).toBe(pdf)
})

test('slots are filled with the weights of the files that were made', () => {
  const page = `<small>52 pages, ${pdf}</small> <small>${weightSlot('epub/kit.epub')}</small>`
  const weights = new Map([
    ['pdf/kit.pdf', 6_400_000],
    ['epub/kit.epub', 410_000],
  ])
  expect(fillWeights(page, path => weights.get(path))).toBe(
    '<small>52 pages, 6,4\u00a0Mo</small> <small>410\u00a0ko</small>',
  )
})

test('a slot of a file that was not made is a fault', () => {
  expect(() => fillWeights(pdf, () => undefined)).toThrow('pdf/kit.pdf, which was not made')
})
