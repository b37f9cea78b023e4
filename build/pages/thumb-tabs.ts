import { textWidth } from '../../src/charts/index.ts'
import type { Famille } from '../../src/kit/index.ts'
import { line, type PagePlan, tab } from '../../src/text/index.ts'

/** Place of a family's thumb tab on the outer edge, in mm from the top of the trim; `named` when it has room for the name. */
type ThumbTab = { top: number; height: number; named: boolean }

/** Gives each family a tab, centred on the edge: three stand at 90, 135 and 180 mm. Tabs grow for long names; too many shrink. */
export function thumbTabs(
  familles: readonly Famille[],
  { trim }: Pick<PagePlan, 'trim'>,
): Map<string, ThumbTab> {
  const longest = Math.max(0, ...familles.map(({ pluriel }) => lengthOf(pluriel)))
  const wanted = Math.max(tab.height, tab.nameless + longest)
  const edge = trim.height - tab.head - tab.foot
  const height = Math.min(wanted, (edge + line) / Math.max(1, familles.length) - line)
  const first = tab.head + edge / 2 - (familles.length * (height + line) - line) / 2
  return new Map(
    familles.map(({ id }, index) => [
      id,
      {
        top: round(first + index * (height + line)),
        height: round(height),
        named: height >= tab.nameless + longest,
      },
    ]),
  )
}

const size = (tab.size * 25.4) / 72
const lengthOf = (name: string) => textWidth(name, 'figure', size) + tab.spacing * size * name.length

const round = (length: number) => Math.round(length * 100) / 100
