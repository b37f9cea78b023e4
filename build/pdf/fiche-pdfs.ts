import { createHash } from 'node:crypto'
import pMap from 'p-map'
import { sitePath, withBase } from '../../src/addresses.ts'
import { sequence } from '../../src/indexes/sequence.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { type Cache, kept } from '../store/cache.ts'
import { describe } from './bind/describe.ts'
import { labelPages } from './bind/destinations.ts'
import { fichePdfName } from './bind/fiche-pdf-name.ts'
import { type Metadata, metadataOf } from './bind/metadata.ts'
import { writeOutline } from './bind/outline.ts'
import { readOutline } from './bind/read-outline.ts'
import { PdfFile } from './object/pdf-file.ts'
import { takeSignatures } from './object/signatures.ts'
import { writeFile } from './object/write-file.ts'
import type { FinishedPart } from './print-parts.ts'
import { leadOutside } from './tag/links.ts'

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
  /** The finished documents of the kit. */
  parts: readonly FinishedPart[]
  cache: Cache
  /** The edition's date, ISO 8601. */
  date: string
  signal?: AbortSignal | undefined
}

/** One PDF for each printed fiche, with the pages and the page numbers that it has in the kit. Nothing is paged or printed
 *  again. The same documents give the same bytes.
 *  @throws Error when a fiche of the kit is not among them */
export async function makeFichePdfs({
  kit,
  parts,
  cache,
  date,
  signal,
}: FichePdfsInput): Promise<FichePdf[]> {
  const addresses = addressesOf(kit)
  const written = JSON.stringify([...addresses])
  // Once: it gathers the keywords of all fiches.
  const ofKit = metadataOf(kit, date)
  const fiches = sequence(kit).flatMap(item => (item.kind === 'fiche' ? item : []))
  const make = async ({ id, fiche }: (typeof fiches)[number]): Promise<FichePdf> => {
    signal?.throwIfAborted()
    const part = parts.find(part => part.id === id)
    if (!part) throw new Error(`the edition does not hold the fiche ${fiche.slug}`)
    const metadata = metadataOfFiche(ofKit, fiche)
    const described = JSON.stringify([metadata, part.first])
    const bytes = await kept(cache, 'pdf-fiche', [part.key, described, written], () =>
      makeFichePdf(part, metadata, addresses),
    )
    return { fiche: fiche.slug, fileName: fichePdfName(kit, fiche), pages: part.count, bytes }
  }
  // While one is being packed, on other threads, the next is made.
  return pMap(fiches, make, { concurrency: 4 })
}

async function makeFichePdf(
  { finished, first }: FinishedPart,
  metadata: Metadata,
  addresses: ReadonlyMap<string, string>,
): Promise<Uint8Array> {
  const file = PdfFile.open(finished)
  takeSignatures(file)
  leadOutside(file, destination => {
    const [id = '', ...anchor] = destination.split('--')
    const address = addresses.get(id)
    return address === undefined ? null : address + (anchor.length > 0 ? `#${anchor.join('--')}` : '')
  })
  writeOutline(file, readOutline(file.catalog), 'open')
  labelPages(file, first)
  const producer = file.infos[0]?.text('Producer') ?? ''
  const fingerprint = createHash('sha256').update(finished).digest('hex')
  describe(file, metadata, { fingerprint, producer })
  return writeFile(file, { version: '1.7', objects: 'packed' })
}

/** The site's address of each item; none when the kit has no site. */
function addressesOf(kit: Kit): Map<string, string> {
  const { url } = kit.site
  if (url === null) return new Map()
  return new Map(sequence(kit).map(item => [item.id, new URL(withBase(sitePath(item), kit), url).href]))
}

function metadataOfFiche(ofKit: Metadata, fiche: FichePubliee): Metadata {
  return {
    ...ofKit,
    title: `${fiche.titre} (${ofKit.title}, fiche ${fiche.numero})`,
    subject: fiche.resume || null,
    keywords: fiche.mots_cles,
  }
}
