import type { Famille } from '../../../src/kit.ts'
import { textWidth } from '../../../src/markdown/charts/text-width.ts'
import { line, type PagePlan } from '../../../src/page-plan.ts'

/** Where a family's thumb tab stands on the outer edge, in mm from the top of the trim; `named` when its height leaves room
 *  for the family's name. */
export type ThumbTab = { top: number; height: number; named: boolean }

const TAB = 40.5
const GAP = line
/** What tabs leave free of the edge, at its head and at its foot. */
const [HEAD, FOOT] = [42.75, 29.25]
/** Mark, number and the spaces between. */
const WITHOUT_NAME = 18
/** Size of the name, in mm, and what is added to each letter (`surround.css`). */
const [SIZE, SPACING] = [(8.5 * 25.4) / 72, 0.01]

/** One height for each family, in their order, centred on the edge: three families stand at 90, 135 and 180 mm. Tabs grow
 *  for long names, and shrink and lose their names when there are too many of them. */
export function thumbTabs(
  familles: readonly Famille[],
  { trim }: Pick<PagePlan, 'trim'>,
): Map<string, ThumbTab> {
  const longest = Math.max(0, ...familles.map(({ pluriel }) => lengthOf(pluriel)))
  const wanted = Math.max(TAB, WITHOUT_NAME + longest)
  const edge = trim.height - HEAD - FOOT
  const height = Math.min(wanted, (edge + GAP) / Math.max(1, familles.length) - GAP)
  const first = HEAD + edge / 2 - (familles.length * (height + GAP) - GAP) / 2
  return new Map(
    familles.map(({ id }, index) => [
      id,
      {
        top: round(first + index * (height + GAP)),
        height: round(height),
        named: height >= WITHOUT_NAME + longest,
      },
    ]),
  )
}

const lengthOf = (name: string) => textWidth(name, 'figure', SIZE) + SPACING * SIZE * name.length

const round = (length: number) => Math.round(length * 100) / 100
