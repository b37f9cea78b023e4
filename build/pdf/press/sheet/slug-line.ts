import { mm, toPt } from '../../../../src/page-plan.ts'
import { type PressFont, shorten } from './font.ts'
import { type Geometry, round } from './geometry.ts'

const SIZE = 6.5
/** From the bleed to the baseline: level with the registration mark. */
const BASELINE = toPt(mm(6.3))
/** Clear of the crop marks and of the registration mark. */
const INDENT = toPt(mm(3))
const MIDDLE = toPt(mm(6))

/** Draws the slug lines under the bleed. The colour is set by the caller.
 *  @param file what all say left of the registration mark: the file, the date, the printing condition
 *  @returns draws one; `page` is what it says right of the mark: the page and its family */
export function slugLines(
  { trim, bleedWidth }: Geometry,
  file: string,
  font: PressFont,
): (page: string) => string {
  const y = round(trim[1] - toPt(bleedWidth) - BASELINE)
  const middle = (trim[0] + trim[2]) / 2
  const write = (x: number, text: string) =>
    `BT /text ${SIZE} Tf ${round(x)} ${y} Td ${font.encode(text)} Tj ET`
  const left = write(trim[0] + INDENT, shorten(file, middle - MIDDLE - trim[0] - INDENT, font, SIZE))
  return page => `${left}\n${write(middle + MIDDLE, page)}`
}
