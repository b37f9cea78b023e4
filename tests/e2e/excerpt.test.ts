import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type PdfText, readPdf } from '../../build/gate/read/pdf.ts'
import { makeExcerpt } from '../../build/pdf/excerpt/cut/index.ts'
import { deflate } from '../../build/pdf/object/zlib/fflate.ts'
import { sampleOf } from '../thorough.ts'
import { choicesOf } from './choices.ts'
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

  it('of one fiche, a family, all and any choice says its words under its page numbers, and leads where the kit does', async () => {
    const { list } = files
    const choices = choicesOf(list, 4)
    for (const choice of sampleOf([...choices.slice(0, 2), ...choices.slice(-8)], 2))
      await judgePdfExcerpt(await files.cutPdf(choice.numbers, choice.duplex), { kit, list, choice })
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

  it('is refused for files that are damaged', async () => {
    const { whole, template, list } = files
    const half = {
      whole: whole.subarray(0, whole.length / 2),
      template,
      list,
      choice: { numbers: numbersOf(1), duplex: false },
      deflate,
    }
    await expect(makeExcerpt(half)).rejects.toThrow(SyntaxError)
    await expect(makeExcerpt({ ...half, whole, template: whole })).rejects.toThrow(SyntaxError)
  })

  it('is refused for files of two editions: their page numbers differ', async () => {
    const { whole, template, list } = files
    const fiches = list.fiches.map(fiche => ({ ...fiche, first: fiche.first + 1, last: fiche.last + 1 }))
    const choice = { numbers: numbersOf(1), duplex: false }
    await expect(
      makeExcerpt({ whole, template, list: { ...list, fiches }, choice, deflate }),
    ).rejects.toThrow(SyntaxError)
  })
})
