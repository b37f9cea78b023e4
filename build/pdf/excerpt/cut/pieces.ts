import { readTaggedPages, type TaggedPage } from '../../bind/structure-tree.ts'
import { unpack } from '../../object/packing.ts'
import type { Sides } from '../../object/pages.ts'
import { PdfFile } from '../../object/pdf-file.ts'
import { Dict, List, Ref, type Value } from '../../object/values.ts'

/** A piece of the first or last pages: a page of the template. */
export type ExcerptPiece = TaggedPage & {
  owners: readonly Value[]
  /** In pt. */
  height: number
  content: Uint8Array
}

/** Makes the function that gives the pieces of a template by their names. */
export function openPieces(file: PdfFile, catalog: Dict): (name: string) => ExcerptPiece {
  const pages = new Map(readTaggedPages(file, catalog).map(tagged => [tagged.page.ref as Value, tagged]))
  const names = catalog.need('Dests', Dict)
  return name => {
    const tagged = pages.get(names.find(name, List)?.items[0] ?? null)
    const box = tagged?.page.box('ArtBox')
    const content = tagged?.page.stream
    if (!tagged || !box || !content) throw new SyntaxError(`the template has no ${name}`)
    return { ...tagged, height: heightOf(box), content: unpack(content) }
  }
}

/** The heights of all pieces of a template, in pt, by their names. */
export function pieceHeights(template: Uint8Array): Record<string, number> {
  const file = PdfFile.open(template)
  const pages = new Map(file.pages.map(page => [page.ref as Value, page]))
  return Object.fromEntries(
    [...file.catalog.need('Dests', Dict).entries].flatMap(([key, view]) => {
      const box = pages.get(file.find(view, List)?.items[0] ?? null)?.box('ArtBox')
      return box ? [[key, heightOf(box)]] : []
    }),
  )
}

const heightOf = ([, bottom, , top]: Sides) => top - bottom

export function findElement(file: PdfFile, element: Value | undefined, role: string): Ref {
  const queue = [element]
  for (const value of queue) {
    const dict = file.find(value, Dict)
    if (dict?.name('S') === role && value instanceof Ref) return value
    queue.push(...kidsOf(file, dict))
  }
  throw new SyntaxError(`a piece without ${role}`)
}

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
