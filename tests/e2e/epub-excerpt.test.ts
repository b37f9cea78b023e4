import fc from 'fast-check'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { excerptFaults } from '../parts/epub/excerpt-faults.ts'
import { type ExcerptFiles, readExcerptFiles } from './excerpt-files.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('an e-book of fiches of %s', (_, out) => {
  let files: ExcerptFiles
  beforeAll(async () => {
    files = await readExcerptFiles(out)
  })

  it('is valid, with the words, page marks and links of its fiches: one, all, and any choice', async () => {
    const all = files.list.fiches.map(({ number }) => number)
    const choices = fc.sample(fc.subarray(all, { minLength: 1 }), { numRuns: 2, seed: 8 })
    for (const numbers of [all.slice(0, 1), all, ...choices])
      expect(await excerptFaults(await files.cutEpub(numbers), files.epub, files.list, { numbers })).toEqual(
        [],
      )
  })

  it('is the same, to the byte, in whatever order its fiches were chosen', async () => {
    const numbers = files.list.fiches.slice(0, 3).map(({ number }) => number)
    const [one, other] = [await files.cutEpub(numbers), await files.cutEpub(numbers.toReversed())]
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
