import type { PdfFile } from '../file/pdf-file.ts'
import { Dict, List, Ref } from '../file/values.ts'
import type { Bookmark } from '../finish/outline.ts'
import type { View } from '../finish/views.ts'

/** The bookmarks of a finished edition. */
export function readOutline({ catalog }: PdfFile): Bookmark[] {
  const read = (parent: Dict | undefined): Bookmark[] => {
    const list: Bookmark[] = []
    let entry = parent?.find('First', Dict)
    while (entry) {
      list.push({
        title: entry.text('Title') ?? '',
        view: entry.need('Dest', List).items,
        under: read(entry),
      })
      entry = entry.find('Next', Dict)
    }
    return list
  }
  return read(catalog.find('Outlines', Dict))
}

/** The page that a view shows. */
export function pageOf(view: View): Ref {
  const [page] = view
  if (!(page instanceof Ref)) throw new Error('a view without page')
  return page
}
