import { expect, test } from 'vitest'
import { formatBytes, formatDate, formatDuration, ofMonth } from '../../../src/problems/french.ts'

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]

test.each(months.map((month, index) => [String(index + 1).padStart(2, '0'), month]))(
  'month %s is %s',
  (number, month) => {
    expect(formatDate(`2026-${number}`)).toBe(`${month} 2026`)
    expect(ofMonth(`2026-${number}`)).toBe(`${/^[ao]/.test(month) ? 'd’' : 'de '}${month} 2026`)
  },
)

test('only the first day of a month is an ordinal', () => {
  expect(formatDate('2026-08-01')).toBe('1er août 2026')
  expect(formatDate('2026-08-11')).toBe('11 août 2026')
})

test('a size has a comma, and a no-break space before its unit', () => {
  expect(formatBytes(410_000)).toBe('410\u00a0ko')
  expect(formatBytes(1_240_000)).toBe('1,2\u00a0Mo')
})

test('from a minute on, a duration is said in minutes', () => {
  expect(formatDuration(59.9)).toBe('59,9\u00a0s')
  expect(formatDuration(60)).toBe('1\u00a0min\u00a00\u00a0s')
})
