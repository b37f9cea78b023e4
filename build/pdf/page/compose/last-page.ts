import { columns } from '../../../../src/page-plan.ts'
import type { Item } from './matter.ts'
import type { Chain } from './state.ts'
import { WEIGHT } from './state.ts'

/** Strips, in mm from the left edge of the text, that stand in the first and in the last column, whether a page is cut into text and margin or into halves. */
const STRIPS = {
  left: [0, columns.page / 2],
  right: [columns.page - columns.margin, columns.page],
} as const
/** White that no eye takes for a hole, in mm. */
const QUIET = 12
/** Part of a page that the last one should hold, and that it must: of ink, and of what stands over the resources with them. */
const LEAST = { ink: [0.38, 0.35], used: [0.22, 0.18] } as const

/** What it costs that the last page holds so little, in mm of both columns. */
export function poorCost(height: number, page: number, of: keyof typeof LEAST): number {
  const part = height / page
  const [little, least] = LEAST[of]
  return 700 * Math.max(0, little - part) + 1200 * Math.max(0, least - part)
}

/** Height of what stands on a page, in mm of both columns, with the small white between. */
export function inkOn(placed: Chain | null, page: number, items: readonly Item[]): number {
  return WEIGHT.left * inkIn('left') + WEIGHT.right * inkIn('right')

  function inkIn(side: 'left' | 'right'): number {
    const [from, to] = STRIPS[side]
    const stretches: [top: number, foot: number][] = []
    for (let chain = placed; chain && chain.last >= page; chain = chain.before)
      for (const { item, part, pieces, width } of chain.placed) {
        // Of a heading the rule alone comes so far.
        const one = items[item]
        if (
          side === 'right' &&
          part === 'bande' &&
          one?.kind === 'bande' &&
          one.role === 'titre' &&
          width !== 'half'
        )
          continue
        for (const { page: on, left, top, foot } of pieces)
          if (on + chain.shift === page && left < to && left + columns[width] > from)
            stretches.push([top, foot])
      }
    stretches.sort(([a], [b]) => a - b)
    let [ink, y] = [0, 0]
    for (const [top, foot] of stretches) {
      if (foot <= y) continue
      ink += foot - (top - y <= QUIET ? y : top)
      y = foot
    }
    return ink
  }
}
