import { readStructure } from '../accessible/read-structure.ts'
import { piecesOf, type Tag } from '../accessible/structure.ts'
import { PdfFile } from '../file/pdf-file.ts'
import { Dict, List, type Ref } from '../file/values.ts'
import type { Bookmark } from '../finish/outline.ts'
import { pageOf, readOutline } from './read-outline.ts'

/** A finished edition, read once for all that is taken from it. */
export type Edition = {
  file: PdfFile
  /** What stands at the top of its document, and on which pages: one tag a document. */
  tops: readonly { tag: Tag; first: number; last: number }[]
  bookmarks: readonly Bookmark[]
  /** Page → the names of its destinations, and their views. */
  destinations: ReadonlyMap<Ref, [name: string, view: List][]>
}

/** @throws Error when the file is not tagged */
export function openEdition(screen: Uint8Array): Edition {
  const file = PdfFile.open(screen)
  const [document] = readStructure(file)?.kids ?? []
  if (document?.kind !== 'tag') throw new Error('the edition is not tagged')
  const tops = document.kids
    .filter(kid => kid.kind === 'tag')
    .map(tag => {
      let [first, last] = [Number.POSITIVE_INFINITY, 0]
      for (const { page } of piecesOf(tag)) {
        first = Math.min(first, page + 1)
        last = Math.max(last, page + 1)
      }
      return { tag, first, last }
    })
  const names = file.catalog.find('Dests', Dict)
  const destinations = new Map<Ref, [name: string, view: List][]>()
  for (const name of names?.keys() ?? []) {
    const view = names?.find(name, List)
    if (!view) continue
    const page = pageOf(view.items)
    const known = destinations.get(page)
    if (known) known.push([name, view])
    else destinations.set(page, [[name, view]])
  }
  return { file, tops, bookmarks: readOutline(file), destinations }
}
