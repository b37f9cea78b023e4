import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { describe, expect, inject, it } from 'vitest'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { readKit } from '../../build/ground/disk/read-kit.ts'
import { sequence } from '../../src/kit/indexes/indexes.ts'
import { onlineAddress } from '../../src/text/addresses.ts'
import { sampleOf, thorough } from '../thorough.ts'
import { readCodes } from './read-codes.ts'

/** What a telephone reads of the last pages of a printer's PDF, printed at 300 dpi: the first code of each kind that it sees. */
async function codesOf(path: string, pages: number): Promise<string[]> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(await readFile(path))
    const texts: string[] = []
    for (const page of [...document.pages()].slice(-pages)) texts.push(...(await readCodes(page)))
    document.destroy()
    return texts
  } finally {
    library.destroy()
  }
}

/** Kits, where they are built, and how many of their last pages are looked at: 1 is the back cover. */
const kits: [string, string, number][] = [
  // The codes of the fiches in the screen PDF: the release of `release.test.ts`.
  ['tests/fixtures/kits/autre', inject('editions').autre, thorough ? Number.POSITIVE_INFINITY : 1],
  // Its site has no address: only the back cover has a code.
  ['fiches', inject('editions').kit, 1],
]

describe.each(sampleOf(kits, 2))('the codes of the printer’s PDF of %s', (fiches, out, pages) => {
  it('lead to the page of each fiche that has resources, to the site, and to the book', async () => {
    const { kit } = await readKit(fiches)
    if (!kit) throw new Error(`${fiches} has errors`)
    const manifest: Manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
    const press = manifest.artefacts.find(({ role }) => role === 'pdf-impression')
    const items = pages === 1 ? sequence(kit).slice(-1) : sequence(kit)
    const expected = items.flatMap(item => {
      const address = onlineAddress(item, kit)
      if (item.kind === 'fiche')
        return address !== null && item.fiche.corps.ressources.length > 0 ? [address] : []
      if (item.kind !== 'page' || item.page.gabarit !== 'quatrieme') return []
      const home = onlineAddress({ kind: 'couverture', id: 'couverture' }, kit)
      return [...(home === null ? [] : [home]), kit.isbn.imprime?.replaceAll('-', '') ?? []].flat()
    })
    expect(expected).not.toEqual([])
    expect(await codesOf(join(out, press?.path ?? ''), pages)).toEqual(expected)
  })
})
