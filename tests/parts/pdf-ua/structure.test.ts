import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { reserve } from '../../../build/paper/page/reserve.ts'
import { readOutline } from '../../../build/pdf/bind/navigation.ts'
import type { PdfEdition } from '../../../build/pdf/build-pdf.ts'
import { piecesOf, type Tag } from '../../../build/pdf/tag/structure.ts'
import { kitOf } from '../../unit/pdf/kit.ts'
import { documentOf, exemple, levier, paragraphs, prose } from '../pdf/documents.ts'
import { build } from '../pdf/workbench.ts'
import { achats, documents, kit, openTagged } from './edition.ts'

let edition: PdfEdition
let file: Awaited<ReturnType<typeof openTagged>>

beforeAll(async () => {
  edition = await build(documents, { kit })
  file = await openTagged(edition.screen)
})

/** Left edge of each line over which the first link of a file is stretched, in pt. */
async function quadsOf(screen: Uint8Array): Promise<number[]> {
  const { pdf } = await openTagged(screen)
  const [field] = pdf.getPage(0).node.Annots()?.asArray() ?? []
  const quads = pdf.context.lookup(field, PDFDict).lookup(PDFName.of('QuadPoints'), PDFArray)
  return Array.from({ length: quads.size() / 8 }, (_, line) => quads.lookup(8 * line, PDFNumber).asNumber())
}

const wordsOf = (text: string) => text.split(/\s+/)

const words = (html: string) =>
  html
    .replace(/<(\w+)[^>]*aria-hidden[^>]*>.*?<\/\1>/g, '')
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<span class="hors-vue">.*?<\/span>/g, '')
    .replace(/<\/?(?:p|li|td|th|h\d|span|b)\b[^>]*>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .split(/\s+/)
    .filter(Boolean)

describe('the structure of the screen PDF', () => {
  it('is claimed, whole and read in its order', () => {
    expect(file.faults()).toEqual([])
  })

  it('reads a lever, then its example, though the page’s source has the example first', () => {
    const [section] = file.tags('Sect')
    expect(
      file
        .outline(section as Tag)
        .split('\n')
        .slice(0, 26),
    ).toEqual(
      `Sect
  H2 Les leviers
  H3 Levier achats--recenser
  P
    Span ESS
    Strong près de chez elle
    Link Fiche p. ${edition.pages.pageOf['lac']}
    Link le site du réseau, où beaucoup d’autres collectivités racontent leurs\u00a0achats
  L
    LI
      Lbl 1. 
      LBody recenser les besoins ;
    LI
      Lbl 2. 
      LBody parler aux entreprises.
  Div
    P
      Span 69 
    H4
      Span Lyon 
    P La ville achète ses repas à une cuisine d’insertion.
  Div
    Figure
      Caption
        P Graphique
        P Qui achète`.split('\n'),
    )
  })

  it('says every word of its documents, in their order, with the spaces that lines end with', () => {
    const source = documents.map(document => words(reserve(document).html).join(' ')).join(' ')
    const numbered = source.replace('p. 0', `p. ${edition.pages.pageOf['lac']}`)
    const said = file
      .tags('Art')
      .map(article => words([...leaves(article)].map(file.textOf).join(' ')).join(' '))
      .join(' ')
    expect(said.split(' ').toSorted()).toEqual([...numbered.split(' '), '1.', '2.'].toSorted())
    for (const [, text = ''] of paragraphs(9, 110, 1).matchAll(/<p[^>]*>(.*?)<\/p>/g))
      expect(said).toContain(text)
  })

  it('has one P for a paragraph that a page cuts', () => {
    const cut = file.tags('P').filter(tag => new Set([...piecesOf(tag)].map(({ page }) => page)).size > 1)
    expect(cut.length).toBeGreaterThan(0)
    const plain = (text: string) => text.replaceAll('\u00a0', ' ')
    for (const tag of cut) expect(paragraphs(9, 110, 1)).toContain(`>${plain(file.textOf(tag))}</p>`)
  })

  it('says what an abbreviation and a half-printed label stand for', () => {
    const spans = file.tags('Span')
    expect(spans.map(({ expansion }) => expansion)).toContain('Économie sociale et solidaire')
    expect(spans.map(({ actual }) => actual)).toContain('Département 69')
  })

  it('says of a word of another language which it is', () => {
    const foreign = file.tags('Span').filter(({ language }) => language === 'en')
    expect(foreign.map(file.textOf)).toEqual(['cold swimming'])
  })

  it('describes a chart, in its place of the page', () => {
    const [figure] = file.tags('Figure')
    expect(figure?.alt).toBe('Communes : 60 % ; Régions : 40 %')
    const layout = file.attributesOf(figure as Tag)
    expect(layout['O']).toBe('Layout')
    const [left, bottom, right, top] = layout['BBox'] as [number, number, number, number]
    expect(right - left).toBeCloseTo((102 * 72) / 25.4, 0)
    expect(top - bottom).toBeCloseTo((20 * 72) / 25.4, 0)
  })

  it('has tables whose heads say what they head, and their empty cells', () => {
    const [table] = file.tags('Table')
    expect(file.outline(table as Tag)).toBe(`Table
  THead
    TR
      TH Qui
      TH Part
  TBody
    TR
      TH Communes
      TD 60
    TR
      TH Régions
      TD `)
    expect(file.tags('TH').map(file.attributesOf)).toEqual([
      { O: 'Table', Scope: 'Column' },
      { O: 'Table', Scope: 'Column' },
      { O: 'Table', Scope: 'Row' },
      { O: 'Table', Scope: 'Row' },
    ])
  })

  it('has one field for a link of two lines, with its words', () => {
    const annotations = file.pdf.getPage(0).node.Annots()?.asArray() ?? []
    const links = annotations.map(ref => file.pdf.context.lookup(ref, PDFDict))
    expect(links.map(link => link.lookup(PDFName.of('Contents'), PDFHexString).decodeText())).toEqual([
      `Fiche p. ${edition.pages.pageOf['lac']}`,
      'le site du réseau, où beaucoup d’autres collectivités racontent leurs\u00a0achats',
    ])
    expect(links.map(link => link.has(PDFName.of('QuadPoints')))).toEqual([false, true])
  })

  it('stretches a link that columns cut over its words alone', async () => {
    const link = `<a href="https://www.rtes.fr/achats" rel="external">${prose(60)}</a>`
    const example = exemple('achats--long', 120, 'large').replace(
      /<p>(Phrase.*)<\/p>/,
      `<p>$1 ${link} $1</p>`,
    )
    const { screen } = await build([documentOf(achats, `<div class="rang plein">${example}</div>`)], {
      kit: kitOf([achats]),
    })
    const lefts = await quadsOf(screen)
    // Three lines at the foot of the first column, where the title stands, five at the head of the second, in pt.
    expect(lefts).toEqual([83.25, 83.25, 83.25, 323.25, 323.25, 323.25, 323.25, 323.25])
  })

  it('stretches a link over its words in both columns of a text, which are two elements', async () => {
    const link = `<a href="https://www.rtes.fr/achats" rel="external">${prose(80)}</a>`
    const texte = `<p data-b="1">${prose(90)} ${link} ${prose(90)}</p>`
    const { screen } = await build([documentOf(achats, levier('achats--lire', { texte }))], {
      kit: kitOf([achats]),
    })
    const lefts = await quadsOf(screen)
    expect(new Set(lefts.map(left => left < 300))).toEqual(new Set([true, false]))
    expect(lefts.length).toBeGreaterThan(6)
  })

  it('gives both fields of a link that a page cuts all its words', async () => {
    const long = `<p data-b="1">Lire <a href="https://www.rtes.fr/achats" rel="external">${prose(900)}</a></p>`
    const cut = await build([documentOf(achats, levier('achats--lire', { texte: long }))], {
      kit: kitOf([achats]),
    })
    const { pdf } = await openTagged(cut.screen)
    const said = pdf
      .getPages()
      .flatMap(page =>
        (page.node.Annots()?.asArray() ?? []).map(ref =>
          pdf.context.lookup(ref, PDFDict).lookup(PDFName.of('Contents'), PDFHexString).decodeText(),
        ),
      )
    expect(said.map(wordsOf)).toEqual([wordsOf(prose(900)), wordsOf(prose(900))])
  })

  it('marks heads and feet as such, and every other ground as an artifact', () => {
    for (const { strays, sequences } of file.contents) {
      expect(strays).toEqual([])
      expect(sequences.some(({ name, text }) => name === 'Artifact' && text.includes('Carnet'))).toBe(true)
    }
  })
})

describe('the ways into the screen PDF', () => {
  it('are a bookmark for each heading, closed under its document', () => {
    const titles = (list: ReturnType<typeof readOutline>): unknown[] =>
      list.map(({ title, under }) => [title, titles(under)])
    expect(titles(readOutline(file.file.catalog))).toEqual([
      [
        '8. Acheter autrement, près de chez soi et pour longtemps',
        [
          [
            'Les leviers',
            [
              ['Levier achats--recenser', []],
              ['Levier achats--durer', []],
            ],
          ],
        ],
      ],
      ['9. Le lac', [['Les leviers', [['Levier lac--nager', []]]]]],
    ])
    const outlines = file.pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict)
    expect(outlines.lookup(PDFName.of('Count'), PDFNumber).asNumber()).toBe(2)
  })

  it('are a destination for each id, on the page where it is printed', () => {
    const names = file.pdf.catalog.lookup(PDFName.of('Dests'), PDFDict)
    const pages = file.pdf.getPages().map(({ ref }) => ref)
    const pageOfName = Object.fromEntries(
      names
        .entries()
        .map(([key, view]) => [
          key.decodeText(),
          pages.findIndex(ref => String(file.pdf.context.lookup(view)).startsWith(`[ ${ref} `)) + 1,
        ]),
    )
    expect(pageOfName).toEqual(edition.pages.pageOf)
  })
})

/** The tags that hold words. */
function* leaves(tag: Tag): Generator<Tag> {
  // A drawing has no words of the text; its caption has.
  if (tag.kids.some(({ kind }) => kind === 'piece') && tag.role !== 'Figure') yield tag
  else for (const kid of tag.kids) if (kid.kind === 'tag') yield* leaves(kid)
}
