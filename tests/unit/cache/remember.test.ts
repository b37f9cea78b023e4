import { expect, test } from 'vitest'
import { rememberOf } from '../../../src/text/order.ts'

test('a function of a thing is called once for the thing itself, not for its like', () => {
  const titled = rememberOf((thing: { slug: string }) => ({ titre: thing.slug }))
  const [one, like] = [{ slug: 'scic' }, { slug: 'scic' }]
  expect(titled(one)).toBe(titled(one))
  expect(titled(one)).not.toBe(titled(like))
})
