import fc from 'fast-check'
import type { Choice, ExcerptList } from '../../src/excerpt/list.ts'

/** Choices of a kit that are worth a look: each fiche alone, each family, all of them, and some at random, the same in every run.
 *  Every other one is for two sides. */
export function choicesOf({ fiches }: ExcerptList, random: number): Choice[] {
  const all = fiches.map(({ number }) => number)
  const families = [...new Set(fiches.map(({ family }) => family))]
  return [
    ...all.map(number => [number]),
    ...families.map(family => fiches.filter(fiche => fiche.family === family).map(({ number }) => number)),
    all,
    ...fc.sample(fc.subarray(all, { minLength: 1 }), { numRuns: random, seed: 20 }),
  ].map((numbers, index) => ({ numbers, duplex: index % 2 === 1 }))
}
