import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../scripts/command.ts'
import { readCacheDir, readDate } from '../../../scripts/read-build-options.ts'

describe('the date of the edition', () => {
  test.for([
    ['2025-11-18', '2025-11-18T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['2025-11-18T08:30Z', '2025-11-18T08:30:00.000Z'],
    ['2025-11-18T08:30:15+01:00', '2025-11-18T07:30:15.000Z'],
  ] as const)('%s is %s', ([iso, date]) => {
    expect(readDate(iso, '0')?.toISOString()).toBe(date)
  })

  test.for([
    '11/12/2025',
    '2025-02-31',
    '2025-13-01',
    '5',
    '',
    '2025-11',
    '2025-11-18 08:30',
    '2025-11-18T08:30',
    'demain',
  ])('« %s » is refused: another machine, or a French reader, would read another day', iso => {
    expect(() => readDate(iso, undefined)).toThrow(UsageError)
  })

  test('is told by the environment, when it says one', () => {
    expect(readDate(undefined, '1763424000')?.toISOString()).toBe('2025-11-18T00:00:00.000Z')
    for (const unset of [undefined, '']) expect(readDate(undefined, unset)).toBeNull()
    for (const wrong of ['hier', '-1', '1e3', '99999999999999999'])
      expect(() => readDate(undefined, wrong)).toThrow('SOURCE_DATE_EPOCH')
  })
})

test('the cache lies where the environment says, when it says it', () => {
  expect(readCacheDir({ KIT_CACHE: 'cache' }, '/kit')).toBe('/kit/cache')
  for (const env of [{}, { KIT_CACHE: '' }]) expect(readCacheDir(env, '/kit')).toBe('/kit/.cache')
})
