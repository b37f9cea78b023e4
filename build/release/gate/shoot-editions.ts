import { addressOf, servedAt } from '../../../src/addresses.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import { sha256 } from '../../disk/files.ts'
import type { Material } from '../../judge/audit/material.ts'
import { find, textOf } from '../../judge/audit/read/html.ts'
import type { PdfPage } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { type SiteText, servedFiles } from '../../judge/audit/read/site.ts'
import { titleOf } from '../../judge/audit/source/titles.ts'
import {
  type ChapterPlace,
  type PagePlace,
  type Shot,
  type SitePlace,
  shootEpub,
  shootPdf,
  shootSite,
} from '../../judge/visual/index.ts'

/** Photographs the three editions: every page of the PDF, the kinds of pages of the site, the chapters of the book.
 *  @param pdfBytes the PDF that `material` reads */
export async function shootEditions(material: Material, pdfBytes: Uint8Array): Promise<Shot[]> {
  const { site, epub, browser, signal } = material
  const [pages, book, press] = [await site(), await epub(), await browser()]
  return [
    ...(await shootPdf(pdfBytes, await pagePlaces(material), signal)),
    ...(await shootSite(press, await servedFiles(pages), sitePlaces(material.kit.titre, pages), signal)),
    ...(await shootEpub(press, book.files, chapterPlaces(material, book.folder), signal)),
  ]
}

async function pagePlaces({ kit, pdf }: Material): Promise<PagePlace[]> {
  const file = await pdf()
  const places = new Map(
    pdfDocuments(file, kit).flatMap(({ item, pages }) =>
      pages.map(
        ({ number }, index) => [number, { id: item.id, titre: titleOf(kit, item), rang: index + 1 }] as const,
      ),
    ),
  )
  return file.pages.map(({ number, places: at, height }) => ({
    ...(places.get(number) ?? { id: 'page', titre: kit.titre, rang: number }),
    texte: fingerprint(at),
    lignes: linesOf(at, height),
  }))
}

/** Fiches are laid out alike, and so are pages and families: one stands for its kind. News change with every edition. */
function sitePlaces(kitTitle: string, { base, pages }: SiteText): SitePlace[] {
  const seen = new Set<string>()
  return [...pages.values()].flatMap(({ path, root }) => {
    const folder = path.split('/')[0] ?? ''
    const id = path === 'index.html' ? 'accueil' : folder.replace(/\.html$/, '')
    if (seen.has(id) || id === 'nouveautes') return []
    seen.add(id)
    const heading = find(root, 'h1')
    const titre = (heading ? textOf(heading).replace(/\s+/g, ' ').trim() : '') || kitTitle
    return [{ id, titre, path: `${base.slice(1)}${servedAt(path)}` }]
  })
}

const chapterPlaces = ({ kit }: Material, folder: string): ChapterPlace[] =>
  sequence(kit).map(item => ({
    id: item.id,
    titre: titleOf(kit, item),
    path: `${folder}/${addressOf(item, 'epub', kit)}`,
  }))

/** The text of a page and where it stands, from its own left edge: pages to the right stand a little aside. Numbers of pages
 *  move without the text having changed. */
function fingerprint(places: PdfPage['places']): string {
  const left = Math.min(...places.map(({ x }) => x))
  const pieces = places.flatMap(({ text, x, y }) => {
    const words = text.replace(/\d+/g, '').trim()
    return words === '' ? [] : [`${words}@${Math.round(x - left)},${Math.round(y)}`]
  })
  return sha256(pieces.join('\n')).slice(0, 16)
}

/** The lines of a page: its pieces on one baseline, each line by its first words. What is larger than the text is a title. */
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
