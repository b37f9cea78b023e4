import { createHash } from 'node:crypto'
import type { PdfFile } from '../object/pdf-file.ts'
import { Stream, Text } from '../object/values.ts'
import { type Metadata, xmpPacket } from './metadata.ts'

export type Origin = {
  /** What the file is made from, hashed: its identifier. */
  fingerprint: string
  /** The program that drew the pages. */
  producer: string
}

/** Writes what a file says of itself, in Info and in XMP, and its identifier. */
export function describe(file: PdfFile, metadata: Metadata, { fingerprint, producer }: Origin): void {
  const { catalog, trailer } = file
  const { title, author, subject, keywords, creator, language, date } = metadata
  const stamp = Text.date(date)
  const info = file.dict({
    Title: Text.of(title),
    Author: Text.of(author),
    Subject: subject ? Text.of(subject) : undefined,
    Keywords: Text.of(keywords.join(', ')),
    Creator: Text.of(creator),
    Producer: Text.of(producer),
    CreationDate: stamp,
    ModDate: stamp,
  })
  trailer.set('Info', file.add(info))
  catalog.set('Lang', Text.of(language))
  catalog.set('ViewerPreferences', file.dict({ DisplayDocTitle: true }))
  catalog.set('MarkInfo', file.dict({ Marked: true }))
  // A string would be written one byte a letter; XMP is UTF-8 (ISO 16684-1 §7.3.2).
  const xmp = new TextEncoder().encode(xmpPacket(metadata, producer))
  catalog.set('Metadata', file.add(new Stream(file.dict({ Type: 'Metadata', Subtype: 'XML' }), xmp)))
  const hash = createHash('sha256').update(fingerprint).update(date.toISOString()).digest('hex')
  const id = Text.hex(hash.slice(0, 32))
  trailer.set('ID', file.list([id, id]))
}
