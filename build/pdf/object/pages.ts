import { unpack } from './packing.ts'
import { type ByteSource, Dict, List, Ref, Stream, type Value } from './values.ts'

/** Left, bottom, right, top in points. */
export type Sides = [left: number, bottom: number, right: number, top: number]

/** A page of a file. @see ISO 32000-1 §7.7.3 */
export class Page {
  readonly ref: Ref
  readonly dict: Dict
  constructor(ref: Ref, dict: Dict) {
    this.ref = ref
    this.dict = dict
  }

  /** A box of the page; undefined when it has none. Neither Chromium nor the press writes one for several pages. */
  box(key: 'MediaBox' | 'CropBox' | 'BleedBox' | 'TrimBox' | 'ArtBox'): Sides | undefined {
    const numbers = this.dict.find(key, List)?.numbers() ?? []
    const [left = 0, bottom = 0, right = 0, top = 0] = numbers
    return numbers.length === 4 ? [left, bottom, right, top] : undefined
  }

  get height(): number {
    const [, bottom, , top] = this.box('MediaBox') ?? [0, 0, 0, 0]
    return top - bottom
  }

  get resources(): Dict | undefined {
    return this.dict.find('Resources', Dict)
  }

  /** Chromium and the press write one stream. */
  get stream(): Stream | undefined {
    return this.dict.find('Contents', Stream)
  }

  content(): Uint8Array {
    return this.stream ? unpack(this.stream) : new Uint8Array()
  }

  /** Annotations on it: the fields of links. */
  get annotations(): readonly Value[] {
    return this.dict.find('Annots', List)?.items ?? []
  }
}

export function readPages(file: ByteSource, catalog: Dict): Page[] {
  const pages: Page[] = []
  const seen = new Set<Ref>()
  const walk = (ref: Value | undefined): void => {
    const node = file.lookup(ref)
    if (!(ref instanceof Ref) || !(node instanceof Dict) || seen.has(ref))
      throw new SyntaxError('the tree of the pages is broken')
    seen.add(ref)
    const kids = node.find('Kids', List)
    if (kids) for (const kid of kids.items) walk(kid)
    else pages.push(new Page(ref, node))
  }
  walk(catalog.get('Pages'))
  return pages
}

/** The resources of all pages, and of the drawings and patterns in them. */
export function resourcesOf(file: { pages: readonly Page[] }): Dict[] {
  const visited = new Set<Dict>()
  const visit = (resources: Dict | undefined) => {
    if (!resources || visited.has(resources)) return
    visited.add(resources)
    for (const kind of ['XObject', 'Pattern']) {
      const drawings = resources.find(kind, Dict)
      for (const key of drawings?.keys() ?? [])
        visit(drawings?.find(key, Stream)?.dict.find('Resources', Dict))
    }
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
