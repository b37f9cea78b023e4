import { createHash } from 'node:crypto'
import { PDFName } from '@cantoo/pdf-lib'
import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { preflight } from '../../../build/press/check/preflight/index.ts'
import { inkOperands } from '../../../build/press/colour/ink.ts'
import { StrayColourError } from '../../../build/press/faults.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { pureInks } from '../../../src/kit/tokens.ts'
import { standingBrowser } from '../../chromium.ts'
import { textsOfPdf } from '../../pdf-texts.ts'
import { drawnIn, load, otherKit, picturesIn, press, printSheets } from '../../unit/press/workshop.ts'
import { memory } from '../pdf/workbench.ts'

let kit: Kit
beforeAll(async () => {
  kit = await otherKit()
})

const print = async (...pages: string[]) => printSheets(await standingBrowser(), pages)
const block = (style: string) => `<div style="width: 60mm; height: 20mm; ${style}"></div>`

describe('colours', () => {
  it('become their ink to the thousandth, for every token, and nothing stays RGB', async () => {
    const colours = [
      ...Object.values(kit.tokens.familles).flatMap(({ epub: _, ...shades }) => Object.values(shades)),
      ...Object.values(kit.tokens.neutre),
    ]
    const inks = [...colours, ...pureInks].map(({ cmyk: [c, m, y, k] }) =>
      inkOperands([c / 100, m / 100, y / 100, k / 100]),
    )
    const swatches = colours.map(({ hex }) => block(`height: 4mm; background: ${hex}`))
    const bytes = await press(await print(`<p>Encres</p>${swatches.join('')}`), kit, 1)
    const drawn = await drawnIn(bytes)
    const used = new Set(
      [...drawn.matchAll(/([\d.]+ [\d.]+ [\d.]+ [\d.]+) k\b/g)].map(([, operands]) => operands),
    )
    expect(used).toEqual(new Set(inks))
    expect(drawn).not.toMatch(/\b(rg|RG|DeviceRGB)\b/)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/DeviceRGB|CalRGB|ICCBased/)
  })

  it('of a gradient are exact at its ends, and go through the profile for others', async () => {
    const bytes = await press(
      await print(
        block('background: linear-gradient(90deg, #5b2a6e, #fff 30%, #2575d0)') +
          block('background: radial-gradient(#b53310, #f9eee9)'),
      ),
      kit,
      1,
    )
    const source = Buffer.from(bytes).toString('latin1').replace(/\s+/g, ' ')
    expect(source).toContain('/C0 [0.7 0.95 0.15 0.2]/C1 [0 0 0 0]')
    expect(source).toContain('/C0 [0.05 0.9 1 0.25]/C1 [0 0.1 0.1 0]')
    expect(source).not.toContain('DeviceRGB')
  })

  it('of an author’s drawing go through the profile, those of the charter stay exact', async () => {
    const printed = await print(block('background: #e30613') + block('background: #b53310'))
    const drawn = await drawnIn(await press(printed, kit, 1, undefined, undefined, true))
    const inks = [...drawn.matchAll(/([\d.]+ [\d.]+ [\d.]+ [\d.]+) k\b/g)].map(([, operands]) => operands)
    // Red of a logo: hardly any cyan or black, much of the two others.
    const [red = ''] = inks.filter(ink => ink !== '.05 .9 1 .25' && ink !== '0 0 0 1')
    const [cyan = 1, magenta = 0, yellow = 0, black = 1] = red.split(' ').map(Number)
    expect(inks).toContain('.05 .9 1 .25')
    expect(Math.max(cyan, black)).toBeLessThan(0.1)
    expect(Math.min(magenta, yellow)).toBeGreaterThan(0.85)
  })

  it('without ink end the build, each named with its page and its document', async () => {
    const printed = await print(
      '<p>Couverture</p>',
      '<p>Sommaire</p>',
      '<a href="#x" style="color: #0000ee">lien</a>',
      block('background: #123456'),
    )
    const error = await press(printed, kit, 4).catch((caught: unknown) => caught)
    if (!(error instanceof StrayColourError)) throw new Error('it did not end', { cause: error })
    expect(error.message).toBe(
      `PDF d’impression : 2 couleurs ne font pas partie de la charte et n’ont donc pas d’encre. N’employer que les couleurs de tokens.json, ou y en ajouter une.
  page 3, Page « Mode d'emploi » (mode-d-emploi) : #0000ee (la plus proche : #162f68, introductive solid)
  page 4, Page « Carnet des Lisières » (dos) : #123456 (la plus proche : #162f68, introductive solid)`,
    )
  })

  it.each([
    ['a conic gradient', 'background: conic-gradient(#b53310, #fff)'],
    ['a repeating gradient', 'background: repeating-linear-gradient(#b53310, #fff 3px)'],
    ['a gradient to nothing', 'background: linear-gradient(#b53310, transparent)'],
  ])('of %s are refused, with the page', async (_, style) => {
    await expect(press(await print(block(style)), kit, 1)).rejects.toThrow(
      'page 1, Sommaire : dégradé conique, répété ou vers le transparent',
    )
  })
})

describe('letters', () => {
  it('that a browser draws itself, as no font has them, become ink too', async () => {
    // The font of the sheet has one weight: Chromium writes a bold one as drawings (Type 3).
    const bytes = await press(await print('<p style="font-weight: 700">Gras</p>'), kit, 1)
    const { controles } = await preflight({ bytes, kit, fileName: 'essai.pdf' })
    expect(controles.find(({ code }) => code === 'polices-incorporees')?.verdict).toBe('erreur')
    expect(controles.find(({ code }) => code === 'rvb')?.verdict).toBe('conforme')
  })
})

describe('pictures', () => {
  const pixels = (paint: (x: number, y: number) => [number, number, number]) =>
    sharp(
      Buffer.from(Array.from({ length: 40 * 30 }, (_, at) => paint(at % 40, Math.floor(at / 40))).flat()),
      {
        raw: { width: 40, height: 30, channels: 3 },
      },
    )
  const colourful = () => pixels((x, y) => [x * 6, y * 8, 90])
  const grey = () => pixels((x, y) => [x * 3 + y * 4, x * 3 + y * 4, x * 3 + y * 4])
  const shown = async (picture: Sharp, type: string) =>
    `<img style="width: 40px" src="data:image/${type};base64,${(await picture.toBuffer()).toString('base64')}">`

  it('in colour become ink, under the limit of the kit', async () => {
    const printed = await print(
      (await shown(colourful().png(), 'png')) + (await shown(colourful().jpeg(), 'jpeg')),
    )
    const found = await picturesIn(await press(printed, await otherKit({ encrage_max: 220 }), 1))
    expect(found.map(({ space }) => space)).toEqual(['/DeviceCMYK', '/DeviceCMYK'])
    for (const { pixels: inks } of found)
      for (let at = 0; at < inks.length; at += 4)
        // A JPEG may stray from it by 2 %.
        expect(inks.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(1.02 * 561)
  })

  it('of a dark night, full of noise, have their ink measured', async () => {
    const noise = sharp({
      create: {
        width: 400,
        height: 300,
        channels: 3,
        background: '#000',
        noise: { type: 'gaussian', mean: 30, sigma: 25 },
      },
    })
    const bytes = await press(await print(await shown(noise.jpeg(), 'jpeg')), kit, 1)
    const inkFor = async (asked: Kit) => {
      const { controles } = await preflight({ bytes, kit: asked, fileName: 'essai.pdf' })
      return controles.find(({ code }) => code === 'encrage')
    }
    expect(await inkFor(kit)).toMatchObject({
      verdict: 'conforme',
      valeur: expect.stringMatching(/^2\d\d % au plus \(page 1\)/),
    })
    expect(await inkFor(await otherKit({ encrage_max: 220 }))).toMatchObject({
      verdict: 'erreur',
      pages: [1],
    })
  })

  it('in grey are printed in black ink alone', async () => {
    const printed = await print((await shown(grey().png(), 'png')) + (await shown(grey().jpeg(), 'jpeg')))
    const found = await picturesIn(await press(printed, kit, 1))
    expect(found.map(({ space }) => space)).toEqual(['/DeviceGray', '/DeviceGray'])
    expect(found[0]?.pixels[0]).toBe(0)
  })

  it('keep the mask of their outline as it is, and the preflight tells of it', async () => {
    const outlined = colourful().joinChannel(Buffer.alloc(40 * 30, 128), {
      raw: { width: 40, height: 30, channels: 1 },
    })
    const bytes = await press(await print(await shown(outlined.png(), 'png')), kit, 1)
    expect((await picturesIn(bytes)).map(({ space }) => space).sort()).toEqual(['/DeviceCMYK', '/DeviceGray'])
    const { controles } = await preflight({ bytes, kit, fileName: 'essai.pdf' })
    expect(controles.find(({ code }) => code === 'encrage')?.details).toContain(
      'page 1 : non mesurable (transparence)',
    )
  })
})

describe('the file', () => {
  const pages = [
    '<h2>Couverture</h2>',
    '<h2 id="a">Le texte, d’une économie</h2><p><a href="https://example.org">un lien</a> et du texte sur deux lignes</p>',
    block('background: #5b2a6e'),
    '<h2>Fiche</h2>',
    '<h2>Dos</h2>',
  ]

  it('has its boxes on every page, and neither link nor tag nor bookmark', async () => {
    const pdf = await load(await press(await print(...pages), kit, 5))
    expect(pdf.getPageCount()).toBe(8)
    for (const page of pdf.getPages()) {
      const { width, height } = page.getTrimBox()
      expect(Math.abs((width * 25.4) / 72 - 210)).toBeLessThan(0.01)
      expect(Math.abs((height * 25.4) / 72 - 297)).toBeLessThan(0.01)
      expect(((page.getTrimBox().x - page.getBleedBox().x) * 25.4) / 72).toBeCloseTo(3, 2)
      expect(page.node.keys().map(String).sort()).toEqual([
        '/BleedBox',
        '/Contents',
        '/MediaBox',
        '/Parent',
        '/Resources',
        '/TrimBox',
        '/Type',
      ])
    }
    expect(pdf.catalog.keys().map(String).sort()).toEqual([
      '/Lang',
      '/Metadata',
      '/OutputIntents',
      '/Pages',
      '/Type',
      '/ViewerPreferences',
    ])
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      expect(String(object)).not.toMatch(/StructElem|\/Annot\b|\/Outlines/)
  })

  it('passes its own preflight, with and without marks and covers', async () => {
    const printed = await print(...pages)
    const settings: Partial<Kit['impression']>[] = [
      {},
      { fond_perdu: 5 },
      { reperes: false },
      { couverture: false },
    ]
    for (const impression of settings) {
      const other = await otherKit(impression)
      const bytes = await press(printed, other, 5)
      const report = await preflight({ bytes, kit: other, fileName: 'essai.pdf' })
      expect(report.controles.filter(({ verdict }) => verdict !== 'conforme')).toEqual([])
      expect(report).toMatchObject({ verdict: 'conforme', pages: impression.couverture === false ? 4 : 8 })
    }
  })

  it('is PDF 1.6 with an identifier of its content', async () => {
    const printed = await print(...pages)
    const bytes = await press(printed, kit, 5)
    expect(Buffer.from(bytes.subarray(0, 9)).toString('latin1')).toBe('%PDF-1.6\n')
    const other = await press(printed, await otherKit({ reperes: false }), 5)
    const idOf = async (file: Uint8Array) => String((await load(file)).context.trailerInfo.ID)
    expect(await idOf(bytes)).toMatch(/^\[ <([0-9a-f]{32})> <\1> \]$/i)
    expect(await idOf(other)).not.toBe(await idOf(bytes))
  })

  it('is the same twice, to the byte, and another on another date', async () => {
    const printed = await print(...pages)
    const digest = async (date?: string) =>
      createHash('sha256')
        .update(await press(printed, kit, 5, date))
        .digest('hex')
    expect(await digest()).toBe(await digest())
    expect(await digest('2031-04-01T00:00:00Z')).not.toBe(await digest())
  })

  it('carries the name, the date, the page and the family in its slug line, in the colour of all inks', async () => {
    const bytes = await press(await print(...pages), kit, 5)
    const pdf = await load(bytes)
    const colours = pdf.getPage(3).node.Resources()?.lookup(PDFName.of('ColorSpace'))
    expect(String(colours)).toContain('/All')
    expect(await drawnIn(bytes)).toMatch(/\/All cs 1 scn\nBT \/text 6\.5 Tf/)
    const sheets = (await textsOfPdf(bytes)).map(({ texts }) => texts.map(({ text }) => text).join('|'))
    expect(sheets[1]).toContain('essai-impression.pdf · 1er mars 2031 · FOGRA39|')
    expect(sheets[1]).toContain('page 2 · Sommaire')
    expect(sheets[1]).toContain('Le texte, d’une économie')
    expect(sheets[3]).toContain('page 4 · Fiche repère 3')
    expect(sheets[5]).toContain('Notes')
  })
})

describe('sheets in ink', () => {
  const pages = ['<p>un</p>', '<p>deux</p>', '<p>trois</p>', '<p>quatre</p>', '<p>cinq</p>']
  const day = '2031-03-01T00:00:00Z'

  it('are kept by document, and give the bytes of those made anew', async () => {
    const printed = await print(...pages)
    const cache = memory()
    const first = await press(printed, kit, 5, day, cache)
    expect([cache.given, cache.entries.size]).toEqual([0, 5])
    expect(Buffer.compare(await press(printed, kit, 5, day, cache), first)).toBe(0)
    expect([cache.given, cache.entries.size]).toEqual([5, 5])

    const [other] = await print('<p>autre</p>')
    const edited = printed.with(2, other as Uint8Array)
    const fromParts = await press(edited, kit, 5, day, cache)
    expect([cache.given, cache.entries.size]).toEqual([9, 6])
    expect(Buffer.compare(fromParts, await press(edited, kit, 5))).toBe(0)
  })

  it('are made anew for other settings of the printer and other colours', async () => {
    const printed = await print(...pages)
    const cache = memory()
    const inked = () => [...cache.entries.keys()].filter(key => key.startsWith('encres-')).length
    await press(printed, kit, 5, day, cache)
    await press(printed, await otherKit({ encrage_max: 250 }), 5, day, cache)
    expect(inked()).toBe(10)
    const { neutre, ...tokens } = kit.tokens
    const [[name, colour]] = Object.entries(neutre) as [
      [keyof typeof neutre, (typeof neutre)[keyof typeof neutre]],
    ]
    const recoloured = {
      ...kit,
      tokens: { ...tokens, neutre: { ...neutre, [name]: { ...colour, cmyk: [0, 0, 0, 90] } } },
    }
    await press(printed, recoloured as Kit, 5, day, cache)
    expect(inked()).toBe(15)
  })

  it('with a colour that has no ink are not kept', async () => {
    const printed = await print(block('background: #123456'))
    const cache = memory()
    await expect(press(printed, kit, 1, day, cache)).rejects.toThrow(StrayColourError)
    expect(cache.entries.size).toBe(0)
  })
})
