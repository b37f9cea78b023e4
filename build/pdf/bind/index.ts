import type { Cache } from '../../store/cache.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { Dict, name } from '../object/values.ts'
import { writeFile } from '../object/write-file.ts'
import { describe } from './describe.ts'
import { labelPages } from './destinations.ts'
import { joinStructures } from './join-structures.ts'
import type { Metadata } from './metadata.ts'
import { type BookmarkedDocument, tellApart, writeOutline } from './outline.ts'
import { readOutline } from './read-outline.ts'
import { shareResources } from './share-resources.ts'

export type Binding = {
  /** By document: what its bookmark is called when its title is another's. */
  documents: readonly BookmarkedDocument[]
  metadata: Metadata
  /** What the edition is made from, hashed: its identifier. */
  fingerprint: string
}

/** The screen PDF (PDF/UA-1) from its documents, each finished alone: one run of pages, one structure, one outline, one list of
 *  destinations, one font of each. The same documents and binding give the same bytes.
 *  @param cache where fonts made of subsets are kept
 *  @throws SyntaxError when one of them is not what `finish` writes */
export async function bind(
  finished: readonly Uint8Array[],
  { documents, metadata, fingerprint }: Binding,
  cache: Cache,
): Promise<Uint8Array> {
  const file = PdfFile.join(finished)
  const parent = file.reserve()
  file.trailer.set('Root', file.add(file.dict({ Type: 'Catalog', Pages: parent })))
  for (const { dict } of file.pages) dict.set('Parent', parent)
  file.set(
    parent,
    file.dict({ Type: 'Pages', Count: file.pages.length, Kids: file.pages.map(({ ref }) => ref) }),
  )
  await shareResources(file, cache)
  joinStructures(file)
  const names = file.dict()
  for (const catalog of file.catalogs) {
    const own = catalog.find('Dests', Dict)
    for (const key of own?.keys() ?? []) names.set(key, own?.get(key) ?? null)
  }
  file.catalog.set('Dests', file.add(names))
  const bookmarks = file.catalogs.flatMap(readOutline)
  writeOutline(file, tellApart(bookmarks, documents))
  labelPages(file, 1)
  file.catalog.set('PageMode', name('UseOutlines'))
  const producer = file.infos[0]?.text('Producer') ?? ''
  describe(file, metadata, { fingerprint, producer })
  return writeFile(file, { version: '1.7', objects: 'packed' })
}
