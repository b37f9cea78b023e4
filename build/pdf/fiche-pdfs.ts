import { sitePath, withBase } from '../../src/addresses.ts'
import { sequence } from '../../src/indexes/sequence.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import type { Pages } from './assemble.ts'
import { openEdition } from './extract/edition.ts'
import { takePages } from './extract/take-pages.ts'
import { fichePdfName } from './fiche-pdf-name.ts'
import { Dict, List } from './file/values.ts'
import { writeFile } from './file/write-file.ts'
import { describe } from './finish/describe.ts'
import { type Metadata, metadataOf } from './finish/metadata.ts'

export type FichePdf = {
  /** Slug of the fiche. */
  fiche: string
  /** `08-commande-publique.pdf` */
  fileName: string
  pages: number
  bytes: Uint8Array
}

export type FichePdfsInput = {
  kit: Kit
  /** The finished screen PDF of the kit. */
  screen: Uint8Array
  /** Where each document is in it. */
  pages: Pick<Pages, 'documents'>
  /** The edition's date, ISO 8601. */
  date: string
  signal?: AbortSignal | undefined
}

/** One PDF for each printed fiche, with the pages and the page numbers that it has in the kit. Nothing is paged or printed
 *  again. The same edition gives the same bytes.
 *  @throws Error when the edition does not hold a fiche of the kit */
export async function makeFichePdfs({
  kit,
  screen,
  pages,
  date,
  signal,
}: FichePdfsInput): Promise<FichePdf[]> {
  const edition = openEdition(screen)
  const producer = edition.file.trailer.find('Info', Dict)?.text('Producer') ?? ''
  const origin = String(edition.file.trailer.find('ID', List)?.items[0])
  const places = new Map(pages.documents.map(document => [document.id, document]))
  const outside = createOutside(kit)
  const made: FichePdf[] = []
  for (const item of sequence(kit)) {
    if (item.kind !== 'fiche') continue
    signal?.throwIfAborted()
    const { fiche } = item
    const place = places.get(item.id)
    if (!place) throw new Error(`the edition does not hold the fiche ${fiche.slug}`)
    const part = takePages(edition, { ...place, outside })
    const own = metadataOfFiche(kit, fiche, date)
    describe(part, own, { fingerprint: `${origin} ${fiche.slug}`, producer })
    made.push({
      fiche: fiche.slug,
      fileName: fichePdfName(kit, fiche),
      pages: place.last - place.first + 1,
      bytes: await writeFile(part, { version: '1.7', objects: 'packed' }),
    })
  }
  return made
}

/** The site's address of a place of the kit, or null when the kit has no site. */
function createOutside(kit: Kit): (destination: string) => string | null {
  const items = new Map(sequence(kit).map(item => [item.id, item]))
  return destination => {
    const [id = '', ...anchor] = destination.split('--')
    const item = items.get(id)
    if (kit.site.url === null || !item) return null
    const path = withBase(sitePath(item), kit)
    const fragment = anchor.length > 0 ? `#${anchor.join('--')}` : ''
    return new URL(path, kit.site.url).href + fragment
  }
}

function metadataOfFiche(kit: Kit, fiche: FichePubliee, date: string): Metadata {
  return {
    ...metadataOf(kit, date),
    title: `${fiche.titre} (${kit.titre}, fiche ${fiche.numero})`,
    subject: fiche.resume || null,
    keywords: fiche.mots_cles,
  }
}
