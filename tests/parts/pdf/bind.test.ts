import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Glyph } from '../../../build/ground/font/true-type.ts'
import { toSfnt } from '../../../build/ground/font/true-type.ts'
import { metadataOf } from '../../../build/pdf/bind/describe.ts'
import { readProgram, writeProgram } from '../../../build/pdf/bind/font-program.ts'
import { type Binding, bind } from '../../../build/pdf/bind/index.ts'
import type { PdfEdition } from '../../../build/pdf/build-pdf.ts'
import { makeExcerpt } from '../../../build/pdf/excerpt/cut/index.ts'
import { excerptListOf } from '../../../build/pdf/excerpt/sheets.ts'
import { pack, unpack } from '../../../build/pdf/object/packing.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict, List, Ref, Stream } from '../../../build/pdf/object/values.ts'
import { writeFile } from '../../../build/pdf/object/write-file.ts'
import { deflate } from '../../../build/pdf/object/zlib/fflate.ts'
import type { Item } from '../../../src/kit/indexes/listing.ts'
import { fiche, kitOf } from '../../unit/pdf/kit.ts'
import { openTagged } from '../pdf-ua/edition.ts'
import { documentOf, levier, renvoi } from './documents.ts'
import { build } from './workbench.ts'

// One red pixel.
const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC'
const [un, deux] = [fiche(8, 'un', 'Bœufs gras'), fiche(9, 'deux', 'Wagons-lits')]
const kit = kitOf([un, deux])
const documents = [
  documentOf(
    un,
    levier('un--a', { texte: `<p>Voir ${renvoi('deux')}</p><img alt="Point" src="${picture}">` }),
  ),
  documentOf(deux, levier('deux--b', { texte: `<p>Zéro, ça : été</p><img alt="Point" src="${picture}">` })),
]
const binding: Binding = {
  documents: [un, deux].map(({ titre, numero }) => ({ title: titre, number: numero })),
  metadata: metadataOf(kit, '2031-03-01T00:00:00Z'),
  fingerprint: 'essai',
}

let edition: PdfEdition
beforeAll(async () => {
  edition = await build(documents, { kit })
})

/** The fonts of a file: name without the letters that tell subsets apart → program. */
function fontsOf(bytes: Uint8Array): { called: string; ref: Ref; program: Uint8Array; descriptor: Dict }[] {
  const file = PdfFile.open(bytes)
  const refs = new Set(file.pages.flatMap(page => page.resources?.find('Font', Dict)?.values() ?? []))
  return [...refs].flatMap(ref => {
    const font = file.find(ref, Dict)
    const descendant = font?.find('DescendantFonts', List)?.lookup(0)
    const descriptor = descendant instanceof Dict ? descendant.find('FontDescriptor', Dict) : undefined
    const program = descriptor?.find('FontFile2', Stream)
    const called = font?.name('BaseFont')?.replace(/^[A-Z]{6}\+/, '')
    return program && descriptor && called && ref instanceof Ref
      ? [{ called, ref, descriptor, program: unpack(program) }]
      : []
  })
}

/** Outlines are filled up to four bytes. */
function expectGlyph(written: Glyph | undefined, glyph: Glyph | undefined): void {
  if (!written || !glyph) throw new Error('a glyph is missing')
  expect([written.advance, written.bearing]).toEqual([glyph.advance, glyph.bearing])
  expect(Buffer.compare(written.outline.subarray(0, glyph.outline.length), glyph.outline)).toBe(0)
  expect(written.outline.length - glyph.outline.length).toBeLessThan(4)
}

/** The edition of some documents; the first of them serves for the pieces of its excerpts. */
const screenOf = async (finished: readonly Uint8Array[]): Promise<Uint8Array> =>
  (await bind(finished, finished[0] as Uint8Array, binding)).screen

describe('a bound edition', () => {
  it('has one font where each of its documents has one, with the glyphs of all of them', () => {
    const bound = fontsOf(edition.screen)
    const names = bound.map(({ called }) => called)
    expect(new Set(names).size).toBe(names.length)
    const parts = edition.parts.flatMap(({ finished }) => fontsOf(finished))
    expect(parts.length).toBeGreaterThan(names.length)
    for (const { called, program } of parts) {
      const whole = bound.find(font => font.called === called)
      if (!whole) throw new Error(`${called} is missing`)
      const { glyphs } = readProgram(whole.program)
      for (const [code, glyph] of readProgram(program).glyphs) expectGlyph(glyphs.get(code), glyph)
    }
  })

  it('has a picture once, however many documents show it', () => {
    const drawings = (bytes: Uint8Array) =>
      PdfFile.open(bytes).pages.flatMap(page => page.resources?.find('XObject', Dict)?.values() ?? [])
    expect(drawings(edition.screen)).toHaveLength(2)
    expect(new Set(drawings(edition.screen)).size).toBe(1)
  })

  it('leads from one document to another', async () => {
    const { pdf } = await openTagged(edition.screen)
    const links = pdf.getPage(0).node.Annots()?.asArray() ?? []
    expect(links.map(ref => String(pdf.context.lookup(ref)))).toEqual([
      expect.stringContaining('/Dest /deux'),
    ])
  })

  it('keeps two fonts of one name apart when they draw a letter differently', async () => {
    const [first, second] = edition.parts.map(({ finished }) => finished) as [Uint8Array, Uint8Array]
    const file = PdfFile.open(second)
    const [font] = fontsOf(second)
    if (!font) throw new Error('no font')
    const shared = readProgram(
      fontsOf(first).find(({ called }) => called === font.called)?.program as Uint8Array,
    )
    const program = font.program.slice()
    const { glyphs } = readProgram(program)
    // The last byte of an outline that both have.
    const [, glyph] = [...glyphs].find(
      ([code, { outline }]) => outline.length > 0 && shared.glyphs.has(code),
    ) as [number, Glyph]
    const end = glyph.outline.byteOffset + glyph.outline.length - 1 - program.byteOffset
    program[end] = (program[end] as number) ^ 1
    const descendant = file.find(font.ref, Dict)?.find('DescendantFonts', List)?.lookup(0) as Dict
    descendant.need('FontDescriptor', Dict).set('FontFile2', file.add(pack(file.dict(), program)))
    const drawn = PdfFile.open(await writeFile(file, { version: '1.7', objects: 'packed' }))
    const altered = await writeFile(drawn, { version: '1.7', objects: 'packed' })
    const names = fontsOf(await screenOf([first, altered])).map(({ called }) => called)
    expect(names.filter(called => called === font.called)).toHaveLength(2)
    expect(fontsOf(await screenOf([first, second])).map(({ called }) => called)).toHaveLength(
      names.length - 1,
    )
  })

  it('keeps two fonts of one name apart when they say another letter for a glyph', async () => {
    const [first, second] = edition.parts.map(({ finished }) => finished) as [Uint8Array, Uint8Array]
    const file = PdfFile.open(second)
    const [font] = fontsOf(second)
    const dict = file.find(font?.ref, Dict)
    const letters = new TextDecoder().decode(unpack(dict?.need('ToUnicode', Stream) as Stream))
    // An e, which both have.
    const other = letters.replace(/<0065>(?=\s*\n)/, '<0045>')
    expect(other).not.toBe(letters)
    dict?.set('ToUnicode', file.add(pack(file.dict(), new TextEncoder().encode(other))))
    const altered = await writeFile(file, { version: '1.7', objects: 'packed' })
    const names = fontsOf(await screenOf([first, altered])).map(({ called }) => called)
    expect(names.filter(called => called === font?.called)).toHaveLength(2)
  })

  it('gives an excerpt, though a font of the pieces is on no page', async () => {
    const fonts = (bytes: Uint8Array) => new Set(fontsOf(bytes).map(({ called }) => called))
    const front = [
      { id: 'couverture', html: '<h1 class="couverture-titre pose">Carnet</h1>' },
      {
        id: 'sommaire',
        html: `<section class="sommaire-famille famille-pratique"><h2>Pratiques</h2><ol><li><a href="#un">Un</a></li><li><a href="#deux">Deux</a></li></ol></section>`,
      },
    ] as const
    const {
      screen: whole,
      template,
      pages,
    } = await build(
      [
        ...front.map(({ id, html }) => ({
          item: { kind: id, id } as Item,
          html: `<article class="part ${id}" id="${id}">${html}</article>`,
        })),
        ...documents,
      ],
      { kit },
    )
    expect(fonts(whole)).not.toContain('BricolageGrotesque96ptExtraBold-Medium')
    if (!template) throw new Error('no pieces')
    const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    const digests = { whole: digestOf(whole), template: digestOf(template) }
    const list = excerptListOf(kit, pages, '2031-03-01T00:00:00Z', { digests, heights: {} })
    const choice = { numbers: [un.numero], duplex: false }
    const excerpt = await makeExcerpt({ whole, template, list, choice, deflate })
    expect(fonts(excerpt)).toContain('BricolageGrotesque96ptExtraBold-Medium')
  })
})

describe('a font program', () => {
  const { resolve } = createRequire(import.meta.url)
  const whole = readProgram(
    toSfnt(readFileSync(resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'))),
  )
  const codes = [...whole.glyphs.keys()]

  it('has the glyphs that it was written with, under their numbers, whichever they are', () => {
    fc.assert(
      fc.property(fc.subarray(codes, { minLength: 1 }), chosen => {
        const glyphs: Glyph[] = []
        for (const code of chosen) glyphs[code] = whole.glyphs.get(code) as Glyph
        const written = readProgram(writeProgram([whole], Array.from(glyphs)))
        expect([...written.glyphs.keys()]).toEqual(chosen)
        for (const [code, glyph] of written.glyphs) expectGlyph(glyph, whole.glyphs.get(code))
      }),
      { numRuns: 50 },
    )
  })

  it('sums up to what the standard wants', () => {
    const bytes = writeProgram(
      [whole],
      Array.from(codes, code => whole.glyphs.get(code)),
    )
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let sum = 0
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })

  it('without a table that it needs is refused', () => {
    const broken = Buffer.from(
      toSfnt(readFileSync(resolve('@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'))),
    )
    broken.write('xxxx', broken.indexOf('glyf', 0, 'latin1'), 'latin1')
    expect(() => readProgram(broken)).toThrow('glyf')
  })
})
