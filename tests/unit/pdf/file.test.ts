import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { pack, unpack } from '../../../build/pdf/object/packing.ts'
import { Parser } from '../../../build/pdf/object/parser.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict, List, name, refTo, Stream, Text } from '../../../build/pdf/object/values.ts'
import { writeFile, writeValue } from '../../../build/pdf/object/write-file.ts'
import { deflate } from '../../../build/pdf/object/zlib/node.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const nowhere = { lookup: () => undefined }
const read = (text: string) => new Parser(bytes(text), nowhere).value()

/** A file of two pages that another program writes. */
async function other(useObjectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  for (const width of [100, 200]) pdf.addPage([width, 300])
  pdf.catalog.set(PDFName.of('Essai'), PDFHexString.fromText('œuvre'))
  return pdf.save({ useObjectStreams })
}

describe('a value', () => {
  it.each([
    ['-.25', -0.25],
    ['+12', 12],
    ['4.', 4],
    ['true', true],
    ['null', null],
    ['12 0 R', refTo(12)],
    ['/A#20b', name('A b')],
  ])('%s is read', (text, value) => {
    expect(read(text)).toBe(value)
  })

  it('is read and written as it was', () => {
    const text = '<</Kids [1 0 R 2 0 R]/Box [0 -0.5 1 0]/Titre (a\\)b)/Nom /A#20b/Vide <<>>>>'
    expect(writeValue(read(text), ({ number }) => number)).toBe(text)
  })

  it('ends with its file: that is an error', () => {
    for (const text of ['<</A ', '[1 2', '(a', '<00', '', ')']) expect(() => read(text)).toThrow(SyntaxError)
  })

  it.each([
    ['(caf\\351\\n)', 'café\n'],
    ['(a\\(b\\\nc)', 'a(bc'],
    ['<FEFF00E90153>', 'éœ'],
  ])('%j has its words', (source, words) => {
    expect(new Text(source).decode()).toBe(words)
  })

  it('of words and of addresses is written so that another program reads it', () => {
    for (const words of ['Été 1 (fin)', '', '« œuvre »', '𝄞']) {
      expect(PDFHexString.of(Text.of(words).source.slice(1, -1)).decodeText()).toBe(words)
      expect(Text.of(words).decode()).toBe(words)
    }
    expect(PDFString.of(Text.ascii('a(b)').source.slice(1, -1)).decodeText()).toBe('a(b)')
  })
})

describe('a file', () => {
  it.each([true, false])('of another program is read (packed: %s)', async packed => {
    const file = PdfFile.open(await other(packed))
    expect(file.pages.map(page => page.box('MediaBox'))).toEqual([
      [0, 0, 100, 300],
      [0, 0, 200, 300],
    ])
    expect(file.catalog.text('Essai')).toBe('œuvre')
  })

  it.each(['packed', 'plain'] as const)(
    'is read by another program (%s), without what nothing leads to',
    async objects => {
      const file = PdfFile.open(await other(true))
      file.add(pack(file.dict({ Perdu: true }), 'perdu'))
      const content = 'q Q '.repeat(100)
      file.catalog.set('Dessin', file.add(pack(file.dict({ Vrai: true }), content)))
      const written = await writeFile(file, { version: '1.6', objects })
      expect(Buffer.from(written.subarray(0, 8)).toString()).toBe('%PDF-1.6')
      const pdf = await PDFDocument.load(written, { updateMetadata: false })
      expect(pdf.getPages().map(page => page.getWidth())).toEqual([100, 200])
      expect(String(pdf.catalog.lookup(PDFName.of('Dessin')))).toContain('/Vrai true')
      expect(Buffer.from(written).includes('Perdu')).toBe(false)
      const again = PdfFile.open(written)
      expect(Buffer.from(unpack(again.catalog.need('Dessin', Stream))).toString()).toBe(content)
      // And the same objects give the same bytes.
      expect(Buffer.compare(await writeFile(again, { version: '1.6', objects }), written)).toBe(0)
    },
  )

  it.each(['packed', 'plain'] as const)(
    'that the press wrote (%s) and joins keeps what nobody read, and what somebody changed',
    async objects => {
      const source = PdfFile.open(await other(true))
      const odd = [Text.ascii('a 1 0 R (b)'), Text.of('œ'), name('N 1 0 R'), -1.5, 0.25, null, true]
      const shared = source.add(source.list(odd))
      const read = source.add(source.dict({ Etat: 'Ancien', Suite: shared }))
      source.catalog.set('Choses', source.list([shared, read, shared]))
      const written = await writeFile(source, { version: '1.7', objects })
      const file = PdfFile.join([written, written])
      file.trailer.set('Root', file.add(file.list(file.catalogs)))
      for (const catalog of file.catalogs)
        catalog
          .need('Choses', List)
          .items.flatMap(item => file.find(item, Dict) ?? [])[0]
          ?.set('Etat', name('Neuf'))
      const again = PdfFile.open(await writeFile(file, { version: '1.7', objects: 'packed' }))
      const catalogs = again.find(again.trailer.get('Root'), List) ?? again.list([])
      expect(catalogs.items.length).toBe(2)
      for (const index of [0, 1]) {
        const things = (catalogs.lookup(index) as Dict).need('Choses', List)
        expect(things.items[0]).toBe(things.items[2])
        expect((things.lookup(0) as List).items.map(String)).toEqual(odd.map(String))
        expect(writeValue(things.lookup(1) ?? null, () => 0)).toBe('<</Etat /Neuf/Suite 0 0 R>>')
      }
    },
  )

  it('packs a content to the same bytes, whatever it packed before', async () => {
    const noise = (seed: number, length: number) =>
      Uint8Array.from(
        { length },
        (_, at) => (Math.imul(at ^ seed, 2_654_435_761) >>> 24) & (at % 7 ? 15 : 255),
      )
    const contents = Array.from({ length: 40 }, (_, seed) => noise(seed, 1000 + 2000 * (seed % 9)))
    const packed = await Promise.all(contents.map(deflate))
    for (const [index, content] of contents.entries())
      expect(Buffer.compare(deflateSync(content, { level: 5 }), packed[index] as Uint8Array)).toBe(0)
  })

  it('that is cut short or none at all is refused', async () => {
    const whole = await other(false)
    expect(() => PdfFile.open(bytes('bonjour'))).toThrow(SyntaxError)
    expect(() => PdfFile.open(whole.subarray(0, whole.length / 2))).toThrow(SyntaxError)
    expect(() => PdfFile.open(whole.subarray(30)).pages).toThrow(SyntaxError)
  })

  it('whose pages go round in circles is refused', async () => {
    const file = PdfFile.open(await other(true))
    file
      .find(file.catalog.get('Pages'), Dict)
      ?.find('Kids', List)
      ?.items.push(file.catalog.get('Pages') ?? null)
    expect(() => file.pages).toThrow(SyntaxError)
  })

  it('is joined to others: their pages follow each other, and each object leads where it led', async () => {
    const file = PdfFile.join([await other(true), await other(false), await other(true)])
    expect(file.pages.map(page => page.box('MediaBox')?.[2])).toEqual([100, 200, 100, 200, 100, 200])
    expect(new Set(file.pages.map(({ ref }) => ref)).size).toBe(6)
    expect(file.catalogs.map(catalog => catalog.text('Essai'))).toEqual(['œuvre', 'œuvre', 'œuvre'])
    for (const catalog of file.catalogs)
      expect(catalog.find('Pages', Dict)?.find('Kids', List)?.lookup(0)).toBeInstanceOf(Dict)
    const fresh = file.add(Text.of('neuf'))
    expect(String(file.lookup(fresh))).toBe(String(Text.of('neuf')))
  })
})
