import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import { makeExcerpt } from '../../build/pdf/excerpt/cut/index.ts'
import { countPages } from '../../build/pdf/excerpt/cut/lay.ts'
import { PdfFile } from '../../build/pdf/object/pdf-file.ts'
import { deflate } from '../../build/pdf/object/zlib/fflate.ts'
import { excerptFaults } from '../parts/epub/excerpt-faults.ts'
import { type ExcerptFiles, readExcerptFiles } from './excerpt-files.ts'
import { judgePdfExcerpt } from './judge-pdf-excerpt.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('an excerpt of %s', (_, out) => {
  let files: ExcerptFiles
  let kit: PdfText
  const numbersOf = (count: number) => files.list.fiches.slice(0, count).map(({ number }) => number)

  beforeAll(async () => {
    files = await readExcerptFiles(out)
    kit = await readPdf(files.whole, new AbortController().signal)
  })

  it('says the words of its fiches under their page numbers, and leads where the kit does', async () => {
    const { list, epub } = files
    for (const choice of [
      { numbers: numbersOf(1), duplex: true },
      { numbers: numbersOf(30), duplex: false },
    ]) {
      await judgePdfExcerpt(await files.cutPdf(choice.numbers, choice.duplex), { kit, list, choice })
      expect(await excerptFaults(await files.cutEpub(choice.numbers), epub, list, choice)).toEqual([])
    }
  })

  it.each([1, 2, 30])('has the pages that are told before it is made, of %i fiches', async count => {
    const numbers = numbersOf(count)
    for (const duplex of [false, true])
      for (const bare of [false, true]) {
        const { pages } = PdfFile.open(await files.cutPdf(numbers, duplex, bare))
        expect(pages.length, `${duplex} ${bare}`).toBe(countPages(files.list, { numbers, duplex, bare }))
      }
  })

  it('is the same, to the byte, in whatever order and however often its fiches were chosen', async () => {
    const numbers = numbersOf(3)
    const [one, other] = [
      await files.cutPdf(numbers),
      await files.cutPdf([...numbers.toReversed(), ...numbers]),
    ]
    expect(Buffer.compare(one, other)).toBe(0)
  })

  it('is refused for a fiche that the kit does not print', async () => {
    await expect(files.cutPdf([999])).rejects.toThrow('999')
    await expect(files.cutPdf([])).rejects.toThrow('nothing')
  })

  it('is refused for files of two editions, and for one with a damaged byte', async () => {
    const { whole, template, list } = files
    const choice = { numbers: numbersOf(1), duplex: false }
    const damaged = Uint8Array.from(whole)
    damaged[damaged.length >> 1] = (damaged[damaged.length >> 1] ?? 0) ^ 1
    const other = { ...list, digests: { ...list.digests, template: list.digests.whole } }
    for (const files of [
      { whole: damaged, list },
      { whole, list: other },
    ])
      await expect(makeExcerpt({ ...files, template, choice, deflate })).rejects.toThrow(SyntaxError)
  })
})
