import { bleed, type PagePlan, toPt } from '../../../src/page-plan.ts'
import type { PdfFile } from '../object/pdf-file.ts'

/** Cuts every page to the trim: what bleeds lies outside of the boxes.
 *  @see ISO 32000-1 §14.11.2 (page boundaries) */
export function cutToTrim(file: PdfFile, { trim }: Pick<PagePlan, 'trim'>): void {
  for (const page of file.pages) {
    // Chromium rounds the sheet to 1/96 in and paints from its top left corner: the trim is measured from there.
    const left = toPt(bleed)
    const top = page.height - toPt(bleed)
    const box = [left, top - toPt(trim.height), left + toPt(trim.width), top].map(round)
    for (const name of ['MediaBox', 'CropBox', 'TrimBox']) page.dict.set(name, file.list(box))
  }
}

const round = (length: number) => Math.round(length * 1000) / 1000
