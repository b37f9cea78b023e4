import { type Finding, onPage } from '../../../../src/problems/finding.ts'
import type { Sides } from '../../../judge/audit/read/pdf-sights.ts'
import type { Sheet } from './open-sheets.ts'

/** In pt: what rounding moves. */
const SLACK = 1

/** Each picture of the screen PDF is printed, on its page and in its place, and no other. */
export function* comparePictures(sheets: readonly Sheet[]): Generator<Finding> {
  for (const { press, printed, shown } of sheets) {
    if (!printed) continue
    const left = [...printed.pictures]
    const lost = (shown?.pictures ?? []).filter(wanted => {
      const at = left.findIndex(box =>
        wanted.every((side, index) => Math.abs(side - (box[index] ?? 0)) <= SLACK),
      )
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
    for (const sides of lost)
      yield onPage(press, `Une image du PDF à lire n’est pas imprimée (${placeOf(sides)}).`)
    for (const sides of left)
      yield onPage(press, `Une image est imprimée que le PDF à lire n’a pas (${placeOf(sides)}).`)
  }
}

const toMm = (points: number) => Math.round((points * 25.4) / 72)
const placeOf = ([left, bottom, right, top]: Sides) =>
  `${toMm(right - left)} × ${toMm(top - bottom)} mm, à ${toMm(left)} mm du bord gauche et ${toMm(bottom)} mm du pied`
