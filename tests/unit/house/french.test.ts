import { expect, test } from 'vitest'
import { formatBytes, formatDate, formatDuration, ofMonth } from '../../../src/problems/french.ts'

test('each month has its name, after « d’ » before a vowel', () => {
  for (let month = 1; month <= 12; month++) {
    const iso = `2026-${String(month).padStart(2, '0')}`
    const name = new Date(iso).toLocaleDateString('fr', { month: 'long', timeZone: 'UTC' })
    expect(formatDate(iso)).toBe(`${name} 2026`)
    expect(ofMonth(iso)).toBe(`${/^[ao]/.test(name) ? 'd’' : 'de '}${name} 2026`)
  }
})

test('only the first day of a month is an ordinal', () => {
  expect(formatDate('2026-08-01')).toBe('1er août 2026')
  expect(formatDate('2026-08-11')).toBe('11 août 2026')
})

test.each(['20-11', '2026-', '-03', '2026-13', '2026-4', '26-04-01', '2026-02-99', 'mars', ''])(
  'what is no date yet stays as it was typed: %s',
  typed => {
    expect(formatDate(typed)).toBe(typed)
  },
)

test('a size has a comma, and a no-break space before its unit', () => {
  expect(formatBytes(410_000)).toBe('410\u00a0ko')
  expect(formatBytes(1_240_000)).toBe('1,2\u00a0Mo')
})

test('from a minute on, a duration is said in minutes', () => {
  expect(formatDuration(59.9)).toBe('59,9\u00a0s')
  expect(formatDuration(60)).toBe('1\u00a0min\u00a00\u00a0s')
})
