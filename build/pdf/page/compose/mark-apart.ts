import { columns } from '../../../../src/page-plan.ts'
import type { Item, Placement } from './matter.ts'

/** Marks the boxes of levers that a reader would not take for theirs: those that begin neither beside their text nor right under
 *  it, or under another box of theirs. */
export function markApart(placements: readonly Placement[], items: readonly Item[]): Placement[] {
  return placements.map(box => {
    const item = items[box.item]
    if (typeof box.part !== 'object' || box.from > 0 || item?.kind !== 'rang' || !item.texte) return box
    const siblings = placements.filter(one => one !== box && one.item === box.item)
    const texts = siblings.filter(({ part }) => part === 'texte')
    const beside = texts.some(
      text => !shareColumn(text, box) && text.top <= box.top + 1 && box.top < text.foot,
    )
    const above = placements
      .filter(one => one !== box && shareColumn(one, box) && one.top < box.top)
      .reduce<Placement | null>((low, one) => (low && low.foot >= one.foot ? low : one), null)
    return beside || above?.item === box.item ? box : { ...box, apart: true }
  })
}

const shareColumn = (a: Placement, b: Placement) =>
  a.left < b.left + columns[b.width] && b.left < a.left + columns[a.width]
