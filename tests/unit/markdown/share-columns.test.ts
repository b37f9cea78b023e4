import { expect, it } from 'vitest'
import { shareColumns } from '../../../build/paper/page/tab/set-apart.ts'

const sum = (widths: readonly number[]) => widths.reduce((a, b) => a + b, 0)

it.each([
  ['short texts take their parts of the page', [10, 20, 10], [20, 30, 20], [48.57, 72.86, 48.57]],
  ['a column of names stays on one line beside columns of texts', [12, 18, 18], [24, 300, 300], [24, 73, 73]],
  ['longer texts have more', [12, 18, 18], [20, 200, 400], [20, 57.8, 92.2]],
  ['none is much narrower than the others', [5, 5, 5], [60, 4000, 4000], [28.7, 70.7, 70.7]],
  ['a long word stays whole, whatever the others would like', [12, 120, 12], [60, 120, 60], [25, 120, 25]],
  [
    'of words that have no room beside each other the longest alone are cut',
    [20, 25, 400],
    [60, 60, 900],
    [20, 25, 125],
  ],
])('%s', (_, least, most, widths) => {
  const shared = shareColumns(least, most, 170)
  expect(sum(shared)).toBeCloseTo(170)
  for (const [column, width] of widths.entries()) expect(shared[column]).toBeCloseTo(width, 1)
})
