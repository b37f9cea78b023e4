import { createHash } from 'node:crypto'
import { type PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { toPt } from '../../src/units.ts'
import { PrintError } from './faults.ts'
import { type Metadata, xmpPacket } from './metadata.ts'
import { bleed, trim } from './sheet.ts'

export type FinishOptions = {
  metadata: Metadata
  /** Pages that the assembly has. */
  count: number
  /** What a link says, by its address (`#id` or URL). */
  linkLabels: ReadonlyMap<string, string>
  /** What each heading says, in the order of the pages. */
  headings: readonly string[]
  /** What the edition is made from, hashed: its identifier. */
  fingerprint: string
}

/** The screen PDF (PDF/UA-1) from the printed sheets: pages cut to the trim, metadata in Info and XMP, a text for each link,
 *  an identifier from the content. The same sheets and options give the same bytes.
 *  @throws PrintError when the sheets are not the pages of the assembly
 *  @see ISO 14289-1 §7.18.5 (links), ISO 32000-1 §14.11.2 (page boundaries) */
export async function finish(
  printed: Uint8Array,
  { metadata, count, linkLabels, headings, fingerprint }: FinishOptions,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: 1e9 })
  const pages = pdf.getPages()
  if (pages.length !== count)
    throw new PrintError(`le navigateur a imprimé ${pages.length} pages au lieu de ${count}`)
  for (const page of pages) {
    // Chromium rounds the sheet to 1/96 in and paints from its top left corner: the trim is measured from there.
    const [left, bottom] = [toPt(bleed), page.getHeight() - toPt(bleed) - toPt(trim.height)]
    for (const box of ['MediaBox', 'CropBox', 'TrimBox'] as const)
      page.node.set(
        PDFName.of(box),
        pdf.context.obj([left, bottom, left + toPt(trim.width), bottom + toPt(trim.height)].map(round)),
      )
    labelLinks(page.node.Annots(), linkLabels)
  }
  describe(pdf, metadata)
  nameBookmarks(pdf, headings)
  const id = PDFHexString.of(
    createHash('sha256').update(fingerprint).update(metadata.date.toISOString()).digest('hex').slice(0, 32),
  )
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  // One long tick: `save` otherwise waits for a timer every fifty objects.
  return pdf.save({
    objectsPerTick: 1e9,
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
}

const round = (length: number) => Math.round(length * 1000) / 1000

function labelLinks(annotations: PDFArray | undefined, labels: ReadonlyMap<string, string>): void {
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const link = annotations?.lookupMaybe(index, PDFDict)
    if (link?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
    const address = addressOf(link)
    link.set(PDFName.of('Contents'), PDFHexString.fromText(labels.get(address) ?? address))
  }
}

/** Where a link of Chromium's leads, as its HTML wrote it. */
function addressOf(link: PDFDict): string {
  const action = link.lookupMaybe(PDFName.of('A'), PDFDict)
  const uri = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)
  if (uri) return uri.decodeText()
  const destination = link.get(PDFName.of('Dest')) ?? action?.get(PDFName.of('D'))
  return destination instanceof PDFName ? `#${destination.decodeText()}` : ''
}

/** Chromium puts the lines of a heading end to end in its bookmark (« de quoiparle-t-on »): each gets its heading's own words. */
function nameBookmarks(pdf: PDFDocument, headings: readonly string[]): void {
  const letters = (text: string) => text.replace(/\s+/g, '')
  let next = 0
  const walk = (parent: PDFDict | undefined) => {
    for (
      let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
      entry;
      entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const title = entry.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText() ?? ''
      const at = headings.findIndex((heading, index) => index >= next && letters(heading) === letters(title))
      if (at >= 0) {
        entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[at] ?? title))
        next = at + 1
      }
      walk(entry)
    }
  }
  walk(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))
}

function describe(pdf: PDFDocument, metadata: Metadata): void {
  const { context, catalog } = pdf
  const producer = pdf.getProducer() ?? ''
  pdf.setTitle(metadata.title, { showInWindowTitleBar: true })
  pdf.setAuthor(metadata.author)
  if (metadata.subject) pdf.setSubject(metadata.subject)
  pdf.setKeywords([metadata.keywords.join(', ')])
  pdf.setCreator(metadata.creator)
  pdf.setCreationDate(metadata.date)
  pdf.setModificationDate(metadata.date)
  pdf.setLanguage(metadata.language)
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const packet = context.stream(new TextEncoder().encode(xmpPacket(metadata, producer)), {
    Type: 'Metadata',
    Subtype: 'XML',
  })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const mark = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)
  if (!mark) throw new PrintError('le navigateur n’a pas balisé le PDF')
}
