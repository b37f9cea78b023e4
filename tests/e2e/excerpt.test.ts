import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import { countPages } from '../../build/pdf/excerpt/cut/lay.ts'
import { PdfFile } from '../../build/pdf/object/pdf-file.ts'
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
})
