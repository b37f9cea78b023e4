import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EpubCheck } from '@likecoin/epubcheck-ts'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { readKit } from '../../build/disk/read-kit.ts'
import { audit, openMaterial } from '../../build/judge/audit/index.ts'
import type { Kit } from '../../src/kit.ts'

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

  it('holds every word of every fiche, in the order of the source, and no other', async () => {
    const signal = new AbortController().signal
    const browser = () => Promise.reject(new Error('words are read without a browser'))
    const [checked] = await audit({
      material: openMaterial({ kit, dir: out, browser, signal }),
      only: ['mots-epub'],
    })
    expect(checked?.outcome).toMatchObject({ state: 'verifie', findings: [] })
  })

  it('weighs less than a shop takes, with a cover that a reader shows', () => {
    expect(bytes.length).toBeLessThan(1_500_000)
    const cover = Object.entries(files).find(([path]) => path.endsWith('/couverture.jpg'))?.[1]
    expect(cover?.length).toBeLessThan(300_000)
  })
})
