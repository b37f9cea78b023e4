import { toPt } from '../../src/units.ts'
import type { Marks } from './accessible/marks.ts'
import { tagEdition } from './accessible/tag-edition.ts'
import { PrintError } from './faults.ts'
import { PdfFile } from './file/pdf-file.ts'
import { Dict, name } from './file/values.ts'
import { writeFile } from './file/write-file.ts'
import { cutToTrim } from './finish/boxes.ts'
import { describe } from './finish/describe.ts'
import { labelPages, nameDestinations } from './finish/destinations.ts'
import type { Metadata } from './finish/metadata.ts'
import { type BookmarkedDocument, bookmarksOf, writeOutline } from './finish/outline.ts'
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
  const file = PdfFile.open(printed)
  const [found, count] = [file.pages.length, documents.at(-1)?.last ?? 0]
  if (found !== count) throw new PrintError(`le navigateur a imprimé ${found} pages au lieu de ${count}`)
  tagEdition(file, { ...marks, area: textArea(file) })
  cutToTrim(file)
  const viewOf = createViews(file)
  nameDestinations(file, marks.marks, viewOf)
  writeOutline(file, bookmarksOf(documents, marks.marks, viewOf))
  labelPages(file, 1)
  file.catalog.set('PageMode', name('UseOutlines'))
  const producer = file.trailer.find('Info', Dict)?.text('Producer') ?? ''
  describe(file, metadata, { fingerprint, producer })
  return writeFile(file, { version: '1.7', objects: 'packed' })
}

/** The text area in pt above the bottom of a sheet. Chromium paints from the sheet's top left corner. */
function textArea(file: PdfFile): { bottom: number; top: number } {
  const top = (file.pages[0]?.height ?? 0) - toPt(bleed)
  const from = top - toPt(zone.top)
  return { top: from, bottom: Math.max(from - toPt(zone.height), top - toPt(trim.height)) }
}
