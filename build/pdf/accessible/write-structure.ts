import {
  type PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { roleMap } from './roles.ts'
import type { Attributes, Kid, Tag } from './structure.ts'

const name = (text: string) => PDFName.of(text)
const names = {
  type: name('Type'),
  s: name('S'),
  p: name('P'),
  k: name('K'),
  pg: name('Pg'),
  alt: name('Alt'),
  e: name('E'),
  actual: name('ActualText'),
  lang: name('Lang'),
  a: name('A'),
  structParent: name('StructParent'),
  structParents: name('StructParents'),
  element: name('StructElem'),
}

/** Writes the structure of a file, in the place of the one it has, whose objects stay behind: elements, parent tree, role map.
 *  @param root holds the document's element
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function writeStructure(pdf: PDFDocument, root: Tag): void {
  const { context, catalog } = pdf
  const pages = pdf.getPages()
  /** By page: the element of each MCID. */
  const owners: (PDFRef | undefined)[][] = pages.map(() => [])
  const fields: { field: PDFRef; owner: PDFRef }[] = []
  const rootRef = context.nextRef()

  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef()
    const dict = PDFDict.withContext(context)
    dict.set(names.type, names.element)
    dict.set(names.s, name(tag.role))
    dict.set(names.p, parent)
    if (tag.alt !== undefined) dict.set(names.alt, PDFHexString.fromText(tag.alt))
    if (tag.expansion !== undefined) dict.set(names.e, PDFHexString.fromText(tag.expansion))
    if (tag.actual !== undefined) dict.set(names.actual, PDFHexString.fromText(tag.actual))
    if (tag.language !== undefined) dict.set(names.lang, PDFHexString.fromText(tag.language))
    if (tag.attributes?.length) dict.set(names.a, attributes(tag.attributes))
    const first = tag.kids.find(kid => kid.kind === 'piece')
    const page = first?.kind === 'piece' ? first.page : undefined
    if (page !== undefined) dict.set(names.pg, refOf(page))
    const kids = tag.kids.map(kid => kidOf(kid, ref, page))
    const [only] = kids
    if (only) dict.set(names.k, kids.length === 1 ? only : context.obj(kids))
    context.assign(ref, dict)
    return ref
  }

  const kidOf = (kid: Kid, owner: PDFRef, page: number | undefined): PDFObject => {
    switch (kid.kind) {
      case 'tag':
        return write(kid, owner)
      case 'piece': {
        const own = owners[kid.page]
        if (own) own[kid.id] = owner
        return kid.page === page
          ? context.obj(kid.id)
          : context.obj({ Type: 'MCR', Pg: refOf(kid.page), MCID: kid.id })
      }
      case 'field':
        fields.push({ field: kid.ref, owner })
        return context.obj({ Type: 'OBJR', Pg: refOf(kid.page), Obj: kid.ref })
      default:
        return kid satisfies never
    }
  }

  const refOf = (page: number): PDFRef => {
    const found = pages[page]
    if (!found) throw new RangeError(`the file has no page ${page + 1}`)
    return found.ref
  }

  const attributes = (list: readonly Attributes[]): PDFObject => {
    const dicts = list.map(({ owner, ...entries }) => context.obj({ O: owner, ...entries }))
    return dicts.length === 1 ? (dicts[0] as PDFObject) : context.obj(dicts)
  }

  const tops = root.kids.map(kid => kidOf(kid, rootRef, undefined))
  const numbers: PDFObject[] = []
  for (const [index, page] of pages.entries()) {
    page.node.set(names.structParents, context.obj(index))
    page.node.set(name('Tabs'), names.s)
    const list: PDFArray = context.obj([])
    for (const owner of Array.from(owners[index] ?? [])) list.push(owner ?? context.obj(null))
    numbers.push(context.obj(index), context.register(list))
  }
  for (const [index, { field, owner }] of fields.entries()) {
    context.lookup(field, PDFDict).set(names.structParent, context.obj(pages.length + index))
    numbers.push(context.obj(pages.length + index), owner)
  }
  const parentTree = context.register(context.obj({ Nums: numbers }))
  context.assign(
    rootRef,
    context.obj({
      Type: 'StructTreeRoot',
      K: tops.length === 1 ? tops[0] : tops,
      ParentTree: parentTree,
      ParentTreeNextKey: pages.length + fields.length,
      RoleMap: { ...roleMap },
    }),
  )
  catalog.set(name('StructTreeRoot'), rootRef)
}
