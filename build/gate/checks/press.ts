import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isBackCover } from '../../../src/kit/index.ts'
import { count, fault } from '../../../src/problems/index.ts'
import { readArtefact } from '../../ground/index.ts'
import { PdfFile } from '../../pdf/index.ts'
import type { PreflightReport } from '../../press/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { openPdfium } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { missingWords, wordsOf } from '../read/words.ts'

/** Pixels for a pt, about: 4 mm are 6 pixels. */
const SCALE = 0.54
/** Side of the squares that are compared, in px: letters are grey in them. */
const SIDE = 6
/** Lightness by which a square may differ, from 0 to 1: inks are no screen colours. */
const MOST_DIFFERENCE = 0.18

/** Each page of the printer's PDF, cut to its trim, has the words and the look of the page of the screen PDF that it prints. */
export const printedPages = {
  id: 'imprimeur',
  title: 'Le PDF pour l’imprimeur imprime les pages du PDF à lire',
  phase: 'editions',
  async *run({
    kit,
    dir,
    manifest,
    pdf,
    signal,
  }: Pick<Subject, 'kit' | 'dir' | 'manifest' | 'pdf' | 'signal'>) {
    const record = await manifest()
    const [screenBytes, pressBytes] = [
      await readArtefact(dir, record, 'pdf-ecran'),
      await readArtefact(dir, record, 'pdf-impression'),
    ]
    const boxes = PdfFile.open(pressBytes).pages.map(page => ({
      trim: page.box('TrimBox') ?? [0, 0, 0, 0],
      sheet: page.box('CropBox') ?? page.box('MediaBox') ?? [0, 0, 0, 0],
    }))
    const isCoverApart = record.artefacts.some(({ role }) => role === 'pdf-couverture')
    const order = screenPages(pdfDocuments(await pdf(), kit), boxes.length, isCoverApart)
    if (order.length !== boxes.length)
      yield fault('PDF pour l’imprimeur', `Il a ${boxes.length} pages au lieu de ${order.length}.`)
    using pdfium = await openPdfium()
    using screen = await pdfium.open(screenBytes)
    using press = await pdfium.open(pressBytes)
    for (const [index, { trim, sheet }] of boxes.entries()) {
      signal.throwIfAborted()
      const number = order[index]
      if (number === undefined || number === null) continue
      // The trim begins on a whole pixel: letters are cut alike on both.
      const [left, top] = [trim[0] - sheet[0], sheet[3] - trim[3]]
      const scale = left === 0 ? SCALE : Math.round(left * SCALE) / left
      const [page, sheetPage] = [screen.getPage(number - 1), press.getPage(index)]
      const [lost] = missingWords(wordsOf(page.getText()), wordsOf(sheetPage.getText()))
      if (lost !== undefined)
        yield fault(place(index), `Le mot « ${lost} » de la page ${number} du PDF à lire y manque.`)
      const screenBitmap = await page.render({ scale, render: 'bitmap' })
      const printBitmap = await sheetPage.render({ scale, render: 'bitmap' })
      const corner = { left: Math.round(left * scale), top: Math.round(top * scale) }
      const different = differentSquares(screenBitmap, printBitmap, corner)
      if (different > 0)
        yield fault(
          place(index),
          `La page n’est pas la page ${number} du PDF à lire : ${count(different, 'carré')} de 4 mm ${different > 1 ? 'ont' : 'a'} un autre aspect.`,
        )
    }
    return `${count(boxes.length, 'page')} comparées au PDF à lire, mot par mot et carré par carré`
  },
} satisfies GateCheck

const place = (index: number) => `PDF pour l’imprimeur, page ${index + 1}`

/** Page of the screen PDF that each page of the printer's PDF prints; null: a page for notes, or blank. */
function screenPages(
  documents: ReturnType<typeof pdfDocuments>,
  total: number,
  isCoverApart: boolean,
): (number | null)[] {
  const numbersOf = (kind: 'front' | 'back' | 'inside') =>
    documents.flatMap(({ item, pages: sheets }) => {
      const own = item.kind === 'couverture' ? 'front' : isBackCover(item) ? 'back' : 'inside'
      return own === kind ? sheets.map(({ number }) => number) : []
    })
  const front = numbersOf('front')
  // A block without its cover keeps its left and right pages.
  const opening = isCoverApart
    ? front.flatMap((_, index) => (index % 2 === 0 && index === front.length - 1 ? [null] : []))
    : front
  const closing = isCoverApart ? [] : numbersOf('back')
  const pages = [...opening, ...numbersOf('inside')]
  const notes = Math.max(total - pages.length - closing.length, 0)
  return [...pages, ...Array.from({ length: notes }, () => null), ...closing]
}

type Bitmap = { data: Uint8Array; width: number; height: number }

/** Counts the squares of a page that are lighter or darker in print. @param corner of the trim on the sheet, in px */
export function differentSquares(
  screenBitmap: Bitmap,
  printBitmap: Bitmap,
  corner: { left: number; top: number },
): number {
  let different = 0
  for (let y = SIDE; y + 2 * SIDE <= screenBitmap.height; y += SIDE)
    for (let x = SIDE; x + 2 * SIDE <= screenBitmap.width; x += SIDE) {
      const difference =
        lightness(screenBitmap, x, y) - lightness(printBitmap, x + corner.left, y + corner.top)
      if (Math.abs(difference) > MOST_DIFFERENCE) different++
    }
  return different
}

/** Mean lightness of a square, from 0 to 1. */
function lightness({ data, width }: Bitmap, left: number, top: number): number {
  let sum = 0
  for (let y = top; y < top + SIDE; y++)
    for (let x = left; x < left + SIDE; x++) {
      const at = 4 * (y * width + x)
      sum += 0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255)
    }
  return sum / (255 * SIDE ** 2)
}

/** Judges the printer's PDF by the report that was measured on its bytes when it was made. */
export const prepress = {
  id: 'prepresse',
  title: 'Le PDF pour l’imprimeur passe le contrôle de prépresse',
  phase: 'editions',
  async *run({ dir, manifest }: Pick<Subject, 'dir' | 'manifest'>) {
    const data = (await manifest()).artefacts.filter(({ role }) => role === 'donnees-prepresse')
    const reports = await Promise.all(
      data.map(async ({ path }) => JSON.parse(await readFile(join(dir, path), 'utf8')) as PreflightReport),
    )
    const [report, ...otherReports] = reports
    if (!report) return { reason: 'Cette livraison ne contient pas de PDF pour l’imprimeur.' }
    for (const { controles, fichier } of reports)
      for (const { titre, verdict, valeur, details } of controles) {
        if (verdict === 'conforme') continue
        const severity = verdict === 'erreur' ? 'erreur' : 'remarque'
        const value = verdict === 'non-verifie' ? `${valeur} (non mesuré)` : valeur
        const place = otherReports.length > 0 ? `${titre}, ${fichier}` : titre
        yield { severity, place, message: [value, ...details.slice(0, 5)].join(' ; ') } as const
      }
    return `${count(report.controles.length, 'contrôle')} sur ${count(report.pages, 'page')}, condition d’impression ${report.condition}. L’imprimeur fait encore son propre contrôle`
  },
} satisfies GateCheck
