import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import type { Bookmark } from '../finish/outline.ts'
import type { View } from '../finish/views.ts'

/** The bookmarks of a finished edition. */
export function readOutline({ catalog }: PDFDocument): Bookmark[] {
  const read = (parent: PDFDict | undefined): Bookmark[] => {
    const list: Bookmark[] = []
    let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict)
    while (entry) {
      list.push({
        title: entry.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText(),
        view: entry.lookup(PDFName.of('Dest'), PDFArray).asArray() as View,
        under: read(entry),
      })
      entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict)
    }
    return list
  }
  return read(catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict))
}

/** The page that a view shows. */
export function pageOf(view: View): PDFRef {
  const [page] = view
  if (!(page instanceof PDFRef)) throw new Error('a view without page')
  return page
}
