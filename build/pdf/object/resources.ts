import type { PdfFile } from './pdf-file.ts'
import { Dict, Ref, Stream } from './values.ts'

/** The resources of all pages, and of the drawings and patterns in them. */
export function resourcesOf(file: PdfFile): Dict[] {
  const visited = new Set<Dict>()
  const visit = (resources: Dict | undefined) => {
    if (!resources || visited.has(resources)) return
    visited.add(resources)
    for (const kind of ['XObject', 'Pattern'])
      for (const entry of resources.find(kind, Dict)?.values() ?? [])
        visit(file.find(entry, Stream)?.dict.find('Resources', Dict))
  }
  for (const page of file.pages) visit(page.resources)
  return [...visited]
}

/** The fonts in the resources of a file, in the order in which they are met. */
export function fontsOf(all: readonly Dict[]): Ref[] {
  const fonts = new Set<Ref>()
  for (const resources of all)
    for (const font of resources.find('Font', Dict)?.values() ?? []) if (font instanceof Ref) fonts.add(font)
  return [...fonts]
}
