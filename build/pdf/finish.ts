import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { toPt } from '../../src/units.ts'
import type { Marks } from './accessible/marks.ts'
import { tagEdition } from './accessible/tag-edition.ts'
import { PrintError } from './faults.ts'
import { cutToTrim } from './finish/boxes.ts'
import { describe } from './finish/describe.ts'
import { labelPages, nameDestinations } from './finish/destinations.ts'
import type { Metadata } from './finish/metadata.ts'
import { type BookmarkedDocument, bookmarksOf, writeOutline } from './finish/outline.ts'
import { save } from './finish/save.ts'
import { sweep } from './finish/sweep.ts'
import { createViews } from './finish/views.ts'
import { bleed, trim, zone } from './sheet.ts'

export type FinishOptions = {
  metadata: Metadata
  /** In reading order; their pages are all the pages. */
  documents: readonly BookmarkedDocument[]
  /** What the tab says of the elements. */
  marks: Marks
  /** What the edition is made from, hashed: its identifier. */
  fingerprint: string
}

/** The screen PDF (PDF/UA-1) from the printed sheets. The same sheets and options give the same bytes.
 *  @throws PrintError when the sheets are not the pages of the assembly, TaggingError when they do not say its words */
export async function finish(
  printed: Uint8Array,
  { metadata, documents, marks, fingerprint }: FinishOptions,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: 1e9 })
  const [found, count] = [pdf.getPageCount(), documents.at(-1)?.last ?? 0]
  if (found !== count) throw new PrintError(`le navigateur a imprimé ${found} pages au lieu de ${count}`)
  tagEdition(pdf, { ...marks, area: textArea(pdf) })
  cutToTrim(pdf)
  const viewOf = createViews(pdf)
  nameDestinations(pdf, marks.marks, viewOf)
  writeOutline(pdf, bookmarksOf(documents, marks.marks, viewOf))
  labelPages(pdf, 1)
  pdf.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  describe(pdf, metadata, fingerprint)
  sweep(pdf)
  return save(pdf)
}

/** The text area in pt above the bottom of a sheet. Chromium paints from the sheet's top left corner. */
function textArea(pdf: PDFDocument): { bottom: number; top: number } {
  const top = (pdf.getPages()[0]?.getHeight() ?? 0) - toPt(bleed)
  const from = top - toPt(zone.top)
  return { top: from, bottom: Math.max(from - toPt(zone.height), top - toPt(trim.height)) }
}
