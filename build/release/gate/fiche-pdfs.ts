import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PDFiumDocument } from '@hyzyla/pdfium'
import { onlineAddress } from '../../../src/addresses.ts'
import { publishedFiches } from '../../../src/indexes/published.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { count, fault, type Look } from '../../../src/problems/finding.ts'
import { actsIn } from '../../judge/audit/checks/safety.ts'
import { type PdfPage, type PdfText, readPdf, type StructureNode } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { orUnreadable } from '../../judge/audit/read/unreadable.ts'
import { openPdfium } from '../../judge/open-pdfium.ts'
import { readArtefact } from '../manifest.ts'
import type { Edition } from './edition.ts'

/** The PDF of each fiche has the very pages of the kit, to the pixel, the tag and the bookmark, and calls them by their numbers
 *  there; a link that leaves the fiche goes to the same place on the site. */
export async function* judgeFichePdfs({ material, dir, manifest }: Edition): Look {
  const { kit, pdf, signal } = material
  const whole = await pdf()
  const documents = pdfDocuments(whole, kit)
  const addresses = new Map(sequence(kit).map(item => [item.id, onlineAddress(item, kit)]))
  const artefacts = manifest.artefacts.filter(({ role }) => role === 'pdf-fiche')
  for (const { slug, titre } of publishedFiches(kit))
    if (!artefacts.some(({ fiche }) => fiche === slug))
      yield fault('PDF des fiches', `« ${titre} » n’a pas de PDF.`)
  using pdfium = await openPdfium()
  using kitDrawn = await pdfium.open(await readArtefact(dir, manifest, 'pdf-ecran'))
  for (const { path, fiche } of artefacts) {
    const bytes = await readFile(join(dir, path))
    const file = await orUnreadable(path, () => readPdf(bytes, signal))
    const wanted = documents.find(({ item }) => item.id === fiche)?.pages ?? []
    const first = wanted[0]?.number ?? 1
    if (file.pages.length !== wanted.length)
      yield fault(path, `${count(file.pages.length, 'page')} au lieu de ${wanted.length}.`)
    if (bookmarksOf(file, 1, file.pages.length) !== bookmarksOf(whole, first, first + wanted.length - 1))
      yield fault(path, 'Ses signets ne sont pas ceux que la fiche a dans le kit.')
    yield* actsIn(path, file)
    using drawn = await pdfium.open(bytes)
    for (const [index, page] of wanted.entries()) {
      const copy = file.pages[index]
      const say = (message: string) => fault(`${path}, page ${index + 1}`, message)
      const label = file.labels?.[index]
      if (label !== String(page.number))
        yield say(`Elle s’appelle « ${label ?? index + 1} » au lieu de « ${page.number} ».`)
      if (!copy) continue
      if (copy.text !== page.text || copy.artefacts !== page.artefacts) {
        yield say(`Ce n’est pas la page ${page.number} du kit.`)
        continue
      }
      if (tagsOf(copy) !== tagsOf(page))
        yield say(`Ses balises ne sont pas celles de la page ${page.number} du kit.`)
      if (linksOf(copy, file.pages, addresses) !== linksOf(page, wanted, addresses))
        yield say(`Ses liens ne mènent pas où mènent ceux de la page ${page.number} du kit.`)
      if ((await pixels(drawn, index)).compare(await pixels(kitDrawn, page.number - 1)) !== 0)
        yield say(`Elle n’a pas l’aspect de la page ${page.number} du kit.`)
    }
  }
  return `${count(artefacts.length, 'PDF', 'PDF')} d’une fiche, page par page : texte, aspect, balises, liens, signets et numéros sont ceux du kit`
}

/** Fine enough for a line of text: a page is the same or is not. */
const SCALE = 40 / 72

async function pixels(document: PDFiumDocument, index: number): Promise<Buffer> {
  const { data, width, height } = await document.getPage(index).render({ scale: SCALE, render: 'bitmap' })
  return Buffer.concat([Buffer.from(`${width}×${height}`), data])
}

/** A link that has nowhere to go becomes words. */
function tagsOf({ structure }: PdfPage): string {
  const plain = ({ role, alt, text, children }: StructureNode): unknown => [
    role === 'Link' ? 'Span' : role,
    alt,
    text,
    // The mark of a link’s field is no tag.
    children
      .filter(({ role, text, children }) => role !== '' || text !== '' || children.length > 0)
      .map(plain),
  ]
  return JSON.stringify(structure && plain(structure))
}

/** Where the links of a page lead, as they read: within the fiche by its pages, to other documents on the site.
 *  @param own pages of the kit that are the fiche's. @param addresses document → its address; without one the link becomes words */
function linksOf(
  { links }: PdfPage,
  own: readonly PdfPage[],
  addresses: ReadonlyMap<string, string | null>,
): string {
  const first = own[0]?.number ?? 1
  return links
    .flatMap(({ to, contents }) => {
      if (to === null) return []
      if ('url' in to) return [`${contents} : ${to.url}`]
      if (own.some(({ number }) => number === to.page)) return [`${contents} : ${to.page - first + 1}`]
      const [id = '', ...anchor] = (to.name ?? '').split('--')
      const address = addresses.get(id) ?? null
      return address === null ? [] : [`${contents} : ${[address, ...anchor].join(anchor[0] ? '#' : '')}`]
    })
    .join('\n')
}

/** The bookmarks of pages, counted from the first of them. */
const bookmarksOf = ({ outline }: PdfText, first: number, last: number): string =>
  outline
    .filter(({ page }) => page !== null && page >= first && page <= last)
    .map(({ title, depth, page, top }) => `${depth} ${title} ${(page ?? 0) - first + 1} ${top}`)
    .join('\n')
