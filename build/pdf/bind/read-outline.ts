import { Dict, List } from '../object/values.ts'
import type { Bookmark } from './outline.ts'

/** The bookmarks that a catalog leads to. */
export function readOutline(catalog: Dict): Bookmark[] {
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
