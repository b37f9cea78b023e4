import type { PageFacts } from '../../../pdf/check/preflight/read/facts.ts'
import { marksOfSomePlates } from './plates.ts'
import { type Drawn, FINENESS } from './raster.ts'

/** From the bleed outwards, in mm: where a crop mark is drawn, whatever its length. */
const [NEAREST, FARTHEST] = [2, 4.5]
/** Of white paper's 255: a thin line darkens the pixels on which it lies by more. */
const DARK = 8

/** What is wrong with the marks of a sheet, in French: where they stand, or else on which plates.
 *  @param page the same sheet, as its file is read. @param bleed in pixels. @param folds from the left edge of the finished format, in pt */
export function faultyMarks(
  sheet: Drawn,
  page: PageFacts | undefined,
  bleed: number,
  folds: readonly number[] = [],
): string[] {
  const misplaced = misplacedMarks(sheet, bleed, folds)
  return misplaced.length > 0 || !page ? misplaced : marksOfSomePlates(page, folds)
}

/** Crop and fold marks stand where the sheet is cut and folded: a printer goes by them.
 *  @param bleed in pixels. @param folds from the left edge of the finished format, in pt
 *  @returns what is wrong, in French: one sentence, or none */
function misplacedMarks(sheet: Drawn, bleed: number, folds: readonly number[]): string[] {
  const { width, height } = sheet
  const steps = Array.from(
    { length: Math.round((FARTHEST - NEAREST) * FINENESS) },
    (_, index) => bleed + Math.round(NEAREST * FINENESS) + index,
  )
  /** Whether a line lies at a place along an edge: within what the size of the sheet in whole pixels moves it, less than 2 mm. */
  const isMarked = (place: number, at: (along: number, away: number) => [number, number]) =>
    [-3, -2, -1, 0, 1, 2].some(shift => {
      const levels = steps.map(away => sheet.colour(...at(Math.round(place) + shift, away), 1)[1])
      return 255 - levels.reduce((sum, level) => sum + level, 0) / levels.length > DARK
    })
  const above = (along: number, away: number): [number, number] => [along, -away]
  const below = (along: number, away: number): [number, number] => [along, height - 1 + away]
  const before = (along: number, away: number): [number, number] => [-away, along]
  const after = (along: number, away: number): [number, number] => [width - 1 + away, along]
  const upright = [
    ['au bord gauche', 0],
    ['au bord droit', width],
    ...folds.map(fold => ['au pli', (fold * FINENESS * 25.4) / 72] as const),
  ] as const
  const level = [
    ['en tête', 0],
    ['au pied', height],
  ] as const
  const missing = [
    ...upright.filter(([, at]) => !isMarked(at, above) || !isMarked(at, below)),
    ...level.filter(([, at]) => !isMarked(at, before) || !isMarked(at, after)),
  ].map(([name]) => name)
  return missing.length > 0 ? [`Les repères ne disent pas où couper ou plier : ${missing.join(', ')}.`] : []
}
