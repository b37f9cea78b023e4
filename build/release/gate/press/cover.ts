import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kit } from '../../../../src/kit.ts'
import { type Finding, fault } from '../../../../src/problems/finding.ts'
import type { PdfText } from '../../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../../judge/audit/read/pdf-documents.ts'
import { lettersOf } from '../../../judge/audit/words.ts'
import { readFile as readPressFile } from '../../../pdf/check/preflight/read/read-file.ts'
import type { Manifest } from '../../manifest.ts'
import { shortBleeds } from './bleed.ts'
import { faultyMarks } from './marks.ts'
import { type Cut, cutPages, type Sheet } from './open-sheets.ts'
import { coversOf } from './pair-sheets.ts'
import { comparePictures } from './pictures.ts'
import { drawCover, FINENESS } from './raster.ts'
import { compareWords, textOf } from './words.ts'

/** Of a spine, in mm: what rounding to the tenth moves. */
const SLACK = 0.1

type CoverQuestion = {
  kit: Kit
  dir: string
  manifest: Manifest
  text: PdfText
  /** The pages of the screen PDF, as they are cut. */
  shown: readonly Cut[]
  /** Pages of the block. */
  pages: number
  signal: AbortSignal
}

/** The flat cover of a square back prints the back cover, the spine and the front cover of the screen PDF, from left to right. */
export async function* compareCover(question: CoverQuestion): AsyncGenerator<Finding> {
  const { kit, dir, manifest, text, shown, pages, signal } = question
  const file = manifest.artefacts.find(({ role }) => role === 'pdf-couverture')
  if (!file) return
  const bytes = await readFile(join(dir, file.path))
  const [sheet] = await cutPages(bytes, signal)
  const { front, back } = coversOf(pdfDocuments(text, kit))
  const [frontPage] = front
  const backPage = [...back].at(-1)
  const { width = 0 } = shown[(frontPage ?? backPage ?? 1) - 1] ?? {}
  if (!sheet || sheet.width < 2 * width) {
    yield fault(file.path, 'La feuille est moins large que deux pages.')
    return
  }
  const folds = [width, sheet.width - width] as const
  const sides = [
    { name: 'quatrième de couverture', screen: backPage, half: within(sheet, 0, folds[0]) },
    { name: 'couverture', screen: frontPage, half: within(sheet, folds[1], sheet.width) },
  ]
  const spine = lettersOf(textOf(within(sheet, ...folds)))
  const title = lettersOf(kit.titre)
  const { papier, reperes } = kit.impression
  // A leaf is as thick as its weight times its bulk, and has two pages.
  const thickness = (Math.ceil(pages / 2) * papier.grammage * papier.main) / 1000
  const drawnSpine = ((folds[1] - folds[0]) * 25.4) / 72
  const bleed = Math.round((sheet.bleed * FINENESS * 25.4) / 72)
  const drawn = await drawCover(bytes, sheet)
  const [facts] = readPressFile(bytes).pages
  const edges = [...shortBleeds(drawn, bleed), ...(reperes ? faultyMarks(drawn, facts, bleed, folds) : [])]
  for (const { name, screen, half } of sides) {
    if (screen === undefined) continue
    const pair: Sheet[] = [{ press: 1, screen, printed: half, shown: shown[screen - 1] ?? null }]
    for (const { message } of [...compareWords(pair), ...comparePictures(pair)])
      yield fault(`${file.path}, ${name}`, message)
  }
  if (Math.abs(drawnSpine - thickness) >= SLACK)
    yield fault(
      `${file.path}, dos`,
      `Le dos a ${inMm(drawnSpine)} mm ; ${pages} pages de ce papier en demandent ${inMm(thickness)}.`,
    )
  const printedWidth = /dos de (\d+(?:,\d+)?)/.exec(sheet.slug)?.[1]
  if (
    reperes &&
    (printedWidth === undefined || Math.abs(Number(printedWidth.replace(',', '.')) - drawnSpine) >= SLACK)
  )
    yield fault(
      file.path,
      `Sous le fond perdu, la couverture dit un dos de ${printedWidth ?? '?'} mm au lieu de ${inMm(drawnSpine)}.`,
    )
  for (const message of edges) yield fault(file.path, message)
  // A narrow spine bears no text.
  if (!spine.startsWith(title) && spine !== '')
    yield fault(`${file.path}, dos`, `Le dos dit « ${spine} » et non « ${kit.titre} ».`)
}

/** What of a sheet stands between two upright lines, measured from the first, in pt. */
const within = (sheet: Cut, left: number, right: number): Cut => ({
  ...sheet,
  pieces: sheet.pieces
    .filter(({ x }) => x >= left && x < right)
    .map(piece => ({ ...piece, x: piece.x - left })),
  pictures: sheet.pictures
    .filter(sides => (sides[0] + sides[2]) / 2 >= left && (sides[0] + sides[2]) / 2 < right)
    .map(sides => [sides[0] - left, sides[1], sides[2] - left, sides[3]] as const),
  width: right - left,
})

const inMm = (length: number) => length.toFixed(1).replace('.', ',')
