import type { Mark } from '../../paper/index.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, name, type Ref, Text, type Value } from '../object/values.ts'
import type { Attributes, Kid, Tag } from './structure.ts'

const element = name('StructElem')

/** Writes the structure of a file in place of the one it has. @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function writeStructure(file: PdfFile, document: Tag): void {
  const { pages } = file
  const owners: Ref[][] = pages.map(() => [])
  const fields: { field: Ref; owner: Ref }[] = []
  const rootRef = file.reserve()

  const write = (tag: Tag, parent: Ref): Ref => {
    const ref = file.reserve()
    const dict = new Dict(file)
    dict.set('Type', element)
    dict.set('S', name(tag.role))
    dict.set('P', parent)
    if (tag.alt !== undefined) dict.set('Alt', Text.of(tag.alt))
    if (tag.expansion !== undefined) dict.set('E', Text.of(tag.expansion))
    if (tag.actual !== undefined) dict.set('ActualText', Text.of(tag.actual))
    if (tag.language !== undefined) dict.set('Lang', Text.of(tag.language))
    if (tag.attributes?.length) dict.set('A', attributes(tag.attributes))
    const page = tag.kids.find(kid => kid.kind === 'piece')?.page
    if (page !== undefined) dict.set('Pg', refOf(page))
    const kids = tag.kids.map(kid => kidOf(kid, ref, page))
    const [only] = kids
    if (only !== undefined) dict.set('K', kids.length === 1 ? only : file.list(kids))
    file.set(ref, dict)
    return ref
  }

  const kidOf = (kid: Kid, owner: Ref, page: number | undefined): Value => {
    switch (kid.kind) {
      case 'tag':
        return write(kid, owner)
      case 'piece': {
        const pageOwners = owners[kid.page]
        if (pageOwners) pageOwners[kid.id] = owner
        return kid.page === page ? kid.id : file.dict({ Type: 'MCR', Pg: refOf(kid.page), MCID: kid.id })
      }
      case 'field':
        fields.push({ field: kid.ref, owner })
        return file.dict({ Type: 'OBJR', Pg: refOf(kid.page), Obj: kid.ref })
      default:
        return kid satisfies never
    }
  }

  const refOf = (page: number): Ref => {
    const entry = pages[page]
    if (!entry) throw new RangeError(`the file has no page ${page + 1}`)
    return entry.ref
  }

  const attributes = (list: readonly Attributes[]): Value => {
    const dicts = list.map(({ owner, ...entries }) => file.dict({ O: owner, ...entries }))
    return dicts.length === 1 ? (dicts[0] as Value) : file.list(dicts)
  }

  const top = write(document, rootRef)
  const numbers: Value[] = []
  for (const [index, { dict }] of pages.entries()) {
    dict.set('StructParents', index)
    dict.set('Tabs', name('S'))
    // Pieces that no element holds are null.
    numbers.push(index, file.add(file.list(Array.from(owners[index] ?? []))))
  }
  for (const [index, { field, owner }] of fields.entries()) {
    file.find(field, Dict)?.set('StructParent', pages.length + index)
    numbers.push(pages.length + index, owner)
  }
  file.set(
    rootRef,
    file.dict({
      Type: 'StructTreeRoot',
      K: top,
      ParentTree: file.add(file.dict({ Nums: numbers })),
      ParentTreeNextKey: pages.length + fields.length,
      RoleMap: roleMap,
    }),
  )
  file.catalog.set('StructTreeRoot', rootRef)
}

/** Structure types of PDF 1.7 for the elements of the edition; an element that is not here only holds others.
 *  @see ISO 32000-1 §14.8.4 */
const roles: Record<string, string> = {
  article: 'Art',
  section: 'Sect',
  aside: 'Div',
  figure: 'Div',
  figcaption: 'Caption',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  blockquote: 'BlockQuote',
  ul: 'L',
  ol: 'L',
  li: 'LI',
  dl: 'L',
  dt: 'Lbl',
  dd: 'LBody',
  table: 'Table',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
  img: 'Figure',
  svg: 'Figure',
  a: 'Link',
  abbr: 'Span',
  strong: 'Strong',
  em: 'Em',
}

/** Types of PDF 2.0 that say more, and what they are in PDF 1.7. */
export const roleMap: Readonly<Record<string, string>> = { Strong: 'Span', Em: 'Span' }

/** Types that stand inside a line. @see ISO 32000-1 §14.8.4.4 */
export const inlineRoles: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'Reference',
  'Quote',
  'Note',
  'Lbl',
  ...Object.keys(roleMap),
])

/** Types that hold blocks and no words of their own. @see ISO 32000-1 §14.8.4.2 */
export const groupingRoles: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
])

/** The structure type of an element, or null when it only holds others. */
export function roleOf({ tag, classes, level, actual, language }: Mark): string | null {
  if (classes.includes('mention')) return 'LI'
  if (level !== undefined) return `H${level}`
  return roles[tag] ?? (actual !== undefined || language !== undefined ? 'Span' : null)
}
