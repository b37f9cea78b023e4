import { join } from 'node:path'
import { PDFName } from '@cantoo/pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { openBrowser } from '../../../build/browser/browser.ts'
import type { Pages } from '../../../build/pdf/index.ts'
import { imposeBooklet, planBooklet } from '../../../build/pdf/press/imposition.ts'
import { makeBooklet } from '../../../build/release/editions/booklet.ts'
import command from '../../../scripts/commands/build.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { folio, mm } from '../../../src/units.ts'
import { load, otherKit, press, printSheets } from '../../unit/press/workshop.ts'

const paper = { thickness: mm(0.1) }

describe('a booklet', () => {
  it('reads in order once it is folded and stitched', () => {
    // Outer sheet: 8 | 1, behind it 2 | 7; inner sheet: 6 | 3, behind it 4 | 5.
    expect(planBooklet(8, paper).map(({ left, right }) => [left + 1, right + 1])).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ])
  })

  it('moves the pages of inner sheets to the fold, by the thickness of the sheets around them', () => {
    expect(planBooklet(12, paper).map(({ creep }) => creep)).toEqual([0, 0, 0.1, 0.1, 0.2, 0.2])
  })

  it.each([0, 2, 7])('cannot have %d pages', count => {
    expect(() => planBooklet(count, paper)).toThrow(RangeError)
  })

  it('lies on A3, each half with its page, and is the same twice', async () => {
    await using open = await openBrowser({ cacheDir: join(process.cwd(), '.cache') })
    const pages = Array.from({ length: 8 }, (_, index) => `<p>feuille ${index + 1}</p>`)
    const kit = await otherKit()
    const bytes = await press(await printSheets(open.browser, pages), kit, 8)
    const booklet = await imposeBooklet(bytes, paper)
    expect(Buffer.compare(booklet, await imposeBooklet(bytes, paper))).toBe(0)

    const pdf = await load(booklet)
    expect(pdf.getPageCount()).toBe(4)
    for (const page of pdf.getPages()) {
      expect((page.getTrimBox().width * 25.4) / 72).toBeCloseTo(420, 2)
      expect((page.getTrimBox().height * 25.4) / 72).toBeCloseTo(297, 2)
    }
    expect(pdf.catalog.has(PDFName.of('OutputIntents'))).toBe(true)

    const loading = getDocument({ data: new Uint8Array(booklet), verbosity: 0 })
    const opened = await loading.promise
    const found: { text: string; x: number }[][] = []
    for (let number = 1; number <= 4; number++) {
      const { items } = await (await opened.getPage(number)).getTextContent()
      found.push(
        items.flatMap(item =>
          'str' in item && item.str.startsWith('feuille') ? [{ text: item.str, x: item.transform[4] }] : [],
        ),
      )
    }
    await loading.destroy()
    expect(found.map(side => side.map(({ text }) => text))).toEqual([
      ['feuille 8', 'feuille 1'],
      ['feuille 2', 'feuille 7'],
      ['feuille 6', 'feuille 3'],
      ['feuille 4', 'feuille 5'],
    ])
    // The inner sheet is a tenth of a millimetre nearer to the fold on both halves.
    const [outer, , inner] = found
    expect(((inner?.[0]?.x ?? 0) - (outer?.[0]?.x ?? 0)) * (25.4 / 72)).toBeCloseTo(0.1, 2)
    expect(((inner?.[1]?.x ?? 0) - (outer?.[1]?.x ?? 0)) * (25.4 / 72)).toBeCloseTo(-0.1, 2)
  })
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
    await using open = await openBrowser({ cacheDir: join(process.cwd(), '.cache') })
    const kit = await otherKit()
    const [cover, ...items] = sequence(kit)
    if (!cover) throw new Error('the fixture kit is empty')
    const documents = [cover, ...items.slice(0, 2), ...items.slice(-1)].map(({ id }, index) => ({
      id,
      first: folio(index + 1),
      last: folio(index + 1),
    }))
    const sheets = await printSheets(open.browser, ['<p>a</p>', '<p>b</p>', '<p>c</p>', '<p>d</p>'])
    const pages = { count: 4, documents, pageOf: {} } as unknown as Pages
    const path = `pdf/${kit.slug}-impression.pdf`
    const { file, bytes } = await makeBooklet(kit, pages, { [path]: await press(sheets, kit, 4) })
    expect(file).toEqual({ role: 'pdf-cahier', path: `pdf/${kit.slug}-impression-cahier.pdf`, pages: 2 })
    expect((await load(bytes)).getPageCount()).toBe(2)
  })
})
