import { readTaggedPages, type TaggedPage } from '../../bind/structure-tree.ts'
import { unpack } from '../../object/packing.ts'
import type { Sides } from '../../object/pages.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, type Value } from '../../object/values.ts'

/** A piece of the first or last pages: a page of the template. */
export type Piece = TaggedPage & {
  owners: readonly Value[]
  /** In pt, from the bottom left corner of its page. */
  box: Sides
  content: Uint8Array
}

/** Makes the function that gives the pieces of a template by their names.
 *  @param catalog of the template, in the joined file
 *  @throws SyntaxError when it is not what the press writes */
export function openPieces(file: PdfFile, catalog: Dict): (name: string) => Piece {
  const pages = new Map(readTaggedPages(file, catalog).map(tagged => [tagged.page.ref as Value, tagged]))
  const names = catalog.need('Dests', Dict)
  return name => {
    const tagged = pages.get(names.find(name, List)?.items[0] ?? null)
    const box = tagged?.page.box('ArtBox')
    const [content] = tagged?.page.contents ?? []
    if (!tagged || !box || !content) throw new SyntaxError(`the template has no ${name}`)
    return { ...tagged, box, content: unpack(content) }
  }
}
