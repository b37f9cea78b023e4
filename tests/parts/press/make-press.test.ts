import { beforeAll, describe, expect, it } from 'vitest'
import { makePress } from '../../../build/edition/editions/pdf.ts'
import type { Bundle } from '../../../build/ground/store/bundle.ts'
import { openCache } from '../../../build/ground/store/cache.ts'
import { sequence } from '../../../src/kit/indexes/indexes.ts'
import { folio, mm, toPt } from '../../../src/text/page-plan.ts'
import { standingBrowser } from '../../chromium.ts'
import { asSheets, drawnIn, load, otherKit, printSheets } from '../../unit/press/workshop.ts'

let order: Parameters<typeof makePress>[0]
beforeAll(async () => {
  const kit = await otherKit()
  const documents = sequence(kit).map(({ id }, index) => ({
    id,
    first: folio(index + 1),
    last: folio(index + 1),
  }))
  order = {
    printed: asSheets(
      await printSheets(
        await standingBrowser(),
        documents.map(({ id }) => `<p>${id}</p>`),
      ),
    ),
    kit,
    pages: { count: documents.length, documents },
    date: '2031-03-01T00:00:00Z',
    fingerprint: 'essai',
    cache: openCache(null, 'presse'),
  }
})

const reportIn = (files: Bundle, suffix: string) =>
  JSON.parse(Buffer.from(files[`pdf/rapport-prepresse${suffix}.json`] ?? []).toString())

describe('the printer’s PDF', () => {
  it('comes with a report that finds nothing', async () => {
    const files = await makePress(order)
    expect(reportIn(files, '')).toMatchObject({
      verdict: 'conforme',
      fabrication: {
        fichier: 'pages',
        reliure: 'agrafe',
        papier: { grammage: 100, main: 1, epaisseur: 0.1 },
        dos: null,
      },
    })
    expect(Object.keys(files)).toHaveLength(3)
  })

  it('of a square back has no covers; they are one sheet of their own, with the spine that pages and paper make', async () => {
    const kit = await otherKit({
      reliure: 'dos-carre',
      papier: { grammage: 1500, main: 1.2 },
      papier_couverture: { grammage: 300, main: 1 },
    })
    const files = await makePress({ ...order, kit })
    const report = reportIn(files, '')
    const cover = files[`pdf/${kit.slug}-couverture.pdf`] ?? new Uint8Array()
    // A half-title for the front cover, six documents without the back: pages of two.
    expect(report).toMatchObject({ verdict: 'conforme', fabrication: { reliure: 'dos-carre' } })
    expect(report.pages % 2).toBe(0)
    // With the cover around it.
    const spine = (report.pages / 2) * 1.8 + 0.6
    expect(reportIn(files, '-couverture')).toMatchObject({
      verdict: 'conforme',
      pages: 1,
      fabrication: { fichier: 'couverture', dos: spine },
    })
    const [page] = (await load(cover)).getPages()
    expect(((page?.getTrimBox().width ?? 0) * 25.4) / 72).toBeCloseTo(420 + spine, 2)
    const drawn = await drawnIn(cover)
    expect(drawn).toContain('0 1 -1 0')
    // The ground of the back goes on across the spine: from the bleed up to 17 mm over the trim.
    const [c, m, y, k] = kit.tokens.familles[kit.familles[0]?.couleur ?? '']?.deep.cmyk ?? []
    const deep = [c, m, y, k].map(ink => String((ink ?? 0) / 100).replace(/^0\./, '.')).join(' ')
    const strip = new RegExp(`${deep} k \\S+ \\S+ \\S+ (\\S+) re f`).exec(drawn)
    expect(Number(strip?.[1])).toBeCloseTo(toPt(mm(20)), 2)
  })

  it('is refused when sheets are missing', async () => {
    const printed = order.printed.slice(1)
    await expect(makePress({ ...order, printed })).rejects.toThrow('were printed of')
  })
})
