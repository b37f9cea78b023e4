import { readPages } from '../object/pages.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../object/values.ts'
import { roleMap } from '../tag/roles.ts'

/** Makes one structure of those of the files that were joined: what stands in their documents stands in one.
 *  @throws SyntaxError when one of them is not tagged as the press does it
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function joinStructures(file: PdfFile, catalogs: readonly Dict[]): void {
  const [root, document] = [file.reserve(), file.reserve()]
  const kids: Value[] = []
  /** By page: the elements of its contents. */
  const contents: Value[] = []
  const fields: { field: Dict; owner: Value }[] = []
  for (const catalog of catalogs) {
    const own = catalog.need('StructTreeRoot', Dict)
    const former = own.need('K', Dict)
    const tops = former.lookup('K')
    for (const top of tops instanceof List ? tops.items : [former.get('K')]) {
      const element = file.find(top, Dict)
      if (!(top instanceof Ref) || !element) throw new SyntaxError('content at the top of a structure')
      element.set('P', document)
      kids.push(top)
    }
    const owners = readOwners(own)
    for (const { dict: page } of readPages(file, catalog)) {
      const owner = owners.get(page.number('StructParents') ?? -1)
      if (owner === undefined) throw new SyntaxError('a page without structure')
      page.set('StructParents', contents.length)
      contents.push(owner)
      for (const item of page.find('Annots', List)?.items ?? []) {
        const field = file.find(item, Dict)
        const owner = owners.get(field?.number('StructParent') ?? -1)
        if (!field || owner === undefined) throw new SyntaxError('a link without structure')
        fields.push({ field, owner })
      }
    }
  }
  const numbers: Value[] = contents.flatMap((owner, index) => [index, owner])
  for (const [index, { field, owner }] of fields.entries()) {
    field.set('StructParent', contents.length + index)
    numbers.push(contents.length + index, owner)
  }
  file.set(document, file.dict({ Type: 'StructElem', S: 'Document', P: root, K: kids }))
  file.set(
    root,
    file.dict({
      Type: 'StructTreeRoot',
      K: document,
      ParentTree: file.add(file.dict({ Nums: numbers })),
      ParentTreeNextKey: contents.length + fields.length,
      RoleMap: roleMap,
    }),
  )
  file.catalog.set('StructTreeRoot', root)
}

/** What the parent tree of a structure says of each key. */
function readOwners(root: Dict): Map<number, Value> {
  const numbers = root.need('ParentTree', Dict).need('Nums', List).items
  const owners = new Map<number, Value>()
  for (let index = 0; index + 1 < numbers.length; index += 2)
    owners.set(numbers[index] as number, numbers[index + 1] as Value)
  return owners
}
