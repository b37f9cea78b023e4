import { type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { toPt } from '../../../src/units.ts'
import { bleed, trim } from '../sheet.ts'

/** Cuts every page to the trim: what bleeds lies outside of the boxes.
 *  @see ISO 32000-1 §14.11.2 (page boundaries) */
export function cutToTrim(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    // Chromium rounds the sheet to 1/96 in and paints from its top left corner: the trim is measured from there.
    const left = toPt(bleed)
    const top = page.getHeight() - toPt(bleed)
    const box = [left, top - toPt(trim.height), left + toPt(trim.width), top].map(round)
    for (const name of ['MediaBox', 'CropBox', 'TrimBox'])
      page.node.set(PDFName.of(name), pdf.context.obj(box))
  }
}

const round = (length: number) => Math.round(length * 1000) / 1000
