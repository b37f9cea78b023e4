import { mm, toPt } from '../../../src/text/index.ts'
import type { PdfFile, Ref } from '../../pdf/index.ts'
import { type PressFont, shorten } from './font.ts'
import { type Geometry, round } from './plan.ts'

/** A thin line that still prints. */
const WEIGHT = 0.25
/** Clear space between the bleed and a crop mark, and the length of a mark. */
const GAP = toPt(mm(1))
const LENGTH = toPt(mm(5))
/** A registration mark: a cross with a circle, 6.5 mm from the bleed at most. */
const CENTRE = toPt(mm(4))
const RADIUS = toPt(mm(1.5))
const ARM = toPt(mm(2.5))
/** Control points of a quarter of a circle. */
const KAPPA = 0.5523

/** Draws crop marks at the corners and folds and a registration mark on each side, outside the bleed. The caller sets the colour. */
export function drawMarks({
  trim: [left, bottom, right, top],
  bleedWidth,
  folds = [],
}: Pick<Geometry, 'trim' | 'bleedWidth'> & { folds?: readonly number[] }): string {
  const bleed = toPt(bleedWidth)
  const lines: string[] = [`${WEIGHT} w`]
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    lines.push(`${round(x1)} ${round(y1)} m ${round(x2)} ${round(y2)} l S`)
  const near = bleed + GAP
  for (const [x, away] of [
    [left, -1],
    [right, 1],
  ] as const)
    for (const y of [bottom, top]) line(x + away * near, y, x + away * (near + LENGTH), y)
  for (const [y, away] of [
    [bottom, -1],
    [top, 1],
  ] as const)
    for (const x of [left, ...folds, right]) line(x, y + away * near, x, y + away * (near + LENGTH))
  // The spine has the middle of a flat cover: the marks stand over the front.
  const [middle, centre] = [((folds.at(-1) ?? left) + right) / 2, (bottom + top) / 2]
  const out = bleed + CENTRE
  for (const [x, y] of [
    [middle, bottom - out],
    [middle, top + out],
    [left - out, centre],
    [right + out, centre],
  ] as const) {
    line(x - ARM, y, x + ARM, y)
    line(x, y - ARM, x, y + ARM)
    lines.push(circle(x, y, RADIUS))
  }
  return lines.join('\n')
}

function circle(x: number, y: number, radius: number): string {
  const k = radius * KAPPA
  const curve = (...points: number[]) => `${points.map(round).join(' ')} c`
  return [
    `${round(x + radius)} ${round(y)} m`,
    curve(x + radius, y + k, x + k, y + radius, x, y + radius),
    curve(x - k, y + radius, x - radius, y + k, x - radius, y),
    curve(x - radius, y - k, x - k, y - radius, x, y - radius),
    curve(x + k, y - radius, x + radius, y - k, x + radius, y),
    's',
  ].join(' ')
}

/** The separation that prints on every plate, for marks. @see ISO 32000-1 §8.6.6.4 */
export function allInks(file: PdfFile): Ref {
  const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 }
  return file.add(file.list(['Separation', 'All', 'DeviceCMYK', tint]))
}

const SIZE = 6.5
/** From the bleed to the baseline: level with the registration mark. */
const BASELINE = toPt(mm(4.8))
/** Clear of the crop marks and of the registration mark. */
const INDENT = toPt(mm(3))
const MIDDLE = toPt(mm(6))

/** Draws the slug lines under the bleed; the colour is set by the caller. @param file the words left of the registration mark
 *  @returns draws one; `page` is what it says right of the mark */
export function slugLines(
  { trim, bleedWidth }: Pick<Geometry, 'trim' | 'bleedWidth'>,
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
