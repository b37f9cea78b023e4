import type { Item } from '../../../../src/indexes/listing.ts'
import { isBackCover } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { type Folio, folio } from '../../../../src/page-plan.ts'

/** One page of the printer's PDF. Folios are those of the edition: a page keeps its number and its side. */
export type Leaf =
  /** `index` counts the printed sheets from 0. */
  | { kind: 'printed'; folio: Folio; index: number; item: Item }
  | { kind: 'notes'; folio: Folio }
  | { kind: 'blank'; folio: Folio }

export type Section = { item: Item; first: Folio; last: Folio }

/** Pages of a signature: a folded sheet; and of a leaf. */
const SIGNATURE = 4
const LEAF = 2

type Binding = Pick<Kit['impression'], 'couverture' | 'reliure'>

/** Pages that a folded sheet, or a leaf that is glued, holds. */
export const signatureOf = ({ reliure }: Pick<Binding, 'reliure'>): number =>
  reliure === 'agrafe' ? SIGNATURE : LEAF

/** The pages in the printer's order: pages for notes before the back cover until the sheets are full. Without its covers, and
 *  a square back has them on a sheet of their own, the block keeps its left and right pages: a white leaf takes the front
 *  cover's place. */
export function planLeaves(sections: readonly Section[], binding: Binding): Leaf[] {
  const couverture = binding.couverture && binding.reliure === 'agrafe'
  const { front, back } = coversOf(sections)
  const inside = sections.filter(section => !front.includes(section) && !back.includes(section))
  const opening = front.flatMap(printed)
  const closing = couverture ? back.flatMap(printed) : []
  const leaves = couverture ? opening : opening.slice(0, opening.length % 2).map(blank)
  leaves.push(...inside.flatMap(printed))
  const signature = signatureOf(binding)
  const missing = (signature - ((leaves.length + closing.length) % signature)) % signature
  for (let count = 0; count < missing; count++) leaves.push({ kind: 'notes', folio: next(leaves) })
  for (const leaf of closing) leaves.push({ ...leaf, folio: next(leaves) })
  return leaves
}

/** The covers among the documents: each none or one. */
export function coversOf(sections: readonly Section[]): { front: Section[]; back: Section[] } {
  return {
    front: sections.filter(({ item }) => item.kind === 'couverture'),
    back: sections.filter((section, index) => index === sections.length - 1 && isBackCover(section.item)),
  }
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
