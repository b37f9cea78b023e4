import { expect, test } from 'vitest'
import { once } from '../../../layouts/web/scripts/once.ts'

test('who asks while a load fails is served by another, and a load that came is kept', async () => {
  const fails = [true, false]
  let count = 0
  const load = once(async () => {
    count++
    if (fails.shift()) throw new Error('no network')
    return count
  })
  const [first, second, third] = await Promise.allSettled([load(), load(), load()])
  expect(first?.status).toBe('rejected')
  expect([second, third]).toEqual([
    { status: 'fulfilled', value: 2 },
    { status: 'fulfilled', value: 2 },
  ])
  expect(await load()).toBe(2)
})
