import type { Kit } from '../../../../src/kit.ts'
import {
  type Mm,
  mm,
  type PagePlan,
  type Pt,
  planOf,
  bleed as printedBleed,
  pt,
  toPt,
} from '../../../../src/page-plan.ts'
import { PressSettingError } from '../faults.ts'

/** Left, bottom, right, top, in points from the lower left corner of the MediaBox. */
export type Box = readonly [Pt, Pt, Pt, Pt]

/** The boxes of a sheet: all pages of the printer's PDF share theirs. */
export type Geometry = { media: Box; bleed: Box; trim: Box; bleedWidth: Mm; marks: boolean }

/** Room beyond the bleed for the marks and the slug line. */
export const slug = mm(10)

/** @param size of the finished sheet; a page without it
 *  @throws PressSettingError when more bleed is asked for than the sheets were printed with
 *  @see ISO 32000-1 §14.11.2, ISO 15930-7 §6.13 */
export function planSheet(
  impression: Kit['impression'],
  size: { width: Mm; height: Mm } = planOf({ impression }).trim,
): Geometry {
  const { fond_perdu, reperes } = impression
  if (fond_perdu > printedBleed)
    throw new PressSettingError(
      `impression.fond_perdu : ${fond_perdu} mm demandés, la mise en pages en imprime ${printedBleed}`,
    )
  const margin = reperes ? fond_perdu + slug : fond_perdu
  const at = (length: number) => round(toPt(mm(length)))
  const boxAt = (from: number, beyond: number): Box => [
    at(from - beyond),
    at(from - beyond),
    at(from + size.width + beyond),
    at(from + size.height + beyond),
  ]
  const trim = boxAt(margin, 0)
  const bleed = boxAt(margin, fond_perdu)
  return {
    // The file's own page begins at zero: some imposition programs ignore any other origin.
    media: boxAt(margin, margin),
    bleed,
    trim,
    bleedWidth: mm(fond_perdu),
    marks: reperes,
  }
}

/** Where the trim's lower left corner lies on a printed sheet. Chromium rounds the sheet to 1/96 in and paints from its
 *  top left corner: the trim is measured from there. */
export function printedTrim(sheetHeight: number, { trim }: Pick<PagePlan, 'trim'>): { x: Pt; y: Pt } {
  return {
    x: toPt(printedBleed),
    y: pt(sheetHeight - toPt(printedBleed) - toPt(trim.height)),
  }
}

export const round = (length: number) => pt(Math.round(length * 1e4) / 1e4)
