import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type ExcerptList, imprintOf, type Kit, publishedFiches } from '../../../src/kit/index.ts'
import { pack } from '../object/packing.ts'
import type { PdfFile, PlainDict } from '../object/pdf-file.ts'
import { type Ref, Stream, Text } from '../object/values.ts'
import { alternative, list, property, xmpPacket } from '../object/xmp.ts'

export type Metadata = Omit<ExcerptList['metadata'], 'date'> & {
  keywords: string[]
  /** The edition's date, never the clock's. */
  date: Date
}

/** The kit's metadata. Keywords are those of the fiches, each once, in order. */
export function metadataOf(kit: Kit, date: string): Metadata {
  const keywords = publishedFiches(kit).flatMap(({ mots_cles }) => mots_cles)
  return {
    title: kit.titre,
    author: kit.editeur.nom,
    subject: kit.sous_titre,
    rights: imprintOf(kit),
    licence: kit.licence.url,
    keywords: [...new Set(keywords)],
    creator: 'kit-press',
    language: 'fr-FR',
    date: new Date(date),
  }
}

/** Writes what a file for the screen says of itself: PDF/UA-1, PDF/A-2a. @param fingerprint hash of all that it is made from
 *  @see ISO 14289-1 §5 (pdfuaid), ISO 19005-2 §6.2.3 (output intent), §6.6.4 (pdfaid) */
export function describe(file: PdfFile, metadata: Metadata, fingerprint: string): void {
  const { catalog } = file
  const { language } = metadata
  catalog.set('Lang', Text.of(language))
  catalog.set('ViewerPreferences', file.dict({ DisplayDocTitle: true }))
  catalog.set('MarkInfo', file.dict({ Marked: true }))
  const { words, search, dates } = propertiesOf(metadata, file.producer)
  const properties = [
    ...words,
    list('dc:language', 'Bag', [language]),
    PDF_FORMAT,
    ...search,
    ...dates,
    property('pdfaid:part', '2'),
    property('pdfaid:conformance', 'A'),
    property('pdfuaid:part', '1'),
    PDFUA_SCHEMA,
  ]
  catalog.set('Metadata', addPacket(file, PREFIXES, properties))
  // An excerpt has that of its edition.
  if (!catalog.has('OutputIntents')) catalog.set('OutputIntents', file.list([screenIntent(file)]))
  writeInfo(file, metadata, fingerprint)
}

const PREFIXES = [
  'dc',
  'pdf',
  'xmp',
  'xmpRights',
  'pdfaid',
  'pdfuaid',
  'pdfaExtension',
  'pdfaSchema',
  'pdfaProperty',
]

/** PDF/A knows no property but its own: that of PDF/UA is described beside it. @see ISO 19005-2 §6.6.2.3.3 */
const PDFUA_SCHEMA = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

/** sRGB as an ICC profile of version 4, in base64: its five tags of colour are those of IEC 61966-2-1, adapted to D50. */
const srgbInBase64 = [
  'AAACPAAAAAAEIAAAbW50clJHQiBYWVogB88ACgABAAAAAAAAYWNzcAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAPbWAAEAAAAA',
  '0y0AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAKZGVzYwAAAPwAAABAY3BydAAAATwAAAAk',
  'd3RwdAAAAWAAAAAUY2hhZAAAAXQAAAAsclhZWgAAAaAAAAAUZ1hZWgAAAbQAAAAUYlhZWgAAAcgAAAAUclRSQwAAAdwAAAAgZ1RSQwAA',
  'AfwAAAAgYlRSQwAAAhwAAAAgbWx1YwAAAAAAAAABAAAADGVuVVMAAAAiAAAAHABzAFIARwBCACAASQBFAEMANgAxADkANgA2AC0AMgAu',
  'ADEAAG1sdWMAAAAAAAAAAQAAAAxlblVTAAAABgAAABwAQwBDADAAAFhZWiAAAAAAAAD21gABAAAAANMtc2YzMgAAAAAAAQxCAAAF3v//',
  '8yUAAAeTAAD9kP//+6H///2iAAAD3AAAwG5YWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSg',
  'AAAPhAAAts9wYXJhAAAAAAADAAAAAmZmAADypwAADVkAABPQAAAKW3BhcmEAAAAAAAMAAAACZmYAAPKnAAANWQAAE9AAAApbcGFyYQAA',
  'AAAAAwAAAAJmZgAA8qcAAA1ZAAAT0AAACls=',
]

export const srgbProfile = (): Uint8Array =>
  Uint8Array.from(atob(srgbInBase64.join('')), letter => letter.charCodeAt(0))

/** Writes the profile that gives the file's red, green and blue their meaning. */
function screenIntent(file: PdfFile): Ref {
  return file.add(
    file.dict({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: Text.ascii('sRGB'),
      Info: Text.ascii('sRGB IEC61966-2.1'),
      DestOutputProfile: file.add(pack(file.dict({ N: 3, Alternate: 'DeviceRGB' }), srgbProfile())),
    }),
  )
}

export const PDF_FORMAT = property('dc:format', 'application/pdf')

/** Writes the XMP properties of a file, in the groups that every kind of file has. */
export function propertiesOf(
  { title, author, subject, rights, licence, keywords, creator, language, date }: Metadata,
  producer: string,
): Record<'words' | 'search' | 'dates', string[]> {
  const day = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    words: [
      alternative('dc:title', title, language),
      list('dc:creator', 'Seq', [author]),
      ...(subject ? [alternative('dc:description', subject, language)] : []),
      ...(keywords.length > 0 ? [list('dc:subject', 'Bag', keywords)] : []),
      list('dc:publisher', 'Bag', [author]),
      alternative('dc:rights', rights, language),
      property('xmpRights:Marked', 'True'),
      ...(licence ? [property('xmpRights:WebStatement', licence)] : []),
    ],
    search: [
      ...(keywords.length > 0 ? [property('pdf:Keywords', keywords.join(', '))] : []),
      property('pdf:Producer', producer),
    ],
    dates: [
      property('xmp:CreatorTool', creator),
      ...['CreateDate', 'ModifyDate', 'MetadataDate'].map(name => property(`xmp:${name}`, day)),
    ],
  }
}

export function addPacket(file: PdfFile, prefixes: readonly string[], properties: readonly string[]): Ref {
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const packet = new TextEncoder().encode(xmpPacket(prefixes, properties))
  return file.add(new Stream(file.dict({ Type: 'Metadata', Subtype: 'XML' }), packet))
}

/** Writes Info, which agrees with XMP, and the identifier of the file. @see ISO 32000-1 §14.3.3, §14.4 */
export function writeInfo(
  file: PdfFile,
  metadata: Metadata,
  fingerprint: string,
  more: PlainDict = {},
): void {
  const { title, author, subject, keywords, creator, date } = metadata
  const stamp = Text.date(date)
  const info = file.dict({
    Title: Text.of(title),
    Author: Text.of(author),
    Subject: subject ? Text.of(subject) : undefined,
    Keywords: keywords.length > 0 ? Text.of(keywords.join(', ')) : undefined,
    Creator: Text.of(creator),
    Producer: Text.of(file.producer),
    CreationDate: stamp,
    ModDate: stamp,
    ...more,
  })
  file.trailer.set('Info', file.add(info))
  const id = Text.hex(identifierOf(metadata, fingerprint))
  file.trailer.set('ID', file.list([id, id]))
}

/** Sixteen bytes in hexadecimal. */
export const identifierOf = ({ date }: Metadata, fingerprint: string): string =>
  bytesToHex(sha256(new TextEncoder().encode(fingerprint + date.toISOString()))).slice(0, 32)
