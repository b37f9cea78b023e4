import { pack, unpack } from '../file/packing.ts'
import type { PdfFile } from '../file/pdf-file.ts'
import { Ref } from '../file/values.ts'
import { labelLinks } from '../finish/links.ts'
import { align, type Gap, type Spoken, type Stretch, WordsError } from './align.ts'
import { editContent } from './edit-content.ts'
import { type Font, openFonts } from './fonts.ts'
import { join } from './join.ts'
import { type Box, type Mark, type Marks, markOf } from './marks.ts'
import { order } from './order.ts'
import { plant } from './plant.ts'
import { type Content, readContent, type Sequence } from './read-content.ts'
import { readStructure } from './read-structure.ts'
import { shape } from './shape.ts'
import { type Kid, keyOfPiece, type Piece, piecesOf, type Tag } from './structure.ts'
import { writeStructure } from './write-structure.ts'

/** A page that cannot be tagged true to its document. */
export class TaggingError extends Error {
  override readonly name = 'TaggingError'
  /** Folio. */
  readonly page: number
  constructor(page: number, why: string, options?: ErrorOptions) {
    super(`page ${page} : ${why}`, options)
    this.page = page
  }
}

export type TaggingOptions = Marks & {
  /** The text area in pt above the page's bottom: what stands outside of it is a running head or foot. */
  area: { bottom: number; top: number }
}

/** Tags a printed edition after PDF/UA. Chromium's structure says which content is whose; the marks of the tab say what each
 *  element means. Every letter is compared with the text of its page.
 *  @returns the new structure, written into `file`
 *  @throws TaggingError naming the page */
export function tagEdition(file: PdfFile, { marks, texts, area }: TaggingOptions): Tag {
  const printed = readStructure(file)
  if (!printed) throw new TaggingError(1, 'le navigateur n’a pas balisé le PDF')
  const sheets = openSheets(file)
  if (sheets.length !== texts.length)
    throw new TaggingError(
      sheets.length,
      `le navigateur a imprimé ${sheets.length} pages au lieu de ${texts.length}`,
    )
  const found = collect(printed, marks, sheets)
  const byPage = sheets.map((): [number, Mark][] => [])
  for (const [number, mark] of marks.entries()) byPage[mark.page - 1]?.push([number, mark])
  const tops: Kid[] = []
  const stretchOf = new Map<number, Stretch>()
  const spaces: Gap[] = []
  const tags = new Map<number, Tag>()

  for (const page of sheets.keys()) {
    const { spoken = [], owners = [], belongings = new Map() } = found[page] ?? {}
    const own = byPage[page] ?? []
    const text = texts[page] ?? ''
    const { stretches, gaps } = alignPage(spoken, text, page)
    spaces.push(...gaps)
    for (const [index, stretch] of stretches.entries()) {
      const [piece, owner] = [spoken[index]?.piece, owners[index]]
      if (piece) stretchOf.set(keyOfPiece(piece), stretch)
      assertOwned(owner === undefined ? undefined : marks[owner], stretch, page)
    }
    const words = spoken.map(({ piece }, index) => ({ piece, stretch: stretches[index] as Stretch }))
    tops.push(...plant({ marks: own, words, belongings }, tags))
  }

  const seams = join(tops)
  order(tops)
  const height = file.pages[0]?.height ?? 0
  const apart = (before: Piece, after: Piece) => {
    if (before.page !== after.page) return false
    const [a, b] = [stretchOf.get(keyOfPiece(before)), stretchOf.get(keyOfPiece(after))]
    return (
      a !== undefined && b !== undefined && (texts[before.page] ?? '').slice(a.end, b.start).includes('\n')
    )
  }
  const document: Tag = {
    kind: 'tag',
    role: 'Document',
    kids: shape(tops, { apart, boxOf: mark => boxOf(mark.box, height) }),
  }
  labelLinks(file, document)
  const holders = holdersOf(document)
  const words = spaces.filter(
    ({ before, after }) => holders.get(keyOfPiece(before))?.block === holders.get(keyOfPiece(after))?.block,
  )
  for (const [page, sheet] of sheets.entries()) {
    const names = new Map(
      [...sheet.sequences.keys()].flatMap(id => {
        const holder = holders.get(keyOfPiece({ page, id }))
        return holder ? [[id, holder.tag.role] as const] : []
      }),
    )
    const ends = seams
      .filter(seam => seam.page === page)
      .flatMap(({ id }) => {
        const sequence = sheet.sequences.get(id)
        return sequence && !/\s$/.test(sequence.text) ? [{ sequence, letter: sequence.text.length - 1 }] : []
      })
    sheet.write(
      editContent(sheet.bytes, sheet.content, {
        names,
        spaces: [...words.filter(({ before }) => before.page === page), ...ends],
        area,
        fallback: sheet.fallback(),
      }),
    )
  }
  const root: Tag = { kind: 'tag', role: 'StructTreeRoot', kids: [document] }
  writeStructure(file, root, file.pages)
  return root
}

type Sheet = {
  bytes: Uint8Array
  content: Content
  /** By MCID. */
  sequences: Map<number, Sequence>
  write(bytes: Uint8Array): void
  /** A font with a space. */
  fallback(): { name: string; font: Font } | undefined
}

function openSheets(file: PdfFile): Sheet[] {
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
      write: written => file.set(ref, pack(stream.dict, written)),
      fallback() {
        return content.fonts.find(({ font }) => font.space !== null)
      },
    }
  })
}

type Found = {
  spoken: Spoken[]
  /** The nearest mark that Chromium puts each of them in. */
  owners: (number | undefined)[]
  belongings: Map<number, Kid[]>
}

/** Sorts what Chromium's structure holds, by page: words in document order; drawings and links with their marks. */
function collect(root: Tag, marks: readonly Mark[], sheets: readonly Sheet[]): Found[] {
  const found: Found[] = sheets.map(() => ({ spoken: [], owners: [], belongings: new Map() }))
  const belong = (page: number, number: number, kid: Kid) => {
    const { belongings } = found[page] as Found
    belongings.set(number, [...(belongings.get(number) ?? []), kid])
  }
  const walk = (kid: Kid, owner: number | undefined) => {
    switch (kid.kind) {
      case 'tag': {
        const own = markOf(kid.language) ?? owner
        const [first] = piecesOf(kid)
        // The number of an item of an ordered list, which the browser writes.
        if (kid.role === 'Lbl' && own !== undefined && first)
          return belong(first.page, own, { kind: 'tag', role: 'Lbl', kids: [...piecesOf(kid)] })
        for (const child of kid.kids) walk(child, own)
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
        const { spoken, owners } = found[kid.page] as Found
        spoken.push({ piece: kid, sequence })
        owners.push(owner)
        return
      }
      default:
        return kid satisfies never
    }
  }
  walk(root, undefined)
  return found
}

function alignPage(spoken: readonly Spoken[], text: string, page: number) {
  try {
    return align(spoken, text)
  } catch (cause) {
    if (!(cause instanceof WordsError)) throw cause
    throw new TaggingError(page + 1, `le texte imprimé n’est pas celui du document : ${cause.message}`, {
      cause,
    })
  }
}

/** Chromium and the text of the page must agree on whose the words are. */
function assertOwned(owner: Mark | undefined, { start, end }: Stretch, page: number): void {
  if (!owner || (owner.start <= start && end <= owner.end)) return
  throw new TaggingError(page + 1, `un texte est attribué à un autre élément (${owner.tag})`)
}

/** Which tag each piece is in, and which block: the nearest tag that is not inside a line. */
function holdersOf(document: Tag): Map<number, { tag: Tag; block: Tag }> {
  const holders = new Map<number, { tag: Tag; block: Tag }>()
  const walk = (tag: Tag, block: Tag) => {
    for (const kid of tag.kids) {
      if (kid.kind === 'piece') holders.set(keyOfPiece(kid), { tag, block })
      if (kid.kind === 'tag') walk(kid, /^(?:Span|Link|Strong|Em|Reference)$/.test(kid.role) ? block : kid)
    }
  }
  walk(document, document)
  return holders
}

/** CSS pixels from the sheet's top left corner → points from its bottom left corner. */
function boxOf([left, top, right, bottom]: Box, height: number): [number, number, number, number] {
  const round = (length: number) => Math.round(length * 100) / 100
  const x = (length: number) => round(length * 0.75)
  const y = (length: number) => round(height - length * 0.75)
  return [x(left), y(bottom), x(right), y(top)]
}
