import { unpack } from '../../object/packing.ts'
import { type Page, readPages, type Sides } from '../../object/pages.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'

/** A piece of the first or last pages: a page of the template. */
export type Piece = {
  page: Page
  /** In pt, from the bottom left corner of its page. */
  box: Sides
  content: Uint8Array
  /** The element of each MCID; none where nothing stands. */
  owners: readonly Value[]
  /** Its fields, each with its element. */
  fields: { field: Dict; ref: Ref; owner: Value }[]
}

/** Makes the function that gives the pieces of a template by their names.
 *  @param catalog of the template, in the joined file
 *  @throws SyntaxError when it is not what the press writes */
export function openPieces(file: PdfFile, catalog: Dict): (name: string) => Piece {
  const pages = new Map(readPages(file, catalog).map(page => [page.ref, page]))
  const names = catalog.need('Dests', Dict)
  const ownersOf = readOwners(catalog)
  return name => {
    const ref = names.find(name, List)?.items[0]
    const page = ref instanceof Ref ? pages.get(ref) : undefined
    const box = page?.box('ArtBox')
    const [content] = page?.contents ?? []
    if (!page || !box || !content) throw new SyntaxError(`the template has no ${name}`)
    return { page, box, content: unpack(content), ...ownedBy(file, page, ownersOf) }
  }
}

/** What the elements of a page are, and of its fields.
 *  @throws SyntaxError when a link is not tagged */
export function ownedBy(
  file: PdfFile,
  page: Page,
  ownersOf: (key: number | undefined) => Value | undefined,
): Pick<Piece, 'owners' | 'fields'> {
  const owners = file.find(ownersOf(page.dict.number('StructParents')), List)?.items ?? []
  const fields = (page.dict.find('Annots', List)?.items ?? []).map(ref => {
    const field = file.find(ref, Dict)
    const owner = ownersOf(field?.number('StructParent'))
    if (!(ref instanceof Ref) || !field || owner === undefined)
      throw new SyntaxError('a link without structure')
    return { field, ref, owner }
  })
  return { owners, fields }
}

/** What the parent tree of a catalog says of each key. @see ISO 32000-1 §14.7.4.4 */
export function readOwners(catalog: Dict): (key: number | undefined) => Value | undefined {
  const numbers = catalog.need('StructTreeRoot', Dict).need('ParentTree', Dict).need('Nums', List).items
  const owners = new Map<number, Value>()
  for (let index = 0; index + 1 < numbers.length; index += 2)
    owners.set(numbers[index] as number, numbers[index + 1] as Value)
  return key => (key === undefined ? undefined : owners.get(key))
}
