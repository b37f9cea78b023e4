import type { Mark } from '../../paper/index.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, name, Ref, type Value } from '../object/values.ts'

export type ContentPiece = {
  kind: 'piece'
  /** Index of the page, from 0. */
  page: number
  id: number
}

export type Field = { kind: 'field'; page: number; ref: Ref }

/** An element of the structure. @see ISO 32000-1 §14.7.2 */
export type Tag = {
  kind: 'tag'
  /** Its structure type: `H1`. */
  role: string
  kids: Kid[]
  alt?: string | undefined
  expansion?: string | undefined
  actual?: string | undefined
  language?: string | undefined
  attributes?: Attributes[] | undefined
  mark?: Mark | undefined
  /** Its object in the file that it was read from. */
  ref?: Ref | undefined
}

export type Kid = Tag | ContentPiece | Field

/** @see ISO 32000-1 §14.8.5 */
export type Attributes =
  | { owner: 'Table'; Scope: 'Row' | 'Column' }
  | { owner: 'List'; ListNumbering: 'Decimal' }
  | { owner: 'Layout'; BBox: [left: number, bottom: number, right: number, top: number] }

/** All pieces under `kid`, in reading order. */
export function piecesOf(kid: Kid, pieces: ContentPiece[] = []): ContentPiece[] {
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

export const keyOfPiece = ({ page, id }: { page: number; id: number }) => page * PIECES + id

/** More than a page has. */
const PIECES = 65_536

const [MCR, OBJR] = [name('MCR'), name('OBJR')]
const texts = [
  ['alt', 'Alt'],
  ['expansion', 'E'],
  ['actual', 'ActualText'],
  ['language', 'Lang'],
] as const

/** Reads the structure of a file as plain values; null when it has none. @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function readStructure(file: PdfFile): Tag | null {
  const root = file.catalog.find('StructTreeRoot', Dict)
  if (!root) return null
  const pages = new Map<Ref, number>(file.pages.map(({ ref }, index) => [ref, index]))
  const seen = new Set<Ref>()

  const addKids = (kids: Value | undefined, page: Value | undefined, into: Kid[]): void => {
    // An element is read once: a book has a hundred thousand.
    const value = file.lookup(kids)
    if (value === undefined) return
    if (value instanceof List) for (const kid of value.items) addKids(kid, page, into)
    else if (typeof value === 'number') into.push({ kind: 'piece', page: pageAt(page), id: value })
    else if (!(value instanceof Dict)) throw new SyntaxError(`a kid of the structure is ${value}`)
    else into.push(kidOf(value, page, kids))
  }

  const kidOf = (dict: Dict, page: Value | undefined, kid: Value | undefined): Kid => {
    const kidPage = dict.get('Pg') ?? page
    const type = dict.get('Type')
    if (type === MCR) {
      const id = dict.number('MCID')
      if (id === undefined) throw new SyntaxError('an MCR without content')
      return { kind: 'piece', page: pageAt(kidPage), id }
    }
    if (type === OBJR) {
      const ref = dict.get('Obj')
      if (!(ref instanceof Ref)) throw new SyntaxError('an OBJR without object')
      return { kind: 'field', page: pageAt(kidPage), ref }
    }
    return tagOf(dict, kidPage, kid)
  }

  const pageAt = (page: Value | undefined): number => {
    const index = page instanceof Ref ? pages.get(page) : undefined
    if (index === undefined) throw new SyntaxError('une partie de la structure n’est sur aucune page')
    return index
  }

  const tagOf = (dict: Dict, page: Value | undefined, ref: Value | undefined): Tag => {
    if (ref instanceof Ref && seen.has(ref))
      throw new SyntaxError('an element of the structure stands in two places')
    if (ref instanceof Ref) seen.add(ref)
    const role = dict.name('S')
    if (role === undefined) throw new SyntaxError('an element of the structure without type')
    const tag: Tag = { kind: 'tag', role, kids: [] }
    addKids(dict.get('K'), page, tag.kids)
    if (ref instanceof Ref) tag.ref = ref
    for (const [key, entry] of texts) {
      const text = dict.has(entry) ? dict.text(entry) : undefined
      if (text !== undefined) tag[key] = text
    }
    return tag
  }

  const tops: Kid[] = []
  addKids(root.get('K'), undefined, tops)
  return { kind: 'tag', role: 'StructTreeRoot', kids: tops }
}
