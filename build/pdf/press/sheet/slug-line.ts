import { mm, toPt } from '../../../../src/units.ts'
import type { PressFont } from './font.ts'
import { type Geometry, round } from './geometry.ts'

const SIZE = 6.5
/** From the bleed to the baseline: level with the registration mark. */
const BASELINE = toPt(mm(6.3))
/** Clear of the crop marks and of the registration mark. */
const INDENT = toPt(mm(3))
const MIDDLE = toPt(mm(6))

/** What the slug line of a page says. */
export type SlugLine = {
  /** The file, the date, the printing condition: left of the registration mark. */
  file: string
  /** The page and its family: right of it. */
  page: string
}

/** The slug line under the bleed. The colour is set by the caller. */
export function drawSlugLine(
  { trim, fondPerdu }: Geometry,
  { file, page }: SlugLine,
  font: PressFont,
): string {
  const y = round(trim[1] - toPt(fondPerdu) - BASELINE)
  const middle = (trim[0] + trim[2]) / 2
  const write = (x: number, text: string) =>
    `BT /texte ${SIZE} Tf ${round(x)} ${y} Td ${font.encode(text)} Tj ET`
  return [
    write(trim[0] + INDENT, shorten(file, middle - MIDDLE - trim[0] - INDENT, font)),
    write(middle + MIDDLE, page),
  ].join('\n')
}

/** A text cut to a width, with an ellipsis. */
function shorten(text: string, width: number, font: PressFont): string {
  if (font.widthOf(text) * SIZE <= width) return text
  let kept = text
  while (kept && font.widthOf(`${kept}…`) * SIZE > width) kept = kept.slice(0, -1)
  return `${kept}…`
}
