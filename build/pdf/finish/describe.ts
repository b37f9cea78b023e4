import { createHash } from 'node:crypto'
import { type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { type Metadata, xmpPacket } from './metadata.ts'

/** Writes what a file says of itself, in Info and in XMP, and its identifier.
 *  @param fingerprint what the file is made from, hashed */
export function describe(pdf: PDFDocument, metadata: Metadata, fingerprint: string): void {
  const { context, catalog } = pdf
  pdf.setTitle(metadata.title, { showInWindowTitleBar: true })
  pdf.setAuthor(metadata.author)
  if (metadata.subject) pdf.setSubject(metadata.subject)
  pdf.setKeywords([metadata.keywords.join(', ')])
  pdf.setCreator(metadata.creator)
  pdf.setCreationDate(metadata.date)
  pdf.setModificationDate(metadata.date)
  pdf.setLanguage(metadata.language)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const xmp = new TextEncoder().encode(xmpPacket(metadata, pdf.getProducer() ?? ''))
  const packet = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
  catalog.set(PDFName.of('Metadata'), context.register(packet))
  const hash = createHash('sha256').update(fingerprint).update(metadata.date.toISOString()).digest('hex')
  const id = PDFHexString.of(hash.slice(0, 32))
  context.trailerInfo.ID = context.obj([id, id])
}
