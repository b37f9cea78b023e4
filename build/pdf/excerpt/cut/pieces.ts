import { readTaggedPages, type TaggedPage } from '../../bind/structure-tree.ts'
import { unpack } from '../../object/packing.ts'
import type { Sides } from '../../object/pages.ts'
import type { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'

/** What the pieces of an excerpt are called: ids of their sheets, and the named destinations of the file that holds them. */
export const pieceName = {
  cover: 'extrait--couverture',
  /** The line that says how many fiches were chosen. */
  count: (fiches: number) => `extrait--compte-${fiches}`,
  contents: 'extrait--sommaire',
  family: (id: string) => `extrait--famille-${id}`,
  entry: (slug: string) => `extrait--fiche-${slug}`,
  /** A page of the sommaire or of the acronyms after their first: its foot alone. */
  rest: 'extrait--suite',
  acronyms: 'extrait--sigles',
  /** By rank in the kit's list, from 1. */
  acronym: (rank: number) => `extrait--sigle-${rank}`,
} as const

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

/** The first element with a role, in an element and all below it.
 *  @throws SyntaxError when there is none */
export function findElement(file: PdfFile, element: Value | undefined, role: string): Ref {
  const match = search(element)
  if (!match) throw new SyntaxError(`a piece without ${role}`)
  return match

  function search(value: Value | undefined): Ref | undefined {
    const dict = file.find(value, Dict)
    if (dict?.name('S') === role && value instanceof Ref) return value
    for (const kid of kidsOf(file, dict)) {
      const descendant = search(kid)
      if (descendant) return descendant
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
