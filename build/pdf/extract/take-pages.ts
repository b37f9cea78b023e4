import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFPage,
  PDFPageLeaf,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Field, Kid, Tag } from '../accessible/structure.ts'
import { piecesOf } from '../accessible/structure.ts'
import { writeStructure } from '../accessible/write-structure.ts'
import { labelPages } from '../finish/destinations.ts'
import { type Bookmark, writeOutline } from '../finish/outline.ts'
import type { View } from '../finish/views.ts'
import { createCopier } from './copy-objects.ts'
import { pageOf } from './read-outline.ts'

const name = (text: string) => PDFName.of(text)

/** A finished edition, read once for all that is taken from it. */
export type Edition = {
  pdf: PDFDocument
  /** What stands at the top of its document: one tag a document. */
  tops: readonly Tag[]
  bookmarks: readonly Bookmark[]
}

export type Part = {
  /** Folios. */
  first: number
  last: number
  /** Where a link that leaves the part leads, by the name of its destination; null: nowhere. */
  outside(destination: string): string | null
}

/** Makes a file of some pages of a finished edition: their structure, bookmarks, destinations, links and page numbers go
 *  with them. Links to other pages lead outside, or become plain text.
 *  @throws Error when the structure of those pages is not theirs alone */
export async function takePages(
  { pdf, tops, bookmarks }: Edition,
  { first, last, outside }: Part,
): Promise<PDFDocument> {
  const part = await PDFDocument.create({ updateMetadata: false })
  const { copyDict } = createCopier(pdf.context, part.context)
  const pages = pdf.getPages().slice(first - 1, last)
  const kept = new Set(pages.map(({ ref }) => ref))
  /** Old field → new one; null: it leads nowhere. */
  const fields = new Map<PDFRef, PDFRef | null>()

  const newPages = new Map<PDFRef, PDFRef>()
  for (const page of pages) {
    const dict = copyDict(page.node, ['Parent', 'StructParents', 'Annots', 'Tabs'])
    const leaf = PDFPageLeaf.fromMapWithContext(new Map(dict.entries()), part.context)
    const ref = part.context.register(leaf)
    newPages.set(page.ref, ref)
    part.addPage(PDFPage.of(leaf, ref, part))
  }
  const viewOf = (view: View): View => [newPages.get(pageOf(view)) as PDFRef, ...view.slice(1)]

  const destinations = PDFDict.withContext(part.context)
  const known = pdf.catalog.lookup(name('Dests'), PDFDict)
  for (const [key, value] of known.entries()) {
    const view = known.context.lookup(value, PDFArray).asArray() as View
    if (kept.has(pageOf(view))) destinations.set(key, part.context.obj(viewOf(view)))
  }
  part.catalog.set(name('Dests'), part.context.register(destinations))

  for (const page of pages) {
    const annotations: PDFRef[] = []
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      if (!(ref instanceof PDFRef)) throw new Error('a field without number')
      const field = pdf.context.lookup(ref, PDFDict)
      const link = copyDict(field, ['StructParent', 'P', 'Dest'])
      const destination = field.get(name('Dest'))
      if (destination instanceof PDFName) {
        if (destinations.has(destination)) link.set(name('Dest'), destination)
        else {
          const url = outside(destination.decodeText())
          if (url === null) {
            fields.set(ref, null)
            continue
          }
          link.set(name('A'), part.context.obj({ Type: 'Action', S: 'URI', URI: PDFString.of(url) }))
        }
      }
      const copied = part.context.register(link)
      fields.set(ref, copied)
      annotations.push(copied)
    }
    const leaf = part.context.lookup(newPages.get(page.ref), PDFDict)
    if (annotations.length > 0) leaf.set(name('Annots'), part.context.obj(annotations))
  }

  const own = tops.filter(top => [...piecesOf(top)].some(isKept))
  const document: Tag = { kind: 'tag', role: 'Document', kids: own.flatMap(moved) }
  writeStructure(part, { kind: 'tag', role: 'StructTreeRoot', kids: [document] })
  const top = bookmarks.find(({ view }) => kept.has(pageOf(view)))
  if (top) writeOutline(part, [movedBookmark(top)], 'open')
  labelPages(part, first)
  return part

  function isKept({ page }: { page: number }): boolean {
    return page >= first - 1 && page < last
  }

  function moved(kid: Kid): Kid[] {
    switch (kid.kind) {
      case 'tag': {
        const kids = kid.kids.flatMap(moved)
        // A link that leads nowhere is words.
        return kid.role === 'Link' && !kids.some(({ kind }) => kind === 'field') ? kids : [{ ...kid, kids }]
      }
      case 'piece':
        if (!isKept(kid)) throw new Error(`page ${kid.page + 1} shares an element with page ${first}`)
        return [{ ...kid, page: kid.page - first + 1 }]
      case 'field': {
        const ref = fields.get(kid.ref)
        return ref ? [{ kind: 'field', page: kid.page - first + 1, ref } satisfies Field] : []
      }
      default:
        return kid satisfies never
    }
  }

  function movedBookmark({ title, view, under }: Bookmark): Bookmark {
    return { title, view: viewOf(view), under: under.map(movedBookmark) }
  }
}
