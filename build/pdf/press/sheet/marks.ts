import { mm, toPt } from '../../../../src/page-plan.ts'
import { type Geometry, round } from './geometry.ts'

/** A thin line that still prints. */
const WEIGHT = 0.25
/** Clear space between the bleed and a crop mark, and the length of a mark. */
const GAP = toPt(mm(1))
const LENGTH = toPt(mm(5))
/** A registration mark: a cross with a circle, in the middle of the slug. */
const CENTRE = toPt(mm(5.5))
const RADIUS = toPt(mm(1.5))
const ARM = toPt(mm(2.5))
/** Control points of a quarter of a circle. */
const KAPPA = 0.5523

/** Crop marks at the corners and a registration mark in the middle of each side, all outside the bleed; above and below, one for each
 *  fold. The colour, the separation of all inks, is set by the caller. */
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
  // Of a flat cover the middle is the spine's: its marks stand over the front.
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
