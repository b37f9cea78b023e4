import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { PrintError } from './faults.ts'
import { markArtifacts } from './finish/artifacts.ts'
import { cutToTrim } from './finish/boxes.ts'
import { labelLinks } from './finish/links.ts'
import { type Metadata, xmpPacket } from './finish/metadata.ts'
import { nameOutline } from './finish/outline.ts'
import { mendTags } from './finish/tags.ts'

export type FinishOptions = {
  metadata: Metadata
  /** Pages that the assembly has. */
  count: number
  /** What a link says, by its address (`#id` or URL). */
  linkLabels: ReadonlyMap<string, string>
  /** What each heading says, in order. */
  headings: readonly string[]
  /** What the edition is made from, hashed: its identifier. */
  fingerprint: string
}

/** The screen PDF (PDF/UA-1) from the printed sheets. The same sheets and options give the same bytes.
 *  @throws PrintError when the sheets are not the pages of the assembly, or are not tagged */
export async function finish(printed: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: 1e9 })
  const found = pdf.getPageCount()
  if (found !== options.count)
    throw new PrintError(`le navigateur a imprimé ${found} pages au lieu de ${options.count}`)
  cutToTrim(pdf)
  labelLinks(pdf, options.linkLabels)
  nameOutline(pdf, options.headings)
  mendTags(pdf)
  markArtifacts(pdf)
  describe(pdf, options)
  // One long tick: `save` otherwise waits for a timer every fifty objects.
  return pdf.save({
    objectsPerTick: 1e9,
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
}

function describe(pdf: PDFDocument, { metadata, fingerprint }: FinishOptions): void {
  const { context, catalog } = pdf
  pdf.setTitle(metadata.title, { showInWindowTitleBar: true })
  pdf.setAuthor(metadata.author)
  if (metadata.subject) pdf.setSubject(metadata.subject)
  pdf.setKeywords([metadata.keywords.join(', ')])
  pdf.setCreator(metadata.creator)
  pdf.setCreationDate(metadata.date)
  pdf.setModificationDate(metadata.date)
  pdf.setLanguage(metadata.language)
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const xmp = new TextEncoder().encode(xmpPacket(metadata, pdf.getProducer() ?? ''))
  const packet = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const hash = createHash('sha256').update(fingerprint).update(metadata.date.toISOString()).digest('hex')
  const id = PDFHexString.of(hash.slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
}
