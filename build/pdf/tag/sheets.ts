import { type Mark, markOf } from '../../paper/index.ts'
import { openFonts, widthsIn } from '../content/fonts.ts'
import { joinGlyphs } from '../content/join-glyphs.ts'
import { pack, unpack } from '../object/packing.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Ref } from '../object/values.ts'
import type { Spoken } from './align.ts'
import { type Content, readContent, type Sequence } from './read-content.ts'
import { type Kid, piecesOf, type Tag } from './structure.ts'

export class TaggingError extends Error {
  override readonly name = 'TaggingError'
  readonly page: number
  readonly #why: string
  constructor(page: number, why: string, options?: ErrorOptions) {
    super(`page ${page} : ${why}`, options)
    this.page = page
    this.#why = why
  }

  /** The same error with the page number of a file whose first page comes after `pages` others. */
  after(pages: number): TaggingError {
    return new TaggingError(this.page + pages, this.#why, { cause: this.cause })
  }
}

export type TaggedSheet = {
  bytes: Uint8Array
  content: Content
  sequences: Map<number, Sequence>
  write(bytes: Uint8Array): void
}

/** @throws TaggingError when the browser has written the content in an unknown way */
export function openSheets(file: PdfFile): TaggedSheet[] {
  const fontsOf = openFonts()
  return file.pages.map((page, index) => {
    const ref = page.dict.get('Contents')
    const { stream } = page
    if (!(ref instanceof Ref) || !stream)
      throw new TaggingError(index + 1, 'le contenu n’est pas d’un seul tenant')
    const bytes = unpack(stream)
    const content = readContent(bytes, fontsOf(page.resources))
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

/** Part of Chromium's structure that belongs to a page. */
type CollectedPage = {
  /** With the nearest mark that Chromium puts each of them in. */
  spoken: (Spoken & { owner: Mark | undefined })[]
  belongings: Map<number, Kid[]>
}

/** Sorts what Chromium's structure holds, by page: words in document order; drawings and links with their marks. */
export function collect(root: Tag, marks: readonly Mark[], sheets: readonly TaggedSheet[]): CollectedPage[] {
  const collected: CollectedPage[] = sheets.map(() => ({ spoken: [], belongings: new Map() }))
  const belong = (page: number, number: number, kid: Kid) => {
    const belongings = collected[page]?.belongings
    belongings?.set(number, [...(belongings.get(number) ?? []), kid])
  }
  const walk = (kid: Kid, owner: number | undefined) => {
    switch (kid.kind) {
      case 'tag': {
        const number = markOf(kid.language) ?? owner
        // The number of an item of an ordered list, which the browser writes.
        const label = kid.role === 'Lbl' && number !== undefined ? piecesOf(kid) : []
        const [first] = label
        if (number !== undefined && first)
          return belong(first.page, number, { kind: 'tag', role: 'Lbl', kids: label })
        for (const child of kid.kids) walk(child, number)
        return
      }
      case 'field': {
        const link = owner === undefined ? undefined : marks[owner]
        if (owner === undefined || link?.tag !== 'a')
          throw new TaggingError(kid.page + 1, 'un lien hors de toute balise')
        return belong(kid.page, owner, kid)
      }
      case 'piece': {
        const sequence = sheets[kid.page]?.sequences.get(kid.id)
        if (!sequence) throw new TaggingError(kid.page + 1, `la balise du contenu ${kid.id} est vide`)
        const drawing = owner !== undefined && /^(?:svg|img)$/.test(marks[owner]?.tag ?? '')
        if (drawing) return belong(kid.page, owner, kid)
        if (sequence.text === '') return
        collected[kid.page]?.spoken.push({
          piece: kid,
          sequence,
          owner: owner === undefined ? undefined : marks[owner],
        })
      }
    }
  }
  walk(root, undefined)
  return collected
}
