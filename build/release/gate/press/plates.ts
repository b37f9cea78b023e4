import type { Box, PageFacts } from '../../../pdf/check/preflight/read/facts.ts'

/** In pt: what rounding moves. */
const SLACK = 0.1
/** Of all four inks, each in full, in %. */
const ALL = 400

/** Marks are on every plate, in full: by them the printer lays one plate on the other, and cuts. The separation of all inks is
 *  what puts them there.
 *  @param folds from the left edge of the finished format, in pt
 *  @returns what is wrong, in French: one sentence, or none
 *  @see ISO 32000-1 §8.6.6.4 */
export function marksOfSomePlates(page: PageFacts, folds: readonly number[] = []): string[] {
  const { trim } = page.boxes
  if (!trim) return []
  const [left, bottom, right, top] = trim
  const onAllPlates = page.margin.filter(
    ({ paint }) => paint.space === 'Separation All' && paint.coverage === ALL,
  )
  const upright = [left, ...folds.map(fold => left + fold), right]
  const cuts = (box: Box) =>
    upright.some(x => isAt(x, box[0], box[2])) || [bottom, top].some(y => isAt(y, box[1], box[3]))
  const sides: [name: string, holds: (box: Box) => boolean][] = [
    ['à gauche', box => box[2] < left],
    ['à droite', box => box[0] > right],
    ['au pied', box => box[3] < bottom],
    ['en tête', box => box[1] > top],
  ]
  const missing = sides.filter(([name, holds]) => {
    const there = onAllPlates.filter(({ box }) => holds(box))
    const places = /^à/.test(name) ? [bottom, top] : upright
    const isCut = places.every(place =>
      there.some(({ box }) => (/^à/.test(name) ? isAt(place, box[1], box[3]) : isAt(place, box[0], box[2]))),
    )
    return !isCut || there.every(({ box }) => cuts(box))
  })
  return missing.length > 0
    ? [
        `Les repères de coupe et de repérage ne sont pas sur toutes les plaques (Separation All) : ${missing.map(([name]) => name).join(', ')}.`,
      ]
    : []
}

const isAt = (place: number, from: number, to: number) =>
  Math.abs(from - place) <= SLACK && Math.abs(to - place) <= SLACK
