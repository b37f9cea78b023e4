import type { Kid, Tag } from '../accessible/structure.ts'
import { writeStructure } from '../accessible/write-structure.ts'
import type { PdfFile } from '../file/pdf-file.ts'
import { Dict, List, Name, Ref, Text } from '../file/values.ts'
import { labelPages } from '../finish/destinations.ts'
import { writeOutline } from '../finish/outline.ts'
import type { Edition } from './edition.ts'
import { pageOf } from './read-outline.ts'

export type Part = {
  /** Folios. */
  first: number
  last: number
  /** Where a link that leaves the part leads, by the name of its destination; null: nowhere. */
  outside(destination: string): string | null
}

/** Makes a file of some pages of a finished edition: their structure, bookmarks, destinations, links and page numbers go
 *  with them. Links to other pages lead outside, or become plain text. What nobody changes the two files share.
 *  @throws Error when the structure of those pages is not theirs alone */
export function takePages(
  { file, tops, bookmarks, destinations }: Edition,
  { first, last, outside }: Part,
): PdfFile {
  const part = file.variant()
  const parent = part.reserve()
  const pages = file.pages.slice(first - 1, last).map(({ ref, dict }) => {
    const own = dict.clone()
    for (const key of ['StructParents', 'Annots', 'Tabs']) own.delete(key)
    own.set('Parent', parent)
    part.set(ref, own)
    return { ref, dict: own, fields: dict.find('Annots', List)?.items ?? [] }
  })
  part.set(parent, part.dict({ Type: 'Pages', Count: pages.length, Kids: pages.map(({ ref }) => ref) }))

  const names = part.dict()
  for (const { ref } of pages) for (const [name, view] of destinations.get(ref) ?? []) names.set(name, view)
  const root = part.dict({ Type: 'Catalog', Pages: parent, Dests: part.add(names) })
  part.trailer.set('Root', part.add(root))

  /** Fields of links that lead nowhere. */
  const lost = new Set<Ref>()
  for (const { dict, fields } of pages) {
    const kept = fields.filter(ref => {
      const field = file.find(ref, Dict)
      if (!(ref instanceof Ref) || !field) throw new Error('a field without number')
      const link = moveLink(part, field, names, outside)
      if (link) part.set(ref, link)
      else lost.add(ref)
      return link !== null
    })
    if (kept.length > 0) dict.set('Annots', part.list(kept))
  }

  const own = tops.filter(top => top.last >= first && top.first <= last)
  const document: Tag = { kind: 'tag', role: 'Document', kids: own.flatMap(({ tag }) => moved(tag)) }
  writeStructure(part, { kind: 'tag', role: 'StructTreeRoot', kids: [document] }, pages)
  const kept = new Set(pages.map(({ ref }) => ref))
  const top = bookmarks.find(({ view }) => kept.has(pageOf(view)))
  if (top) writeOutline(part, [top], 'open')
  labelPages(part, first)
  return part

  function moved(kid: Kid): Kid[] {
    if (kid.kind === 'field') return lost.has(kid.ref) ? [] : [{ ...kid, page: kid.page - first + 1 }]
    if (kid.kind === 'piece') {
      if (kid.page < first - 1 || kid.page >= last)
        throw new Error(`page ${kid.page + 1} shares an element with page ${first}`)
      return [{ ...kid, page: kid.page - first + 1 }]
    }
    const kids = kid.kids.flatMap(moved)
    // A link that leads nowhere is words.
    return kid.role === 'Link' && !kids.some(({ kind }) => kind === 'field') ? kids : [{ ...kid, kids }]
  }
}

/** The field of a link as it leads on, or null when it leads nowhere.
 *  @param names the destinations of the part */
function moveLink(part: PdfFile, field: Dict, names: Dict, outside: Part['outside']): Dict | null {
  const link = field.clone()
  for (const key of ['StructParent', 'P', 'Dest']) link.delete(key)
  const destination = field.get('Dest')
  if (!(destination instanceof Name)) return link
  if (names.has(destination.text)) {
    link.set('Dest', destination)
    return link
  }
  const url = outside(destination.text)
  if (url === null) return null
  link.set('A', part.dict({ Type: 'Action', S: 'URI', URI: Text.ascii(url) }))
  return link
}
