import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import type { Kit } from '../../src/kit/kit.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the e-book of %s', (fiches, out) => {
  let kit: Kit
  let bytes: Uint8Array
  let files: Record<string, Uint8Array>

  beforeAll(async () => {
    const read = await readKit(fiches)
    if (!read.kit) throw new Error(`${fiches} has errors`)
    kit = read.kit
    bytes = await readFile(join(out, `epub/${kit.slug}.epub`))
    files = unzipSync(bytes)
  })

  it('is valid, without error or warning', async () => {
    const { messages } = await EpubCheck.validate(new Uint8Array(bytes))
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([])
  })

  it('weighs less than a shop takes, with a cover that a reader shows', () => {
    expect(bytes.length).toBeLessThan(1_500_000)
    const cover = Object.entries(files).find(([path]) => path.endsWith('/couverture.jpg'))?.[1]
    expect(cover?.length).toBeLessThan(300_000)
  })

  it('has the cover of the printed kit, in its type: a heavy title, and light words on the strip at its foot', async () => {
    const [, cover] = Object.entries(files).find(([path]) => path.endsWith('/couverture.jpg')) ?? []
    if (!cover) throw new Error('the book has no cover')
    const levels = async (top: number, height: number) =>
      sharp(cover).extract({ left: 0, top, width: 1600, height }).greyscale().raw().toBuffer()
    const share = (pixels: Uint8Array, is: (level: number) => boolean) =>
      pixels.filter(is).length / pixels.length
    expect(share(await levels(100, 550), level => level < 100)).toBeGreaterThan(0.08)
    expect(share(await levels(2440, 110), level => level > 200)).toBeGreaterThan(0.01)
  })
})
