import type { Ref } from '../object/values.ts'
import type { Mark } from '../print/marks.ts'

/** A marked sequence of a page's content. */
export type Piece = {
  kind: 'piece'
  /** Index of the page, from 0. */
  page: number
  /** Its MCID. */
  id: number
}

/** A link's field on a page. */
export type Field = { kind: 'field'; page: number; ref: Ref }

/** An element of the structure. @see ISO 32000-1 §14.7.2 */
export type Tag = {
  kind: 'tag'
  /** Its structure type: `H1`. */
  role: string
  kids: Kid[]
  alt?: string | undefined
  /** What an abbreviation stands for. */
  expansion?: string | undefined
  /** What is to be said instead of the words. */
  actual?: string | undefined
  language?: string | undefined
  attributes?: Attributes[] | undefined
  /** Identifier in the structure. */
  id?: string | undefined
  /** What the tab said of it. */
  mark?: Mark | undefined
  /** Where it is in the file that it was read from. */
  ref?: Ref | undefined
}

export type Kid = Tag | Piece | Field

/** @see ISO 32000-1 §14.8.5 */
export type Attributes =
  | { owner: 'Table'; Scope?: 'Row' | 'Column' | 'Both'; RowSpan?: number; ColSpan?: number }
  | { owner: 'List'; ListNumbering: 'Decimal' | 'Disc' | 'None' }
  | { owner: 'Layout'; BBox: [left: number, bottom: number, right: number, top: number] }

/** All pieces under `kid`, in reading order. */
export function piecesOf(kid: Kid, pieces: Piece[] = []): Piece[] {
  if (kid.kind === 'piece') pieces.push(kid)
  if (kid.kind === 'tag') for (const child of kid.kids) piecesOf(child, pieces)
  return pieces
}

/** All tags under `kid`, itself first. */
export function tagsOf(kid: Kid, tags: Tag[] = []): Tag[] {
  if (kid.kind !== 'tag') return tags
  tags.push(kid)
  for (const child of kid.kids) tagsOf(child, tags)
  return tags
}

/** A name for a piece, for maps. */
export const keyOfPiece = ({ page, id }: { page: number; id: number }) => page * PIECES + id

/** More than a page has. */
const PIECES = 65_536
