import type { Famille } from '../../../src/kit.ts'

/** Where a family's thumb tab stands on the outer edge, in mm from the top of the trim; `named` when its height leaves room
 *  for the family's name. */
export type ThumbTab = { top: number; height: number; named: boolean }

const TAB = 40.5
const GAP = 4.5
/** Middle of the edge that tabs may take, between the head and the foot. */
const MIDDLE = 155.25
const LONGEST = 225
/** Mark, number and the spaces between, and a letter of the name at 8.5 pt turned. */
const WITHOUT_NAME = 18
const LETTER = 1.65

/** One height for each family, in their order, centred on the edge: three families stand at 90, 135 and 180 mm. Tabs grow
 *  for long names, and shrink and lose their names when there are too many of them. */
export function thumbTabs(familles: readonly Famille[]): Map<string, ThumbTab> {
  const longest = Math.max(0, ...familles.map(({ pluriel }) => pluriel.length))
  const wanted = Math.max(TAB, WITHOUT_NAME + LETTER * longest)
  const height = Math.min(wanted, (LONGEST + GAP) / Math.max(1, familles.length) - GAP)
  const first = MIDDLE - (familles.length * (height + GAP) - GAP) / 2
  return new Map(
    familles.map(({ id }, index) => [
      id,
      {
        top: round(first + index * (height + GAP)),
        height: round(height),
        named: height >= WITHOUT_NAME + LETTER * longest,
      },
    ]),
  )
}

const round = (length: number) => Math.round(length * 100) / 100
