import { beforeAll, describe, expect, it } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { openCache } from '../../../build/ground/store/cache.ts'
import { type Document, render } from '../../../build/pages/renditions.ts'
import { buildPdf, type PdfEdition } from '../../../build/pdf/build-pdf.ts'
import { createRenderer } from '../../../src/kit/body/create-renderer.ts'
import { standingBrowser } from '../../chromium.ts'
import { type PdfText, textsOfPdf } from '../../pdf-texts.ts'
import { openTagged } from '../pdf-ua/edition.ts'

const A4_WIDTH = 595
let edition: PdfEdition
let documents: Document[]
let print: (documents: readonly Document[]) => Promise<PdfEdition>
let pages: PdfText[][]
let texts: Map<string, string>
beforeAll(async () => {
  const { kit } = await readKit('tests/visual/carnet')
  if (!kit) throw new Error('the fixture kit has errors')
  // Longer than a line of the foot.
  kit.titre = 'Carnet des collectivités pour une économie solidaire et durable'
  documents = await render(kit, 'print')
  texts = new Map(
    documents.map(({ item, html }) => [
      item.id,
      html
        .slice(html.indexOf('<article'))
        .replace(/<span class="(?:hors-vue">[^<]*|n"[^>]*>0)<\/span>/g, '')
        .replace(/<[^>]*>/g, ' '),
    ]),
  )
  const browser = await standingBrowser()
  const cache = openCache(null, 'presse')
  const typo = createRenderer(kit, 'print').text
  print = documents =>
    buildPdf({ kit, documents, size: 'large', typo, browser, cache, date: '2031-03-01T00:00:00Z' })
  edition = await print(documents)
  pages = (await textsOfPdf(edition.screen)).map(({ texts }) => texts)
})

const wordsIn = (text: string): string[] => text.match(/[\p{L}\d]+/gu) ?? []
const pagesOf = (id: string) => {
  const { first, last } = edition.pages.documents.find(document => document.id === id) ?? {
    first: 1,
    last: 0,
  }
  return pages.slice(first - 1, last)
}

describe('large print', () => {
  it('claims what the kit claims, and holds all its content in tags', async () => {
    expect((await openTagged(edition.screen)).faults()).toEqual([])
  })

  it('has nothing under 16 points', () => {
    for (const { size, text } of pages.flat()) expect(size, text).toBeGreaterThan(15.99)
  })

  it('has one column: no line of a text stands beside another', () => {
    const beside = (words: PdfText[]) =>
      words.filter(({ x, y }) => {
        const before = words.filter(other => Math.abs(other.y - y) < 2 && other.x < x)
        return before.length > 0 && Math.max(...before.map(({ x, width }) => x + width)) + 20 < x
      })
    const texts = ['planter-un-arbre', 'tenir-un-marche'].flatMap(pagesOf).flatMap(beside)
    // Words of a figure, and of the axis of a chart.
    expect(texts.filter(({ text }) => wordsIn(text).length > 6)).toEqual([])
  })

  it('says every word of the fiches', () => {
    for (const id of ['planter-un-arbre', 'tenir-un-marche']) {
      const page = wordsIn(
        pagesOf(id)
          .flat()
          .map(({ text }) => text)
          .join(' '),
      )
      const missing = wordsIn(texts.get(id) ?? '').filter(word => !page.includes(word))
      expect(missing).toEqual([])
    }
  })

  it('has page numbers of its own, which its contents say and its feet bear', () => {
    const contents = pagesOf('sommaire').flat()
    for (const id of ['planter-un-arbre', 'tenir-un-marche', 'territoires', 'sigles']) {
      const first = edition.pages.documents.find(document => document.id === id)?.first
      expect(
        contents.some(({ text }) => text === String(first)),
        id,
      ).toBe(true)
    }
    for (const [index, words] of pages.entries()) {
      expect(words.toSorted((a, b) => a.y - b.y || b.x - a.x)[0]?.text).toBe(String(index + 1))
      for (const { x, width, text } of words)
        expect(x + width, `${index + 1}: ${text}`).toBeLessThan(A4_WIDTH)
    }
  })

  it('keeps figures whole where a section fits no page: two lines, a high picture and an item', async () => {
    const section =
      '<div class="rang"><div class="texte"><p>Deux<br>lignes.</p><div style="height: 138mm"></div><ul><li>Une.</li></ul></div></div>'
    const edited = documents.map(document =>
      document.item.id === 'planter-un-arbre'
        ? { ...document, html: document.html.replace('<div class="rang', `${section}$&`) }
        : document,
    )
    expect((await print(edited)).warnings).toContainEqual(expect.objectContaining({ kind: 'forme-simple' }))
  })
})
