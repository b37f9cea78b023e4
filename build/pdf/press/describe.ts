import { createHash } from 'node:crypto'
import { type PDFDocument, PDFHexString, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'
import type { Metadata } from '../finish/metadata.ts'
import type { Profile } from './colour/profile.ts'
import { xmpPacket } from './xmp.ts'

export type Description = {
  metadata: Metadata
  profile: Profile
  /** What the file is made from, hashed: its identifier. */
  fingerprint: string
  /** Root of the page tree. */
  pages: PDFRef
}

/** Writes what the file says of itself: catalog, Info and XMP that agree, output intent, identifier.
 *  @see ISO 15930-7 §6.2 (output intent), §6.5 (metadata), §6.6 (Trapped), ISO 32000-1 §14.4 (ID) */
export function describe(pdf: PDFDocument, { metadata, profile, fingerprint, pages }: Description): void {
  const { context } = pdf
  const producer = pdf.getProducer() ?? 'Skia/PDF'
  const date = metadata.date.toISOString()
  const id = createHash('sha256').update(fingerprint).update(date).digest('hex').slice(0, 32)
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const xmp = new TextEncoder().encode(xmpPacket(metadata, { producer, id }))
  const packet = context.register(context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' }))
  const output = context.register(
    context.stream(zlibSync(profile.bytes, { level: 6 }), {
      N: 4,
      Alternate: 'DeviceCMYK',
      Filter: 'FlateDecode',
    }),
  )
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of(profile.condition ?? 'Custom'),
    Info: PDFHexString.fromText(profile.description),
    DestOutputProfile: output,
  })
  if (profile.condition) intent.set(PDFName.of('RegistryName'), PDFString.of('http://www.color.org'))
  context.trailerInfo.Root = context.register(
    context.obj({
      Type: 'Catalog',
      Pages: pages,
      Lang: PDFString.of(metadata.language),
      Metadata: packet,
      OutputIntents: [intent],
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  )
  const text = (value: string) => PDFHexString.fromText(value)
  const stamp = PDFString.fromDate(metadata.date)
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: text(metadata.title),
      Author: text(metadata.author),
      ...(metadata.subject !== null && { Subject: text(metadata.subject) }),
      ...(metadata.keywords.length > 0 && { Keywords: text(metadata.keywords.join(', ')) }),
      Creator: text(metadata.creator),
      Producer: text(producer),
      CreationDate: stamp,
      ModDate: stamp,
      Trapped: 'False',
    }),
  )
  context.trailerInfo.ID = context.obj([PDFHexString.of(id), PDFHexString.of(id)])
}
