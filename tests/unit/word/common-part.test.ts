import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonPart } from '../../../src/text/index.ts'

/** Length of the longest common part, by the book. */
function longest(some: readonly string[], others: readonly string[]): number {
  let row = others.map(() => 0)
  for (const item of some) {
    const next: number[] = []
    for (const [index, other] of others.entries())
      next.push(item === other ? (row[index - 1] ?? 0) + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

test('the common part of two lists is in both, in their order, and no longer one is', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 20 })
  fc.assert(
    fc.property(list, list, (before, now) => {
      const pairs = commonPart(before, now)
      expect(pairs.map(([index]) => before[index])).toEqual(pairs.map(([, index]) => now[index]))
      for (const [at, [index, other]] of pairs.slice(1).entries()) {
        expect(index).toBeGreaterThan(pairs[at]?.[0] ?? 0)
        expect(other).toBeGreaterThan(pairs[at]?.[1] ?? 0)
      }
      expect(pairs).toHaveLength(longest(before, now))
    }),
  )
})

// Ten thousand paragraphs of the same few words took minutes to compare.
test('two immense texts are compared where they begin and end', () => {
  const words = Array.from({ length: 60_000 }, (_, index) => ['le', 'marché', 'de'][index % 3] ?? '')
  const pairs = commonPart(['titre', ...words, 'fin'], ['titre', 'Un', ...words.slice(9), 'fin'])
  expect(pairs.at(0)).toEqual([0, 0])
  expect(pairs.at(-1)).toEqual([60_001, 59_993])
})
