import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { wordsOf } from '../../build/gate/read/words.ts'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import type { Kit } from '../../src/kit/kit.ts'
import { openPdf, type ReadPdf } from './read-pdf.ts'

describe.each([
  ['fiches', inject('editions').kit],
  ['tests/fixtures/kits/autre', inject('editions').autre],
])('the screen PDF of %s', (fiches, out) => {
  let kit: Kit
  let pdf: ReadPdf
  let manifest: Manifest

  beforeAll(async () => {
    const read = await readKit(fiches)
    if (!read.kit) throw new Error(`${fiches} has errors`)
    kit = read.kit
    manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
    pdf = await openPdf(join(out, `pdf/${kit.slug}-ecran.pdf`))
  })

  it('has the pages that the manifest announces, each A4', () => {
    expect(manifest.artefacts.find(({ role }) => role === 'pdf-ecran')?.pages).toBe(pdf.pages.length)
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo((210 * 72) / 25.4, 1)
      expect(height).toBeCloseTo((297 * 72) / 25.4, 1)
    }
  })

  it('gives every printed fiche an entry of the outline and a destination', () => {
    const titles = pdf.outline.map(({ title }) => wordsOf(title).join(' '))
    for (const fiche of kit.fiches) {
      if (fiche.statut === 'a-paraitre') continue
      expect(titles).toContain(wordsOf(`${fiche.numero}. ${fiche.titre}`).join(' '))
      expect(pdf.destinations.has(fiche.slug), fiche.slug).toBe(true)
    }
  })

  it('prints in the sommaire the page on which each fiche begins', () => {
    const sommaire = wordsOf(pdf.textOf('sommaire'))
    for (const fiche of kit.fiches) {
      if (fiche.statut === 'a-paraitre') continue
      const page = pdf.destinations.get(fiche.slug)
      expect(page).toBeGreaterThan(1)
      expect(sommaire).toContain(String(page))
    }
  })

  it('says its language and its title', () => {
    expect(pdf.info.Language).toBe('fr-FR')
    expect(pdf.info.Title).toBe(kit.titre)
  })
})
