import pMap from 'p-map'
import { type FichePubliee, itemsOf, type Kit } from '../../src/kit/index.ts'
import { type Cache, kept, sha256 } from '../ground/index.ts'
import { describe, type Metadata, metadataOf } from './bind/describe.ts'
import { leadOutside } from './bind/lead-outside.ts'
import { labelPages, readOutline, writeOutline } from './bind/navigation.ts'
import { addressesOf } from './excerpt/sheets.ts'
import { PdfFile } from './object/pdf-file.ts'
import { Dict } from './object/values.ts'
import { writeFile } from './object/write-file.ts'
import type { FinishedPart } from './print-parts.ts'

export type FichePdf = {
  /** `08-commande-publique.pdf` */
  fileName: string
  bytes: Uint8Array
}

type FichePdfsInput = {
  kit: Kit
  parts: readonly FinishedPart[]
  cache: Cache
  /** The edition's date, ISO 8601. */
  date: string
  signal?: AbortSignal | undefined
}

/** Makes one PDF of each printed fiche, with its pages and page numbers in the kit. Nothing is paged or printed again. */
export async function makeFichePdfs(input: FichePdfsInput): Promise<FichePdf[]> {
  const { kit, parts, cache, date, signal } = input
  const addresses = new Map(Object.entries(addressesOf(kit)))
  const addressList = JSON.stringify([...addresses])
  // Once: it gathers the keywords of all fiches.
  const ofKit = metadataOf(kit, date)
  const fiches = itemsOf(kit).flatMap(item => (item.kind === 'fiche' ? item : []))
  const make = async ({ id, fiche }: (typeof fiches)[number]): Promise<FichePdf> => {
    signal?.throwIfAborted()
    const part = parts.find(part => part.id === id)
    if (!part) throw new Error(`the edition does not hold the fiche ${fiche.slug}`)
    const metadata = {
      ...ofKit,
      title: `${fiche.titre} (${ofKit.title}, fiche ${fiche.numero})`,
      subject: fiche.resume || null,
      keywords: fiche.mots_cles,
    }
    const description = JSON.stringify([metadata, part.first])
    const bytes = await kept(cache, 'pdf-fiche', [part.key, description, addressList], () =>
      makeFichePdf(part, metadata, addresses),
    )
    return { fileName: fichePdfName(kit, fiche), bytes }
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
  const here = file.catalog.find('Dests', Dict)
  leadOutside(file, file.catalog, file.pages, { here, addresses })
  writeOutline(file, readOutline(file.catalog), 'open')
  labelPages(file, [{ count: file.pages.length, first }])
  describe(file, metadata, sha256(finished))
  return writeFile(file, { version: '1.7', objects: 'packed' })
}

/** `08-commande-publique.pdf`: numbers as wide as the kit's widest, so that a folder lists them in order. */
export function fichePdfName(kit: Kit, { numero, slug }: Pick<FichePubliee, 'numero' | 'slug'>): string {
  const width = Math.max(2, ...kit.fiches.map(fiche => String(fiche.numero).length))
  return `${String(numero).padStart(width, '0')}-${slug}.pdf`
}
