import {
  addPacket,
  identifierOf,
  type Metadata,
  PDF_FORMAT,
  type PdfFile,
  pack,
  propertiesOf,
  property,
  type Ref,
  Text,
  writeInfo,
} from '../pdf/index.ts'
import type { Profile } from './colour/profile.ts'

type Description = {
  metadata: Metadata
  profile: Profile
  /** Hash of all that the file is made from: its identifier. */
  fingerprint: string
  pages: Ref
}

/** Writes what the file says of itself: catalog, Info and XMP that agree, output intent, identifier.
 *  @see ISO 15930-7 §6.2 (output intent), §6.5 (metadata), §6.6 (Trapped) */
export function describe(file: PdfFile, { metadata, profile, fingerprint, pages }: Description): void {
  const output = file.add(pack(file.dict({ N: 4, Alternate: 'DeviceCMYK' }), profile.bytes))
  const intent = file.dict({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: Text.ascii(profile.condition ?? 'Custom'),
    Info: Text.of(profile.description),
    DestOutputProfile: output,
  })
  if (profile.condition) intent.set('RegistryName', Text.ascii('http://www.color.org'))
  const { words, search, dates } = propertiesOf(metadata, file.producer)
  const uuid = uuidOf(identifierOf(metadata, fingerprint))
  const properties = [
    property('pdfxid:GTS_PDFXVersion', 'PDF/X-4'),
    PDF_FORMAT,
    ...words,
    ...search,
    property('pdf:Trapped', 'False'),
    ...dates,
    property('xmpMM:DocumentID', uuid),
    property('xmpMM:InstanceID', uuid),
    property('xmpMM:VersionID', '1'),
    property('xmpMM:RenditionClass', 'default'),
  ]
  const root = file.dict({
    Type: 'Catalog',
    Pages: pages,
    Lang: Text.ascii(metadata.language),
    Metadata: addPacket(file, ['dc', 'pdf', 'pdfxid', 'xmp', 'xmpMM', 'xmpRights'], properties),
    OutputIntents: [intent],
    ViewerPreferences: { DisplayDocTitle: true },
  })
  file.trailer.set('Root', file.add(root))
  writeInfo(file, metadata, fingerprint, { Trapped: 'False' })
}

/** An identifier of 32 hexadecimal digits as XMP writes it. */
export const uuidOf = (id: string): string =>
  `uuid:${id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
