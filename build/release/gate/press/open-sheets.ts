import type { Kit } from '../../../../src/kit.ts'
import type { PdfText } from '../../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../../judge/audit/read/pdf-documents.ts'
import { readSights, type Sides, type Sight } from '../../../judge/audit/read/pdf-sights.ts'
import { PdfFile } from '../../../pdf/object/pdf-file.ts'
import { type Pair, pairSheets } from './pair-sheets.ts'

/** A page as it is cut: what stands on it, measured from the lower left corner of the finished format, in pt. */
export type Cut = Sight &
  Frame & {
    /** What is written under the bleed, for the printer. */
    slug: string
  }

/** Where a page is cut. */
export type Frame = {
  /** Its upper left corner, in pt of the file. */
  corner: readonly [number, number]
  /** Where the finished format begins on the sheet, from its left and upper edge, in pt. */
  at: { left: number; top: number }
  width: number
  height: number
  /** From the finished format to the edge of the bleed, in pt. */
  bleed: number
}

/** A page of the printer's file beside the page of the screen PDF that it prints. */
export type Sheet = Pair & { printed: Cut | null; shown: Cut | null }

/** Lays the printer's PDF page by page beside the screen PDF.
 *  @throws Error when one of them is no PDF */
export async function openSheets(
  kit: Kit,
  text: PdfText,
  bytes: { screen: Uint8Array; press: Uint8Array },
  signal: AbortSignal,
): Promise<{ sheets: Sheet[]; shown: Cut[] }> {
  const [shown, printed] = [await cutPages(bytes.screen, signal), await cutPages(bytes.press, signal)]
  const counts = { screen: shown.length, press: printed.length }
  const sheets = pairSheets(kit, pdfDocuments(text, kit), counts).map(pair => ({
    ...pair,
    printed: printed[pair.press - 1] ?? null,
    shown: pair.screen === null ? null : (shown[pair.screen - 1] ?? null),
  }))
  return { sheets, shown }
}

/** The pages of a PDF as they are cut. @throws Error when it is none */
export async function cutPages(bytes: Uint8Array, signal: AbortSignal): Promise<Cut[]> {
  const sights = await readSights(bytes, signal)
  return PdfFile.open(bytes).pages.map((page, index) => {
    const { trim, bleed, frame } = boxesOf(page)
    const { pieces = [], pictures = [], colours = new Set<string>() } = sights[index] ?? {}
    const [x, y] = [trim[0], trim[1]]
    const below = pieces.filter(piece => piece.y < bleed[1])
    return {
      slug: below.map(({ text }) => text).join(' '),
      // Marks and slug lines stand outside.
      pieces: pieces
        .filter(piece => isInside([piece.x, piece.y, piece.x, piece.y], trim))
        .map(piece => ({ ...piece, x: piece.x - x, y: piece.y - y })),
      pictures: pictures
        .filter(sides => isInside(sides, bleed))
        .map(sides => [sides[0] - x, sides[1] - y, sides[2] - x, sides[3] - y] as const),
      colours,
      ...frame,
    }
  })
}

/** Where the first page of a PDF is cut; null: it has none. */
export function firstFrame(bytes: Uint8Array): Frame | null {
  const [page] = PdfFile.open(bytes).pages
  return page ? boxesOf(page).frame : null
}

function boxesOf(page: PdfFile['pages'][number]) {
  const media = page.box('MediaBox') ?? [0, 0, 0, 0]
  const sheet = page.box('CropBox') ?? media
  const trim = page.box('TrimBox') ?? sheet
  const bleed = page.box('BleedBox') ?? trim
  const frame: Frame = {
    at: { left: trim[0] - sheet[0], top: sheet[3] - trim[3] },
    corner: [trim[0], trim[3]],
    width: trim[2] - trim[0],
    height: trim[3] - trim[1],
    bleed: trim[0] - bleed[0],
  }
  return { trim, bleed, frame }
}

/** Whether something of it is. */
const isInside = (sides: Sides, box: Sides) =>
  sides[2] >= box[0] && sides[0] <= box[2] && sides[3] >= box[1] && sides[1] <= box[3]
