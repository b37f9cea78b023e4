import { readPages } from '../object/pages.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, name, Ref, type Value } from '../object/values.ts'
import { writeFile } from '../object/write-file.ts'
import { describe, type Metadata } from './describe.ts'
import { type BookmarkedDocument, labelPages, readOutline, tellApart, writeOutline } from './navigation.ts'
import { shareResources } from './share-resources.ts'
import { makeRoot, readTaggedPages, writeStructureTree } from './structure-tree.ts'

export type Binding = {
  /** By document: name of its bookmark when its title is another's. */
  documents: readonly BookmarkedDocument[]
  metadata: Metadata
  /** Hash of all that the edition is made from: its identifier. */
  fingerprint: string
}

type Bound = {
  screen: Uint8Array
  /** The pieces of an excerpt, with the fonts of the edition, which it names and does not hold. */
  template: Uint8Array | null
}

/** Joins finished documents into the screen PDF (PDF/UA-1), with one structure, one outline and one copy of each font.
 *  @param template the finished pieces of excerpts: the edition's fonts hold their letters too; null: none is set of it */
export async function bind(
  finished: readonly Uint8Array[],
  template: Uint8Array | null,
  { documents, metadata, fingerprint }: Binding,
): Promise<Bound> {
  const file = PdfFile.join(template ? [...finished, template] : finished)
  const catalogs = file.catalogs.slice(0, finished.length)
  const pieces = file.catalogs[finished.length]
  const united = await shareResources(file)
  const pages = catalogs.flatMap(catalog => readPages(file, catalog))
  makeRoot(file, pages)
  writeStructureTree(
    file,
    catalogs.flatMap(catalog => readTaggedPages(file, catalog)),
    catalogs.flatMap(catalog => topsOf(file, catalog)),
  )
  const names = file.dict()
  for (const catalog of catalogs) {
    for (const [key, view] of catalog.find('Dests', Dict)?.entries ?? []) names.set(key, view)
  }
  file.catalog.set('Dests', file.add(names))
  const bookmarks = catalogs.flatMap(readOutline)
  writeOutline(file, tellApart(bookmarks, documents))
  labelPages(file, [{ count: pages.length, first: 1 }])
  file.catalog.set('PageMode', name('UseOutlines'))
  describe(file, metadata, fingerprint)
  const screen = await writeFile(file, { version: '1.7', objects: 'packed' })
  return { screen, template: pieces ? await writeTemplate(file, pieces, united) : null }
}

/** The pieces alone. The edition is written: of its fonts only the names are left. */
function writeTemplate(file: PdfFile, catalog: Dict, fonts: ReadonlySet<Ref>): Promise<Uint8Array> {
  for (const font of fonts) {
    const name = file.find(font, Dict)?.get('BaseFont')
    file.set(font, file.dict({ Type: 'Font', BaseFont: name }))
  }
  file.trailer.delete('Info')
  file.trailer.delete('ID')
  file.trailer.set('Root', file.add(catalog))
  return writeFile(file, { version: '1.7', objects: 'packed' })
}

function topsOf(file: PdfFile, catalog: Dict): Value[] {
  const document = catalog.need('StructTreeRoot', Dict).need('K', Dict)
  const kids = document.lookup('K')
  const tops = kids instanceof List ? kids.items : [document.get('K') ?? null]
  if (!tops.every(top => top instanceof Ref && file.find(top, Dict)))
    throw new SyntaxError('content at the top of a structure')
  return tops
}
