import { expect, test } from 'vitest'
import { rememberOf } from '../../../src/text/order.ts'

test('a function of a thing is called once for the thing itself, whatever it gives, not for its like', () => {
  const calls: object[] = []
  const note = rememberOf((thing: { slug: string }) => {
    calls.push(thing)
    return undefined
  })
  const [one, like] = [{ slug: 'scic' }, { slug: 'scic' }]
  for (const thing of [one, one, like, one, like]) note(thing)
  expect(calls).toHaveLength(2)
  expect(calls[0]).toBe(one)
  expect(calls[1]).toBe(like)
  const titled = rememberOf((thing: { slug: string }) => ({ titre: thing.slug }))
  expect(titled(one)).toBe(titled(one))
  expect(titled(one)).not.toBe(titled(like))
})
