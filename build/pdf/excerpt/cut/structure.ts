import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'
import { roleMap } from '../../tag/roles.ts'
import type { SetPage } from './set-page.ts'

/** The first element with a role, in an element and all below it.
 *  @throws SyntaxError when there is none */
export function findElement(file: PdfFile, element: Value | undefined, role: string): Ref {
  const found = search(element)
  if (!found) throw new SyntaxError(`a piece without ${role}`)
  return found

  function search(value: Value | undefined): Ref | undefined {
    const dict = file.find(value, Dict)
    if (dict?.name('S') === role && value instanceof Ref) return value
    for (const kid of kidsOf(file, dict)) {
      const found = search(kid)
      if (found) return found
    }
    return undefined
  }
}

/** What an element holds. */
export function kidsOf(file: PdfFile, element: Dict | undefined): readonly Value[] {
  const kids = element?.get('K')
  return file.find(kids, List)?.items ?? (kids === undefined ? [] : [kids])
}

/** A new element around others, or none at all. */
export function makeElement(file: PdfFile, role: string, kids: readonly Ref[]): Ref {
  const ref = file.reserve()
  for (const kid of kids) file.find(kid, Dict)?.set('P', ref)
  file.set(ref, file.dict({ Type: 'StructElem', S: role, K: kids }))
  return ref
}

/** Writes the structure of pages whose elements are there already: their document, the parent tree, the role map.
 *  @param tops what stands right under the document
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function writeStructure(file: PdfFile, pages: readonly SetPage[], tops: readonly Ref[]): void {
  const document = makeElement(file, 'Document', tops)
  const root = file.reserve()
  file.find(document, Dict)?.set('P', root)
  const numbers: Value[] = []
  let key = 0
  for (const { page, owners } of pages) {
    if (owners.length === 0) continue
    page.dict.set('StructParents', key)
    numbers.push(key++, file.add(file.list([...owners])))
  }
  for (const { field, owner } of pages.flatMap(({ fields }) => fields)) {
    field.set('StructParent', key)
    numbers.push(key++, owner)
  }
  const tree = { Type: 'StructTreeRoot', K: document, ParentTree: file.add(file.dict({ Nums: numbers })) }
  file.set(root, file.dict({ ...tree, ParentTreeNextKey: key, RoleMap: roleMap }))
  file.catalog.set('StructTreeRoot', root)
}
