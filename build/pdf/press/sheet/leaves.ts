import type { Item } from '../../../../src/indexes/sequence.ts'
import { type Folio, folio } from '../../../../src/units.ts'

/** One page of the printer's PDF. Folios are those of the edition: a page keeps its number and its side. */
export type Leaf =
  /** `index` counts the printed sheets from 0. */
  | { kind: 'printed'; folio: Folio; index: number; item: Item }
  | { kind: 'notes'; folio: Folio }
  | { kind: 'blank'; folio: Folio }

export type Section = { item: Item; first: Folio; last: Folio }

/** Pages of a signature: a folded sheet. */
const SIGNATURE = 4

/** The pages in the printer's order: pages for notes before the back cover until the count is a multiple of four.
 *  Without its covers the block keeps its left and right pages: a white leaf takes the front cover's place. */
export function planLeaves(sections: readonly Section[], { couverture }: { couverture: boolean }): Leaf[] {
  const front = sections.filter(({ item }) => item.kind === 'couverture')
  const back = sections.filter((section, index) => index === sections.length - 1 && isBackCover(section.item))
  const inside = sections.filter(section => !front.includes(section) && !back.includes(section))
  const opening = front.flatMap(printed)
  const closing = couverture ? back.flatMap(printed) : []
  const leaves = couverture ? opening : opening.slice(0, opening.length % 2).map(blank)
  leaves.push(...inside.flatMap(printed))
  const missing = (SIGNATURE - ((leaves.length + closing.length) % SIGNATURE)) % SIGNATURE
  for (let count = 0; count < missing; count++) leaves.push({ kind: 'notes', folio: next(leaves) })
  for (const leaf of closing) leaves.push({ ...leaf, folio: next(leaves) })
  return leaves
}

const next = (leaves: readonly Leaf[]) => folio((leaves.at(-1)?.folio ?? 0) + 1)

const printed = ({ item, first, last }: Section): Leaf[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    kind: 'printed',
    folio: folio(first + index),
    index: first + index - 1,
    item,
  }))

const blank = ({ folio }: Leaf): Leaf => ({ kind: 'blank', folio })

const isBackCover = (item: Item) => item.kind === 'page' && item.page.gabarit === 'quatrieme'
