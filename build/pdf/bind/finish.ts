import { bleed, type Mm, type PagePlan, toPt } from '../../../src/text/index.ts'
import { type Marks, PrintError } from '../../paper/index.ts'
import { bytesOfLatin1, joinBytes } from '../object/bytes.ts'
import { pack } from '../object/packing.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Ref } from '../object/values.ts'
import { writeFile } from '../object/write-file.ts'
import { takeElsewhere } from '../tag/links.ts'
import { TaggingError } from '../tag/sheets.ts'
import { tagEdition } from '../tag/tag-edition.ts'
import {
  type BookmarkedDocument,
  bookmarkOf,
  createViews,
  nameDestinations,
  writeOutline,
} from './navigation.ts'
import { reducePictures } from './screen-pictures.ts'

type FinishOptions = {
  document: BookmarkedDocument
  plan: PagePlan
  marks: Marks
  first: number
}

/** Makes printed sheets of one document ready for the screen: cut to the trim, tagged after PDF/UA, with bookmarks and destinations.
 *  @throws PrintError when the sheets are not the pages of the document, TaggingError when they do not say its words */
export async function finish(
  printed: Uint8Array,
  { document, plan, marks, first }: FinishOptions,
): Promise<Uint8Array> {
  const file = PdfFile.open(printed)
  const [actual, expected] = [file.pages.length, marks.texts.length]
  if (actual !== expected)
    throw new PrintError(`le navigateur a imprimé ${actual} pages au lieu de ${expected}`)
  takeElsewhere(file)
  await reducePictures(file, plan)
  try {
    tagEdition(file, { ...marks, area: textArea(file, plan) })
  } catch (error) {
    throw error instanceof TaggingError ? error.after(first - 1) : error
  }
  cutToTrim(file, plan)
  const viewOf = createViews(file, plan.scale)
  nameDestinations(file, marks.marks, viewOf)
  writeOutline(file, [bookmarkOf(document, marks.marks, viewOf)])
  // Chromium also notes the time of day.
  const producer = file.infos[0]?.get('Producer')
  file.trailer.set('Info', file.add(file.dict({ Producer: producer })))
  const finished = await writeFile(file, { version: '1.7', objects: 'plain' })
  return plan.scale === 1 ? finished : enlarge(finished, plan.scale)
}

/** The text area in pt above the bottom of a sheet. Chromium paints from the sheet's top left corner. */
function textArea(file: PdfFile, { trim, zone, scale }: PagePlan): { bottom: number; top: number } {
  const inPt = (length: Mm) => toPt(length) / scale
  const top = (file.pages[0]?.height ?? 0) - inPt(bleed)
  const from = top - inPt(zone.top)
  return { top: from, bottom: Math.max(from - inPt(zone.height), top - inPt(trim.height)) }
}

/** Cuts every page to the trim: what bleeds lies outside of the boxes. @see ISO 32000-1 §14.11.2 (page boundaries) */
function cutToTrim(file: PdfFile, { trim, scale }: PagePlan): void {
  const inPt = (length: Mm) => toPt(length) / scale
  for (const page of file.pages) {
    // Chromium rounds the sheet to 1/96 in and paints from its top left corner: the trim is measured from there.
    const left = inPt(bleed)
    const top = page.height - inPt(bleed)
    const box = [left, top - inPt(trim.height), left + inPt(trim.width), top].map(round)
    for (const name of ['MediaBox', 'CropBox', 'TrimBox']) page.dict.set(name, file.list(box))
  }
}

/** Makes every page so many times larger, with its boxes, its content and the fields of its links. */
async function enlarge(finished: Uint8Array, scale: number): Promise<Uint8Array> {
  const file = PdfFile.open(finished)
  for (const page of file.pages) {
    const { dict, stream } = page
    const ref = dict.get('Contents')
    if (!stream || !(ref instanceof Ref)) throw new SyntaxError('a page without content of its own')
    const content = joinBytes([bytesOfLatin1(`${scale} 0 0 ${scale} 0 0 cm\n`), page.content()])
    file.set(ref, pack(stream.dict, content))
    enlargeIn(dict, ['MediaBox', 'CropBox', 'TrimBox'])
    for (const annotation of page.annotations) enlargeIn(file.find(annotation, Dict), ['Rect', 'QuadPoints'])
  }
  return writeFile(file, { version: '1.7', objects: 'plain' })

  function enlargeIn(dict: Dict | undefined, keys: readonly string[]): void {
    for (const key of keys) {
      const lengths = dict?.find(key, List)?.numbers()
      if (lengths) dict?.set(key, file.list(lengths.map(length => round(length * scale))))
    }
  }
}

const round = (length: number) => Math.round(length * 1000) / 1000
