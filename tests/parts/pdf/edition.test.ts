import { createHash } from 'node:crypto'
import { PDFDocument } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PdfEdition } from '../../../build/pdf/build-pdf.ts'
import type { PrintedSheets } from '../../../build/pdf/print-parts.ts'
import { fiche, kitOf } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs, renvoi } from './documents.ts'
import { build, memory } from './workbench.ts'

const achats = fiche(8, 'achats', 'Acheter à plusieurs & mieux, partout où cela se peut')
const lac = fiche(9, 'lac', 'Lac')
const kit = kitOf([achats, lac])
const site = '<a href="https://www.rtes.fr/" rel="external">Le site du RTES</a>'
const documents = [
  documentOf(
    achats,
    levier('a', {
      marge: exemple('x', 60),
      texte: `<p>Voir ${renvoi('lac')} et ${site}.</p><ul><li>un</li><li>deux</li></ul>${paragraphs(14, 90)}`,
    }),
  ),
  documentOf(lac, levier('b', { texte: `<p>Voir ${renvoi('achats')}.</p>` })),
]
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

let edition: PdfEdition
let printed: readonly PrintedSheets[]
let pdf: PDFDocument
const cache = memory()
/** For how many documents a step was done anew. */
const stepsSince = (former: ReadonlySet<string>, step: string) =>
  [...cache.entries.keys()].filter(key => key.startsWith(`${step}-`) && !former.has(key)).length
beforeAll(async () => {
  edition = await build(documents, { kit, cache })
  printed = edition.printed
  pdf = await PDFDocument.load(edition.screen, { updateMetadata: false })
})

describe('the screen PDF', () => {
  it('is cut to A4, to the hundredth of a point, on every page', () => {
    expect(pdf.getPageCount()).toBe(edition.pages.count)
    for (const page of pdf.getPages())
      for (const box of [page.getMediaBox(), page.getCropBox(), page.getTrimBox()]) {
        expect(box.width).toBeCloseTo((210 * 72) / 25.4, 2)
        expect(box.height).toBeCloseTo((297 * 72) / 25.4, 2)
      }
  })

  it('is cut from sheets that bleed by 5 mm', async () => {
    const sheet = (await PDFDocument.load((printed[0] as PrintedSheets).pdf)).getPage(0)
    expect(sheet.getWidth()).toBeGreaterThanOrEqual((220 * 72) / 25.4 - 1)
    const [left, top] = [pdf.getPage(0).getTrimBox().x, sheet.getHeight() - pdf.getPage(0).getTrimBox().y]
    expect(left).toBeCloseTo((5 * 72) / 25.4, 2)
    expect(top).toBeCloseTo((302 * 72) / 25.4, 2)
  })

  it('says what it is, in Info and in XMP', () => {
    expect(pdf.getTitle()).toBe('Carnet d’essai')
    expect(pdf.getAuthor()).toBe('Atelier')
    expect(pdf.getSubject()).toBe('Pour voir')
    expect(pdf.getKeywords()).toBe('mot 8, mot 9')
    expect(pdf.getCreator()).toBe('kit-press')
    expect(pdf.getCreationDate()).toEqual(new Date('2031-03-01T00:00:00Z'))
    expect(pdf.getModificationDate()).toEqual(new Date('2031-03-01T00:00:00Z'))
    const xmp = Buffer.from(edition.screen).toString('utf8')
    expect(xmp).toContain('<rdf:li xml:lang="fr-FR">Carnet d’essai</rdf:li>')
  })

  it('has an identifier from its content and date', async () => {
    const idOf = (one: PDFDocument) => String(one.context.trailerInfo.ID)
    const later = await build(documents, { kit, cache, date: '2031-04-01T00:00:00Z' })
    expect(idOf(pdf)).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/)
    expect(idOf(await PDFDocument.load(later.screen, { updateMetadata: false }))).not.toBe(idOf(pdf))
  })
})

describe('the same documents', () => {
  it('give the same bytes, paged anew or kept', async () => {
    const [kept, anew] = [await build(documents, { kit, cache }), await build(documents, { kit })]
    expect(sha(kept.screen)).toBe(sha(edition.screen))
    expect(sha(anew.screen)).toBe(sha(edition.screen))
  })

  it('page again only what changed, though every number after it moves', async () => {
    const former = new Set(cache.entries.keys())
    const longer = documentOf(achats, levier('a', { texte: paragraphs(40, 90) }))
    const other = await build([longer, ...documents.slice(1)], { kit, cache })
    expect(stepsSince(former, 'pages')).toBe(1)
    expect(stepsSince(former, 'feuilles')).toBe(2)
    expect(other.pages.pageOf['lac']).toBeGreaterThan(edition.pages.pageOf['lac'] ?? 0)
  })

  it('print again only what kept its pages, with the bytes of an edition made anew', async () => {
    const other = documents.map(one =>
      one.item.id === 'lac' ? { ...one, html: one.html.replace('Voir', 'Lire') } : one,
    )
    const former = new Set(cache.entries.keys())
    const fromParts = await build(other, { kit, cache })
    expect(stepsSince(former, 'feuilles')).toBe(1)
    expect(sha(fromParts.screen)).toBe(sha((await build(other, { kit })).screen))
    expect(sha(fromParts.screen)).not.toBe(sha(edition.screen))
  })
})

describe('a build that is interrupted', () => {
  it('ends at once', async () => {
    const interruption = new AbortController()
    interruption.abort(new Error('interrompu'))
    await expect(build(documents, { kit, signal: interruption.signal })).rejects.toThrow('interrompu')
  })
})
