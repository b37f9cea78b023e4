import type { Mark, MarkBox, Marks } from '../../paper/index.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { align, type Gap, join, plant, type Spoken, type Stretch, WordsError } from './align.ts'
import { labelLinks, type Rect } from './links.ts'
import { rewriteMarks } from './rewrite-marks.ts'
import { shape } from './shape.ts'
import { collect, openSheets, TaggingError } from './sheets.ts'
import { type ContentPiece, type Kid, keyOfPiece, readStructure, type Tag } from './structure.ts'
import { writeStructure } from './write-structure.ts'

type TaggingOptions = Marks & {
  /** The text area in pt above the page's bottom: what stands outside of it is a running head or foot. */
  area: { bottom: number; top: number }
}

/** Tags a printed edition after PDF/UA: Chromium says which content is whose, the marks of the tab what each element means. Every letter
 *  is compared with the text of its page. @throws TaggingError naming the page */
export function tagEdition(file: PdfFile, { marks, texts, area }: TaggingOptions): void {
  const printed = readStructure(file)
  if (!printed) throw new TaggingError(1, 'le navigateur n’a pas balisé le PDF')
  const sheets = openSheets(file)
  const byPage = sheets.map((): [number, Mark][] => [])
  for (const [number, mark] of marks.entries()) byPage[mark.page - 1]?.push([number, mark])
  const tops: Kid[] = []
  const stretchOf = new Map<number, Stretch>()
  const spaces: Gap[] = []
  const tags = new Map<number, Tag>()

  for (const [page, { spoken, belongings }] of collect(printed, marks, sheets).entries()) {
    const { stretches, gaps } = alignPage(spoken, texts[page] ?? '', page)
    spaces.push(...gaps)
    const words = spoken.map(({ piece, owner }, index) => {
      const stretch = stretches[index] as Stretch
      stretchOf.set(keyOfPiece(piece), stretch)
      assertOwned(owner, stretch, page)
      return { piece, stretch }
    })
    tops.push(...plant({ marks: byPage[page] ?? [], words, belongings }, tags))
  }

  const seams = join(tops)
  order(tops)
  const height = file.pages[0]?.height ?? 0
  const onPage = (box: MarkBox) => boxOf(box, height)
  const apart = (before: ContentPiece, after: ContentPiece) => {
    if (before.page !== after.page) return false
    const [a, b] = [stretchOf.get(keyOfPiece(before)), stretchOf.get(keyOfPiece(after))]
    return (
      a !== undefined && b !== undefined && (texts[before.page] ?? '').slice(a.end, b.start).includes('\n')
    )
  }
  const document: Tag = { kind: 'tag', role: 'Document', kids: shape(tops, { apart, boxOf: onPage }) }
  labelLinks(file, document, onPage)
  rewriteMarks(sheets, { document, gaps: spaces, seams, area })
  writeStructure(file, document)
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

/** CSS pixels from the sheet's top left corner → points from its bottom left corner. */
function boxOf([left, top, right, bottom]: MarkBox, height: number): Rect {
  const round = (length: number) => Math.round(length * 100) / 100
  const x = (length: number) => round(length * 0.75)
  const y = (length: number) => round(height - length * 0.75)
  return [x(left), y(bottom), x(right), y(top)]
}

/** Puts rows in the order of reading: the text, then what stands in its margin, which comes first in the source. */
export function order(kids: readonly Kid[]): void {
  for (const kid of kids) {
    if (kid.kind !== 'tag') continue
    order(kid.kids)
    const margins = kid.kids.filter(child => isColumn(child, 'marge'))
    const text = kid.kids.findLastIndex(child => isColumn(child, 'texte'))
    if (margins.length === 0 || text < 0) continue
    kid.kids = [
      ...kid.kids.slice(0, text + 1).filter(child => !isColumn(child, 'marge')),
      ...margins,
      ...kid.kids.slice(text + 1).filter(child => !isColumn(child, 'marge')),
    ]
  }
}

const isColumn = (kid: Kid, name: 'marge' | 'texte'): kid is Tag =>
  kid.kind === 'tag' && kid.mark?.classes.includes(name) === true
