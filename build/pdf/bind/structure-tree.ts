import { type Page, readPages } from '../object/pages.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../object/values.ts'
import { roleMap } from '../tag/write-structure.ts'

export type TaggedPage = {
  page: Page
  /** The element of each MCID, null where none holds it; null for a page that is not tagged. */
  owners: readonly Value[] | null
  fields: { field: Dict; ref: Ref; owner: Value }[]
}

/** Keys and elements in turn: what the pages and the fields of a file belong to. */
export const parentTreeOf = (catalog: Dict): Value[] =>
  catalog.need('StructTreeRoot', Dict).need('ParentTree', Dict).need('Nums', List).items

/** The pages that a catalog leads to, with what its structure says of them. @see ISO 32000-1 §14.7.4.4 */
export function readTaggedPages(file: PdfFile, catalog: Dict): (TaggedPage & { owners: readonly Value[] })[] {
  const numbers = parentTreeOf(catalog)
  const parentTree = new Map<Value, Value>()
  for (let index = 0; index + 1 < numbers.length; index += 2)
    parentTree.set(numbers[index] as Value, numbers[index + 1] as Value)
  return readPages(file, catalog).map(page => {
    const owners = file.find(parentTree.get(page.dict.number('StructParents') ?? -1), List)?.items
    if (!owners) throw new SyntaxError('a page without structure')
    const fields = page.annotations.map(ref => {
      const field = file.find(ref, Dict)
      const owner = parentTree.get(field?.number('StructParent') ?? -1)
      if (!(ref instanceof Ref) || !field || owner === undefined)
        throw new SyntaxError('a link without structure')
      return { field, ref, owner }
    })
    return { page, owners, fields }
  })
}

/** Writes the structure of pages whose elements are there already. @param tops the elements right under the document
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function writeStructureTree(
  file: PdfFile,
  pages: readonly TaggedPage[],
  tops: readonly Value[],
): void {
  const [root, document] = [file.reserve(), file.reserve()]
  for (const top of tops) file.find(top, Dict)?.set('P', document)
  const numbers: Value[] = []
  let key = 0
  for (const { page, owners } of pages) {
    if (!owners) continue
    page.dict.set('StructParents', key)
    numbers.push(key++, file.add(file.list([...owners])))
  }
  for (const { field, owner } of pages.flatMap(({ fields }) => fields)) {
    field.set('StructParent', key)
    numbers.push(key++, owner)
  }
  file.set(document, file.dict({ Type: 'StructElem', S: 'Document', P: root, K: tops }))
  const tree = { Type: 'StructTreeRoot', K: document, ParentTree: file.add(file.dict({ Nums: numbers })) }
  file.set(root, file.dict({ ...tree, ParentTreeNextKey: key, RoleMap: roleMap }))
  file.catalog.set('StructTreeRoot', root)
}

/** Gives a file the tree of its pages. */
export function makeRoot(file: PdfFile, pages: readonly Page[]): void {
  const parent = file.reserve()
  file.trailer.set('Root', file.add(file.dict({ Type: 'Catalog', Pages: parent })))
  for (const { dict } of pages) dict.set('Parent', parent)
  file.set(parent, file.dict({ Type: 'Pages', Count: pages.length, Kids: pages.map(({ ref }) => ref) }))
}
