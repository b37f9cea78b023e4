import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { describe, expect, it } from 'vitest'
import { makeBooklet } from '../../../build/edition/editions/pdf.ts'
import { sha256 } from '../../../build/ground/disk/files.ts'
import type { Pages } from '../../../build/paper/print/assemble.ts'
import { imposeBooklet, planBooklet } from '../../../build/press/imposition.ts'
import command from '../../../scripts/commands/build.ts'
import { sequence } from '../../../src/kit/indexes/indexes.ts'
import { folio, mm } from '../../../src/text/page-plan.ts'
import { standingBrowser } from '../../chromium.ts'
import { textsOfPdf } from '../../pdf-texts.ts'
import { load, otherKit, press, printSheets } from '../../unit/press/workshop.ts'

const paper = { thickness: mm(0.1), label: 'essai.pdf · 1er mars 2031' }
const date = new Date('2031-03-01')

describe('a booklet', () => {
  it('moves the pages of inner sheets to the fold, by the thickness of the sheets around them', () => {
    expect(planBooklet(12, paper).map(({ creep }) => creep)).toEqual([0, 0, 0.1, 0.1, 0.2, 0.2])
  })

  it.each([0, 2, 7])('cannot have %d pages', count => {
    expect(() => planBooklet(count, paper)).toThrow(RangeError)
  })

  it('lies on A3, each half with its page, and is the same twice', async () => {
    const pages = Array.from({ length: 8 }, (_, index) => `<p>feuille ${index + 1}</p>`)
    const kit = await otherKit()
    const bytes = await press(await printSheets(await standingBrowser(), pages), kit, 8)
    const booklet = await imposeBooklet(bytes, paper)
    expect(Buffer.compare(booklet, await imposeBooklet(bytes, paper))).toBe(0)

    const pdf = await load(booklet)
    expect(pdf.getPageCount()).toBe(4)
    for (const page of pdf.getPages()) {
      expect((page.getTrimBox().width * 25.4) / 72).toBeCloseTo(420, 2)
      expect((page.getTrimBox().height * 25.4) / 72).toBeCloseTo(297, 2)
      // Within SRA3, 450 × 320 mm.
      expect((page.getWidth() * 25.4) / 72).toBeCloseTo(446, 2)
      expect((page.getHeight() * 25.4) / 72).toBeCloseTo(320, 2)
    }
    expect(pdf.catalog.has(PDFName.of('OutputIntents'))).toBe(true)
    // Neither half is drawn beyond the fold.
    for (const page of pdf.getPages()) {
      const drawings = page.node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
      const [left, right] = ['Left', 'Right'].map(half => {
        const { dict } = drawings?.lookup(PDFName.of(half), PDFStream) ?? {}
        const [box, matrix] = ['BBox', 'Matrix'].map(key => dict?.lookup(PDFName.of(key), PDFArray))
        const numberIn = (list: typeof box, at: number) => list?.lookup(at, PDFNumber).asNumber() ?? 0
        return numberIn(matrix, 4) + numberIn(box, half === 'Left' ? 2 : 0)
      })
      expect(left).toBeCloseTo(page.getWidth() / 2, 2)
      expect(right).toBeCloseTo(page.getWidth() / 2, 2)
    }

    const sides = (await textsOfPdf(booklet)).map(({ texts }) => texts)
    const labels = sides.map(texts => texts.filter(({ text }) => /^feuille \d$/.test(text)))
    const slugs = sides.flat().flatMap(({ text }) => (text.includes(' sur 2') ? text : []))
    expect(labels.map(side => side.map(({ text }) => text))).toEqual([
      ['feuille 8', 'feuille 1'],
      ['feuille 2', 'feuille 7'],
      ['feuille 6', 'feuille 3'],
      ['feuille 4', 'feuille 5'],
    ])
    expect(slugs).toEqual([
      'feuille 1 sur 2, extérieur · pages 8 et 1',
      'feuille 1 sur 2, intérieur · pages 2 et 7',
      'feuille 2 sur 2, extérieur · pages 6 et 3',
      'feuille 2 sur 2, intérieur · pages 4 et 5',
    ])
    // The inner sheet is a tenth of a millimetre nearer to the fold on both halves.
    const [outer, , inner] = labels
    expect(((inner?.[0]?.x ?? 0) - (outer?.[0]?.x ?? 0)) * (25.4 / 72)).toBeCloseTo(0.1, 2)
    expect(((inner?.[1]?.x ?? 0) - (outer?.[1]?.x ?? 0)) * (25.4 / 72)).toBeCloseTo(-0.1, 2)
  })
})

describe('the bleed of a booklet', () => {
  it.each([
    { fond_perdu: 3, bleed: 3 },
    { fond_perdu: 5, bleed: 3.5 },
  ])(
    'of $fond_perdu mm is inked to its end on the outermost and on the innermost sheet',
    async ({ fond_perdu, bleed }) => {
      const fill = '<div style="position: absolute; inset: -100mm; background: #162f68"></div>'
      const kit = await otherKit({ fond_perdu })
      const whole = await press(
        await printSheets(
          await standingBrowser(),
          Array.from({ length: 8 }, () => fill),
        ),
        kit,
        8,
      )
      // As the innermost of sixteen sheets, the second moves by 1.5 mm.
      const booklet = await imposeBooklet(whole, { ...paper, thickness: mm(1.5) })
      const pdf = await load(booklet)
      const library = await PDFiumLibrary.init()
      try {
        const document = await library.loadDocument(booklet)
        for (const index of [0, pdf.getPageCount() - 1]) {
          const scale = 150 / 72
          const { data, width, height } = await document.getPage(index).render({ scale, render: 'bitmap' })
          const row = Math.round(height / 2) - 200
          const inked = Array.from({ length: width }, (_, x) => (data[4 * (row * width + x)] ?? 255) < 128)
          const { x: trimLeft, width: trimWidth } = pdf.getPage(index).getTrimBox()
          const toMm = (pixels: number) => (pixels / scale / 72) * 25.4
          const left = toMm(trimLeft * scale - inked.indexOf(true))
          const right = toMm(inked.lastIndexOf(true) + 1 - (trimLeft + trimWidth) * scale)
          const box = pdf.getPage(index).getBleedBox()
          expect(((trimLeft - box.x) / 72) * 25.4).toBeCloseTo(bleed, 2)
          for (const inkedMm of [left, right]) {
            expect(inkedMm).toBeGreaterThan(bleed - 0.2)
            expect(inkedMm).toBeLessThan(bleed + 0.3)
          }
        }
        document.destroy()
      } finally {
        library.destroy()
      }
    },
  )
})

describe('the booklet of a build', () => {
  const parse = (...args: string[]) =>
    command.parse(args, { cwd: '/', env: {}, signal: new AbortController().signal })

  it('is asked for, and nothing else is', () => {
    expect(parse()).toMatchObject({ imposition: undefined })
    expect(parse('--imposition', 'cahier')).toMatchObject({ imposition: 'cahier' })
    expect(() => parse('--imposition', 'brochure')).toThrow(
      '--imposition : « brochure » n’existe pas. Écrire : cahier.',
    )
  })

  it('is a file of its own beside the printer’s PDF, with half as many sides', async () => {
    const kit = await otherKit()
    const [cover, ...items] = sequence(kit)
    if (!cover) throw new Error('the fixture kit is empty')
    const documents = [cover, ...items.slice(0, 2), ...items.slice(-1)].map(({ id }, index) => ({
      id,
      first: folio(index + 1),
      last: folio(index + 1),
    }))
    const sheets = await printSheets(await standingBrowser(), [
      '<p>a</p>',
      '<p>b</p>',
      '<p>c</p>',
      '<p>d</p>',
    ])
    const pages = { count: 4, documents, pageOf: {} } as unknown as Pages
    const path = `pdf/${kit.slug}-impression.pdf`
    const whole = await press(sheets, kit, 4)
    const { announced, files } = await makeBooklet({ kit, date }, pages, { [path]: whole })
    const file = `pdf/${kit.slug}-impression-cahier.pdf`
    expect(announced.map(({ role, path }) => [role, path])).toEqual([
      ['pdf-cahier', file],
      ['rapport-prepresse', 'pdf/rapport-prepresse-cahier.html'],
      ['donnees-prepresse', 'pdf/rapport-prepresse-cahier.json'],
    ])
    expect((await load(files[file] ?? new Uint8Array())).getPageCount()).toBe(2)
    const report = JSON.parse(Buffer.from(files['pdf/rapport-prepresse-cahier.json'] ?? []).toString())
    expect(report.fabrication).toMatchObject({ fichier: 'cahier', reliure: 'agrafe', feuilles: 1 })
    expect(report.controles.find(({ code }: { code: string }) => code === 'boites')).toMatchObject({
      verdict: 'conforme',
      valeur: '420 × 297 mm sur chaque page',
    })
    expect(report.sha256).toBe(sha256(files[file] ?? new Uint8Array()))
    // Another file than the one it is made from.
    const idOf = (bytes: Uint8Array) =>
      /\/ID\s*\[\s*<([0-9a-f]+)>/i.exec(Buffer.from(bytes).toString('latin1'))?.[1]
    expect(idOf(files[file] ?? new Uint8Array())).not.toBe(idOf(whole))
  })

  it('is refused of a square back', async () => {
    const kit = await otherKit()
    const bound = { ...kit, impression: { ...kit.impression, reliure: 'dos-carre' as const } }
    const making = makeBooklet({ kit: bound, date }, {} as Pages, {})
    await expect(making).rejects.toThrow('seul un kit agrafé')
  })
})
