import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCache } from '../../../build/ground/store/cache.ts'
import { readOutline } from '../../../build/pdf/bind/navigation.ts'
import type { PdfEdition } from '../../../build/pdf/build-pdf.ts'
import { type FichePdf, makeFichePdfs } from '../../../build/pdf/fiche-pdfs.ts'
import { build } from '../pdf/workbench.ts'
import { documents, kit, openTagged } from './edition.ts'

const cache = openCache(null, 'presse')
const date = '2031-03-01T00:00:00Z'
const online = {
  ...kit,
  site: { url: 'https://carnet.example', accroche: null, base: '/kit/', atelier: false },
}

let edition: PdfEdition
let fichePdfs: FichePdf[]

beforeAll(async () => {
  edition = await build(documents, { kit })
  fichePdfs = await makeFichePdfs({ kit: online, ...edition, cache, date })
})

const linksOf = async ({ bytes }: FichePdf) => {
  const { pdf } = await openTagged(bytes)
  return pdf
    .getPages()
    .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
    .map(ref => {
      const link = pdf.context.lookup(ref, PDFDict)
      const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
      return [
        link.lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
        action?.lookup(PDFName.of('URI'), PDFString).decodeText() ?? String(link.get(PDFName.of('Dest'))),
      ]
    })
}

describe('the PDF of a fiche', () => {
  it('has the pages of the fiche, and its name', async () => {
    const lengths = edition.pages.documents.map(({ first, last }) => last - first + 1)
    const opened = fichePdfs.map(async ({ fileName, bytes }) => [
      fileName,
      (await openTagged(bytes)).file.pages.length,
    ])
    expect(await Promise.all(opened)).toEqual([
      ['08-achats.pdf', lengths[0]],
      ['09-lac.pdf', lengths[1]],
    ])
  })

  it('claims what the kit claims, and holds all its content in tags', async () => {
    for (const { bytes } of fichePdfs) expect((await openTagged(bytes)).faults()).toEqual([])
  })

  it('says what the kit says on those pages, under the same tags', async () => {
    const whole = await openTagged(edition.screen)
    for (const [index, { bytes }] of fichePdfs.entries()) {
      const alone = await openTagged(bytes)
      const [article] = alone.tags('Art')
      const original = whole.tags('Art')[index]
      if (!article || !original) throw new Error('an article is missing')
      expect(alone.tags('Art')).toHaveLength(1)
      expect(alone.outline(article)).toBe(whole.outline(original))
    }
  })

  it('keeps the page numbers of the kit, for viewers too', async () => {
    const { pdf } = await openTagged((fichePdfs[1] as FichePdf).bytes)
    const first = edition.pages.pageOf['lac'] as number
    expect(String(pdf.catalog.lookup(PDFName.of('PageLabels')))).toMatch(new RegExp(`/St ${first}\\b`))
  })

  it('has its own title, bookmarks and destinations', async () => {
    const { pdf, file } = await openTagged((fichePdfs[1] as FichePdf).bytes)
    expect(pdf.getTitle()).toBe('Le lac (Carnet d’essai, fiche 9)')
    expect(
      readOutline(file.catalog).map(({ title, under }) => [title, under.map(({ title }) => title)]),
    ).toEqual([['9. Le lac', ['Les leviers']]])
    const names = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).keys()
    expect(names.map(key => key.decodeText()).toSorted()).toEqual([
      'lac',
      'lac--leviers',
      'lac--nager',
      'lac--titre',
    ])
  })

  it('leads to the site for the rest of the kit', async () => {
    expect(await linksOf(fichePdfs[0] as FichePdf)).toEqual([
      [`Fiche p. ${edition.pages.pageOf['lac']}`, 'https://carnet.example/kit/fiches/lac/'],
      [
        'le site du réseau, où beaucoup d’autres collectivités racontent leurs\u00a0achats',
        'https://www.rtes.fr/achats',
      ],
    ])
  })

  it('has plain words instead where the kit has no site', async () => {
    const [offline] = await makeFichePdfs({ kit, ...edition, cache, date })
    const file = offline as FichePdf
    expect(await linksOf(file)).toHaveLength(1)
    const { faults, tags, textOf } = await openTagged(file.bytes)
    expect(faults()).toEqual([])
    expect(tags('P').map(textOf).join('\n')).toContain(`voir Fiche p. ${edition.pages.pageOf['lac']} et`)
  })
})
