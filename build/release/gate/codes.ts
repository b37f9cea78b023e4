import type { PDFiumPage } from '@hyzyla/pdfium'
import type { DecodeHintType as DecodeHintTypes } from '@zxing/library'
import { onlineAddress } from '../../../src/addresses.ts'
import { isBackCover, sequence } from '../../../src/indexes/sequence.ts'
import { type Look as Asked, count, fault } from '../../../src/problems/finding.ts'
import type { StructureNode } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { openPdfium } from '../../judge/open-pdfium.ts'
import { readArtefact } from '../manifest.ts'
import type { Edition } from './edition.ts'

/** How a page is looked at: as a whole, or also in bands of so many mm. */
type Look = { dpi: number; band: number | null }

/** Enough for a module of 0.5 mm. */
const GLANCE: Look = { dpi: 150, band: null }

/** As a telephone that is held to a code: a bar may be lost in a ground of middle grey, and discs elsewhere on the page be taken for
 *  corners of the code. A band is twice as high as the largest code. */
export const CLOSE: Look = { dpi: 300, band: 80 }

/** From the first that gives what is wanted: letters may be taken for the bars of a code at one distance, and a code be lost at another. */
const LOOKS = [GLANCE, CLOSE, { dpi: 200, band: 100 }]

/** Whatever a telephone reads on paper leads where it says: to the page of the fiche, to the site, to the book. */
export async function* judgeCodes({ material, dir, manifest }: Edition): Asked {
  const { kit, pdf, signal } = material
  const home = onlineAddress({ kind: 'couverture', id: 'couverture' }, kit)
  const wanted = new Map(
    sequence(kit).flatMap(item => {
      const address = onlineAddress(item, kit)
      if (item.kind === 'fiche')
        return address !== null && item.fiche.corps.ressources.length > 0 ? [[item.id, [address]]] : []
      if (!isBackCover(item)) return []
      const isbn = kit.isbn.imprime?.replaceAll('-', '')
      return [[item.id, [home, isbn].filter(code => code != null)]]
    }),
  )
  let total = 0
  using pdfium = await openPdfium()
  using drawn = await pdfium.open(await readArtefact(dir, manifest, 'pdf-ecran'))
  for (const { item, pages } of pdfDocuments(await pdf(), kit)) {
    const shown = pages.filter(({ structure }) => structure && showsCode(structure))
    // A code whose description is lost is looked for on every page.
    const looked = shown.length > 0 || !wanted.has(item.id) ? shown : pages
    const readAll = async (look: Look) => {
      const read: string[] = []
      for (const { number } of looked) {
        signal.throwIfAborted()
        read.push(...(await readCodes(drawn.getPage(number - 1), look)))
      }
      return read.join(', ') || 'rien'
    }
    const codes = wanted.get(item.id) ?? []
    const right = codes.join(', ') || 'rien'
    let scanned = ''
    for (const look of LOOKS) {
      scanned = await readAll(look)
      if (scanned === right) break
    }
    total += codes.length
    if (scanned !== right)
      yield fault(`PDF, ${item.id}`, `Les codes mènent à ${scanned} au lieu de ${right}.`)
  }
  return `${count(total, 'code lu', 'codes lus')}, comme un téléphone les lit`
}

const showsCode = ({ alt, children }: StructureNode): boolean =>
  /^Code(?: QR|-barres)/.test(alt ?? '') || children.some(showsCode)

/** What a telephone reads of a page: the first QR code, then the first EAN-13. */
export async function readCodes(page: PDFiumPage, look: Look): Promise<string[]> {
  const { data, width, height } = await page.render({ scale: look.dpi / 72, render: 'bitmap' })
  const grey = new Uint8ClampedArray(width * height)
  for (let at = 0; at < grey.length; at++) grey[at] = data[4 * at + 1] ?? 0
  // A large library, of which only a release has need.
  const {
    BarcodeFormat,
    BinaryBitmap,
    DecodeHintType,
    HybridBinarizer,
    MultiFormatReader,
    NotFoundException,
    RGBLuminanceSource,
  } = await import('@zxing/library')
  const decode = (hints: Map<DecodeHintTypes, unknown>, { from, to }: Band): string[] => {
    const rows = grey.subarray(from * width, to * width)
    try {
      const bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(rows, width, to - from)))
      return [new MultiFormatReader().decode(bitmap, hints).getText()]
    } catch (error) {
      // There is no code of this kind.
      if (error instanceof NotFoundException) return []
      throw error
    }
  }
  return [BarcodeFormat.QR_CODE, BarcodeFormat.EAN_13].flatMap(format => {
    const hints = new Map<DecodeHintTypes, unknown>([
      [DecodeHintType.POSSIBLE_FORMATS, [format]],
      [DecodeHintType.TRY_HARDER, true],
    ])
    for (const band of bandsOf(height, look)) {
      const read = decode(hints, band)
      if (read.length > 0) return read
    }
    return []
  })
}

/** Rows of pixels, the last not included. */
type Band = { from: number; to: number }

/** The whole page, then its bands from the top down, each half over the next. */
function bandsOf(height: number, { dpi, band }: Look): Band[] {
  const page = { from: 0, to: height }
  if (band === null) return [page]
  const step = Math.round((band / 2 / 25.4) * dpi)
  const bands = Array.from({ length: Math.ceil(height / step) }, (_, at) => ({
    from: at * step,
    to: Math.min(height, (at + 2) * step),
  }))
  return [page, ...bands]
}
