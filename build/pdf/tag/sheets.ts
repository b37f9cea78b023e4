import { widthsIn } from '../content/font-dictionary.ts'
import { openFonts } from '../content/fonts.ts'
import { joinGlyphs } from '../content/join-glyphs.ts'
import { pack, unpack } from '../object/packing.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Ref } from '../object/values.ts'
import { type Content, readContent, type Sequence } from './read-content.ts'
import { TaggingError } from './tagging-error.ts'

/** A printed page, as its tags need to know it. */
export type Sheet = {
  bytes: Uint8Array
  content: Content
  /** By MCID. */
  sequences: Map<number, Sequence>
  write(bytes: Uint8Array): void
}

/** @throws TaggingError when the browser has written the content in an unknown way */
export function openSheets(file: PdfFile): Sheet[] {
  const fonts = openFonts()
  return file.pages.map((page, index) => {
    const ref = page.dict.get('Contents')
    const [stream] = page.contents
    if (!(ref instanceof Ref) || !stream)
      throw new TaggingError(index + 1, 'le contenu n’est pas d’un seul tenant')
    const fontOf = fonts.of(page.resources)
    const bytes = unpack(stream)
    const content = readContent(bytes, fontOf)
    if (content.nestings.length > 0) throw new TaggingError(index + 1, 'une balise dans une autre')
    const sequences = new Map<number, Sequence>()
    for (const sequence of content.sequences) {
      if (sequence.id === null) continue
      if (sequences.has(sequence.id)) throw new TaggingError(index + 1, `deux contenus ${sequence.id}`)
      sequences.set(sequence.id, sequence)
    }
    return {
      bytes,
      content,
      sequences,
      write: written => file.set(ref, pack(stream.dict, joinGlyphs(written, widthsIn(page.resources)))),
    }
  })
}
