import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { styleOf } from '../../../build/gate/read/style.ts'
import { Dict, type Page, PdfFile, Stream } from '../../../build/pdf/index.ts'

/** A page with this content, and a form `/Dessin` with that. */
async function pageWith(content: string, form = ''): Promise<Page> {
  const document = await PDFDocument.create()
  document.addPage()
  const file = PdfFile.open(await document.save({ useObjectStreams: false }))
  const [page] = file.pages
  if (!page) throw new Error('no page')
  page.dict.set('Contents', file.add(new Stream(file.dict(), Buffer.from(content))))
  const drawing = file.add(new Stream(file.dict({ Type: 'XObject', Subtype: 'Form' }), Buffer.from(form)))
  page.dict.set('Resources', file.dict({ XObject: { Dessin: drawing } }))
  expect(page.resources).toBeInstanceOf(Dict)
  return page
}

describe('what a page is drawn with', () => {
  it('names colours, sizes of type and rules, each once', async () => {
    const page = await pageWith(`
      0 0.5 0.4 rg BT /F1 9.5 Tf 1 0 0 1 20 30 Tm (Un) Tj ET BT /F1 9.5 Tf 1 0 0 1 20 50 Tm (Deux) Tj ET
      1 0 0 RG 0.85 w 0 9 m 99 9 l S
      5 w 0 19 m 99 19 l S`)
    expect(styleOf(page)).toEqual(['corps 9,5 pt', 'couleur #008066', 'couleur #ff0000', 'filet de 0,3 mm'])
  })

  it('reads low rectangles as rules, at the scale of the page, in forms too', async () => {
    const form = '0 0 1 rg 0 0 90 2 re f 0 10 90 40 re f'
    const page = await pageWith('q 0.24 0 0 -0.24 0 800 cm /Dessin Do Q 0.5 g 0 0 300 1 re f', form)
    expect(styleOf(page)).toEqual([
      'couleur #0000ff',
      'couleur #808080',
      'filet de 0,17 mm',
      'filet de 0,35 mm',
    ])
  })

  it('leaves out what only clips', async () =>
    expect(styleOf(await pageWith('0 0 300 1 re W n'))).toEqual([]))
})
