import type { Sides } from '../../pdf/object/pages.ts'
import { PdfFile } from '../../pdf/object/pdf-file.ts'
import { type Piece, readStructure, type Tag, tagsOf } from '../../pdf/tag/structure.ts'

/** What an element of the structure says beside its words, which pdf.js does not tell. */
export type PdfTag = {
  role: string
  /** Page of the first content in it, from 1; null: it holds none. */
  page: number | null
  /** What an acronym stands for; empty: it says that it stands for nothing. */
  expansion: string | null
  /** How a list counts: `Decimal`. */
  numbering: string | null
  /** Of its kids, those that are items of a list. */
  items: number
  /** Where a drawing lies, in pt. */
  box: Sides | null
  /** Numbers of the contents in it, on its page; those of a caption apart. */
  contents: number[]
}

/** The elements of the structure, each before those in it.
 *  @throws SyntaxError when the bytes are no PDF, or its structure is none */
export function readTags(bytes: Uint8Array): PdfTag[] {
  const root = readStructure(PdfFile.open(bytes))
  return root ? root.kids.flatMap(kid => tagsOf(kid)).map(pdfTagOf) : []
}

function pdfTagOf(tag: Tag): PdfTag {
  const { role, kids, expansion = null, attributes = [] } = tag
  const pieces = piecesIn(tag)
  const [first] = pieces
  const box = attributes.find(one => one.owner === 'Layout')?.BBox
  return {
    role,
    page: first ? first.page + 1 : null,
    expansion,
    numbering: attributes.find(one => one.owner === 'List')?.ListNumbering ?? null,
    items: kids.filter(kid => kid.kind === 'tag' && kid.role === 'LI').length,
    // A file may give it other than four numbers.
    box: box?.length === 4 ? box : null,
    contents: pieces.filter(({ page }) => page === first?.page).map(({ id }) => id),
  }
}

/** The contents in an element; what a caption says is no part of the drawing. */
const piecesIn = ({ kids }: Tag): Piece[] =>
  kids.flatMap(kid => {
    if (kid.kind === 'piece') return [kid]
    return kid.kind === 'tag' && kid.role !== 'Caption' ? piecesIn(kid) : []
  })
