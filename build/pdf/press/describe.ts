import { createHash } from 'node:crypto'
import type { Metadata } from '../bind/metadata.ts'
import { pack } from '../object/packing.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { type Ref, Stream, Text } from '../object/values.ts'
import type { Profile } from './colour/profile.ts'
import { xmpPacket } from './xmp.ts'

export type Description = {
  metadata: Metadata
  profile: Profile
  /** What the file is made from, hashed: its identifier. */
  fingerprint: string
  /** Root of the page tree. */
  pages: Ref
}

/** Writes what the file says of itself: catalog, Info and XMP that agree, output intent, identifier.
 *  @see ISO 15930-7 §6.2 (output intent), §6.5 (metadata), §6.6 (Trapped), ISO 32000-1 §14.4 (ID) */
export function describe(file: PdfFile, { metadata, profile, fingerprint, pages }: Description): void {
  const producer = file.infos[0]?.text('Producer') ?? 'Skia/PDF'
  const date = metadata.date.toISOString()
  const id = createHash('sha256').update(fingerprint).update(date).digest('hex').slice(0, 32)
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const xmp = new TextEncoder().encode(xmpPacket(metadata, { producer, id }))
  const packet = file.add(new Stream(file.dict({ Type: 'Metadata', Subtype: 'XML' }), xmp))
  const output = file.add(pack(file.dict({ N: 4, Alternate: 'DeviceCMYK' }), profile.bytes))
  const intent = file.dict({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: Text.ascii(profile.condition ?? 'Custom'),
    Info: Text.of(profile.description),
    DestOutputProfile: output,
  })
  if (profile.condition) intent.set('RegistryName', Text.ascii('http://www.color.org'))
  const root = file.add(
    file.dict({
      Type: 'Catalog',
      Pages: pages,
      Lang: Text.ascii(metadata.language),
      Metadata: packet,
      OutputIntents: [intent],
      ViewerPreferences: { DisplayDocTitle: true },
    }),
  )
  const text = (value: string) => Text.of(value)
  const stamp = Text.date(metadata.date)
  const info = file.add(
    file.dict({
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
  file.trailer.set('Root', root)
  file.trailer.set('Info', info)
  file.trailer.set('ID', file.list([Text.hex(id), Text.hex(id)]))
}
