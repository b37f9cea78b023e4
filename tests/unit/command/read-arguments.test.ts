import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '../../../scripts/command.ts'
import { cacheDirOf, readCacheDir, readDate, readOut } from '../../../scripts/read-arguments.ts'
import { onUnix } from '../../unix.ts'

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
    ...['11/12/2025', '2025-02-31', '2025-13-01', '5', '', '2025-11', '2025-11-18 08:30'],
    ...['2025-11-18T08:30', 'demain'],
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
  expect(cacheDirOf({ KIT_CACHE: 'cache' }, '/presse')).toBe(resolve('/presse/cache'))
  for (const env of [{}, { KIT_CACHE: '' }])
    expect(cacheDirOf(env, '/presse')).toBe(resolve('/presse/.cache'))
})

test('the cache lies not where a system tells of itself', context => {
  onUnix(context)
  expect(() => cacheDirOf({ KIT_CACHE: '/proc/x' }, '/presse')).toThrow('/proc/x, où rien ne s’écrit')
})

describe('within the folder of the fiches, where it would be read as a part of them', () => {
  test.for(['/kit', '/kit/dist', '/kit/..dist'])('%s is no place for what is made', dir => {
    expect(() => readOut(dir, '/presse', '/kit')).toThrow(UsageError)
    expect(() => readCacheDir({ KIT_CACHE: dir }, '/presse', '/kit')).toThrow('KIT_CACHE')
  })

  test.for(['/presse/dist', '/kit-dist', '/', '/kit/../dist'])('%s is one', dir => {
    expect(readOut(dir, '/presse', '/kit')).toBe(resolve(dir))
    expect(readCacheDir({ KIT_CACHE: dir }, '/presse', '/kit')).toBe(resolve(dir))
  })
})
