import {
  beginMarkedContent,
  beginText,
  endMarkedContent,
  endText,
  PDFDocument,
  StandardFonts,
  setFontAndSize,
  setTextMatrix,
  showText,
} from '@cantoo/pdf-lib'
import { expect, it } from 'vitest'
import { readPdf } from '../../../build/judge/audit/read/pdf.ts'
import { wordsOf } from '../../../build/judge/audit/words.ts'

it('parts what stands around a page where a mark ends: a thumb tab 11 beside a rank 1 are no 111', async () => {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  const page = pdf.addPage()
  const name = page.node.newFontDictionary('F', font.ref)
  for (const [at, text] of ['11', '1'].entries())
    page.pushOperators(
      beginMarkedContent('Artifact'),
      beginText(),
      setFontAndSize(name, 12),
      setTextMatrix(1, 0, 0, 1, 100 + 14 * at, 500),
      showText(font.encodeText(text)),
      endText(),
      endMarkedContent(),
    )
  const { pages } = await readPdf(await pdf.save(), new AbortController().signal)
  expect(pages.map(({ artefacts }) => wordsOf(artefacts))).toEqual([['11', '1']])
})
