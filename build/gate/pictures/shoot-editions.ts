import { sequence } from '../../../src/kit/index.ts'
import { addressOf, servedAt } from '../../../src/text/index.ts'
import { type Files, sha256 } from '../../ground/index.ts'
import { type Page, PdfFile } from '../../pdf/index.ts'
import type { Editions } from '../check.ts'
import { find, textOf } from '../read/html.ts'
import { openPdfium, type PdfPage } from '../read/pdf.ts'
import { pdfDocuments, titleOf } from '../read/pdf-documents.ts'
import { type SiteText, servedFiles } from '../read/site.ts'
import { styleOf } from '../read/style.ts'
import type { Shot } from './baselines.ts'
import { encode } from './compare.ts'
import { asPictured, fingerprintOfWords, type ShotPlace, shootPages } from './studio.ts'

/** Photographs the three editions: every page of the PDF, the kinds of pages of the site, the chapters of the book.
 *  @param pdfBytes the PDF that `editions` reads */
export async function shootEditions(editions: Editions, pdfBytes: Uint8Array): Promise<Shot[]> {
  const { site, epub, browser, signal } = editions
  const [pages, book, press] = [await site(), await epub(), await browser()]
  const siteFiles = asPictured(await servedFiles(pages))
  const shoot = (edition: 'site' | 'epub', files: Files, places: readonly ShotPlace[]) =>
    shootPages({ edition, files, places, browser: press, signal })
  const shootInBrowser = async () => [
    ...(await shoot('site', siteFiles, sitePlaces(editions.kit.titre, pages))),
    ...(await shoot('epub', book.files, chapterPlaces(editions, book.folder))),
  ]
  // PDFium draws while the browser does.
  const shots = await Promise.all([shootPdf(pdfBytes, await pagePlaces(editions), signal), shootInBrowser()])
  return shots.flat()
}

async function pagePlaces({ kit, pdf }: Editions): Promise<PagePlace[]> {
  const file = await pdf()
  const places = new Map(
    pdfDocuments(file, kit).flatMap(({ item, pages }) =>
      pages.map(
        ({ number }, index) => [number, { id: item.id, titre: titleOf(kit, item), rang: index + 1 }] as const,
      ),
    ),
  )
  return file.pages.map(({ number, places: at, height }) => {
    // What stands at the foot goes with the page: its folio, and who publishes it.
    const text = at.filter(({ y }) => y >= height * FOOT)
    return {
      ...(places.get(number) ?? { id: 'page', titre: kit.titre, rang: number }),
      texte: fingerprint(text),
      mots: fingerprintOfWords(text.map(({ text }) => text).join(' ')),
      lignes: linesOf(at, height),
    }
  })
}

const FOOT = 0.1

/** Fiches are laid out alike, and so are pages and families: one stands for its kind. News change with every edition. */
function sitePlaces(kitTitle: string, { base, pages }: SiteText): ShotPlace[] {
  const ids = new Set<string>()
  return [...pages.values()].flatMap(({ path, root }) => {
    const folder = path.split('/')[0] ?? ''
    const id = path === 'index.html' ? 'accueil' : folder.replace(/\.html$/, '')
    if (ids.has(id) || id === 'nouveautes') return []
    ids.add(id)
    const heading = find(root, 'h1')
    const titre = (heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '') || kitTitle
    return [{ id, titre, path: `${base.slice(1)}${servedAt(path)}` }]
  })
}

const chapterPlaces = ({ kit }: Editions, folder: string): ShotPlace[] =>
  sequence(kit).map(item => ({
    id: item.id,
    titre: titleOf(kit, item),
    path: `${folder}/${addressOf(item, 'epub', kit)}`,
  }))

/** The text of a page and where it stands, from its own left edge: pages to the right stand a little aside. Numbers of pages
 *  move without the text having changed. */
function fingerprint(places: PdfPage['places']): string {
  const leftEdge = Math.min(...places.map(({ x }) => x))
  const pieces = places.flatMap(({ text, x, y }) => {
    const words = text.replace(/\d+/g, '').trim()
    return words === '' ? [] : [`${words}@${Math.round(x - leftEdge)},${Math.round(y)}`]
  })
  return sha256(pieces.join('\n')).slice(0, 16)
}

/** Finds the lines of a page: pieces on one baseline, named by their first words. Larger text is a title. */
function linesOf(places: PdfPage['places'], height: number): Shot['lignes'] {
  const px = (pt: number) => Math.round((pt * 96 * 4) / 72) / 4
  const lines: PdfPage['places'] = []
  for (const place of places) {
    if (place.text.trim() === '') continue
    const last = lines.at(-1)
    const goesOn = last && Math.abs(last.y - place.y) < 1 && place.x >= last.x + last.width - 1
    if (goesOn && place.x - last.x - last.width < place.size) {
      last.text += place.x - last.x - last.width > place.size / 8 ? ` ${place.text}` : place.text
      last.width = place.x + place.width - last.x
    } else lines.push({ ...place })
  }
  return lines.map(({ text, x, y, width, size }) => ({
    mots: text.trim().slice(0, 30).trimEnd(),
    sorte: size > TEXT_PT ? 'titre' : 'texte',
    x: px(x),
    y: px(height - y - size),
    largeur: px(width),
    hauteur: px(size),
  }))
}

/** Type size up to which words are text, in pt. */
const TEXT_PT = 12

/** Small enough to keep a book of a hundred pages in about a megabyte, fine enough to read its text. */
const DPI = 40

/** Document of a page of a PDF, and the page's rank in it, from 1. */
type PagePlace = { id: string; titre: string; rang: number; texte: string } & Pick<Shot, 'mots' | 'lignes'>

/** Draws every page of a PDF with PDFium, not with the program that made it. @throws Error when the pages differ from `places` */
async function shootPdf(
  bytes: Uint8Array,
  places: readonly PagePlace[],
  signal: AbortSignal,
): Promise<Shot[]> {
  using pdfium = await openPdfium()
  using document = await pdfium.open(bytes)
  if (document.getPageCount() !== places.length)
    throw new Error(`${document.getPageCount()} pages, ${places.length} places`)
  const drawn = PdfFile.open(bytes)
  const shots: Shot[] = []
  for (const [index, { id, titre, rang, texte, mots, lignes }] of places.entries()) {
    signal.throwIfAborted()
    const { data, width, height } = await document
      .getPage(index)
      .render({ scale: DPI / 72, render: 'bitmap' })
    shots.push({
      id: `pdf/${id}-${String(rang).padStart(2, '0')}`,
      edition: 'pdf',
      titre,
      vue: `page ${rang}`,
      page: index + 1,
      texte,
      mots,
      lignes,
      style: styleOf(drawn.pages[index] as Page),
      scale: DPI / 96,
      png: await encode({ data, width, height }),
    })
  }
  return shots
}
