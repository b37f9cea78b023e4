import type { Page } from '../object/pages.ts'
import type { PdfFile } from '../object/pdf-file.ts'

/** Gives a file the tree of its pages. */
export function makeRoot(file: PdfFile, pages: readonly Page[]): void {
  const parent = file.reserve()
  file.trailer.set('Root', file.add(file.dict({ Type: 'Catalog', Pages: parent })))
  for (const { dict } of pages) dict.set('Parent', parent)
  file.set(parent, file.dict({ Type: 'Pages', Count: pages.length, Kids: pages.map(({ ref }) => ref) }))
}
