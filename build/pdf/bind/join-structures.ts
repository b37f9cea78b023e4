import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../object/values.ts'
import { readTaggedPages, writeStructureTree } from './structure-tree.ts'

/** Makes one structure of those of the files that were joined: what stands in their documents stands in one.
 *  @throws SyntaxError when one of them is not tagged as the press does it
 *  @see ISO 32000-1 §14.7.2 to §14.7.4 */
export function joinStructures(file: PdfFile, catalogs: readonly Dict[]): void {
  const pages = catalogs.flatMap(catalog => readTaggedPages(file, catalog))
  writeStructureTree(
    file,
    pages,
    catalogs.flatMap(catalog => topsOf(file, catalog)),
  )
}

/** What stands right under the document of a catalog. */
function topsOf(file: PdfFile, catalog: Dict): Value[] {
  const document = catalog.need('StructTreeRoot', Dict).need('K', Dict)
  const kids = document.lookup('K')
  const tops = kids instanceof List ? kids.items : [document.get('K') ?? null]
  if (!tops.every(top => top instanceof Ref && file.find(top, Dict)))
    throw new SyntaxError('content at the top of a structure')
  return tops
}
