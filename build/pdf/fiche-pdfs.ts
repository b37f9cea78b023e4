import { PDFDocument } from '@cantoo/pdf-lib'
import { sitePath, withBase } from '../../src/addresses.ts'
import { sequence } from '../../src/indexes/sequence.ts'
import type { FichePubliee, Kit } from '../../src/kit.ts'
import { readStructure } from './accessible/read-structure.ts'
import type { Tag } from './accessible/structure.ts'
import type { Pages } from './assemble.ts'
import { readOutline } from './extract/read-outline.ts'
import { type Edition, takePages } from './extract/take-pages.ts'
import { fichePdfName } from './fiche-pdf-name.ts'
import { describe } from './finish/describe.ts'
import { type Metadata, metadataOf } from './finish/metadata.ts'
import { save } from './finish/save.ts'
import { sweep } from './finish/sweep.ts'

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
  const edition = await openEdition(screen)
  const outside = createOutside(kit)
  const made: FichePdf[] = []
  for (const item of sequence(kit)) {
    if (item.kind !== 'fiche') continue
    signal?.throwIfAborted()
    const { fiche } = item
    const place = pages.documents.find(({ id }) => id === item.id)
    if (!place) throw new Error(`the edition does not hold the fiche ${fiche.slug}`)
    const pdf = await takePages(edition, { ...place, outside })
    pdf.setProducer(edition.pdf.getProducer() ?? '')
    const own = metadataOfFiche(kit, fiche, date)
    describe(pdf, own, `${edition.pdf.context.trailerInfo.ID} ${fiche.slug}`)
    sweep(pdf)
    made.push({
      fiche: fiche.slug,
      fileName: fichePdfName(kit, fiche),
      pages: place.last - place.first + 1,
      bytes: save(pdf),
    })
  }
  return made
}

async function openEdition(screen: Uint8Array): Promise<Edition> {
  const pdf = await PDFDocument.load(screen, { updateMetadata: false, parseSpeed: 1e9 })
  const [document] = readStructure(pdf)?.kids ?? []
  if (document?.kind !== 'tag') throw new Error('the edition is not tagged')
  const tops = document.kids.filter((kid): kid is Tag => kid.kind === 'tag')
  return { pdf, tops, bookmarks: readOutline(pdf) }
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
