import { textWidth } from '../../src/charts/index.ts'
import type { Famille } from '../../src/kit/index.ts'
import { line, type PagePlan } from '../../src/text/index.ts'

/** Place of a family's thumb tab on the outer edge, in mm from the top of the trim; `named` when it has room for the name. */
type ThumbTab = { top: number; height: number; named: boolean }

const TAB = 40.5
const GAP = line
/** White of the edge above and below the tabs. */
const [HEAD, FOOT] = [42.75, 29.25]
const WITHOUT_NAME = 18
/** Size of the name, in mm, and what is added to each letter (`styles/print/frame/running.css`). */
const [SIZE, SPACING] = [(8.5 * 25.4) / 72, 0.01]

/** Gives each family a tab, centred on the edge: three stand at 90, 135 and 180 mm. Tabs grow for long names; too many shrink. */
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
