import { type Item, isBackCover, itemsOf, type Kit } from '../../../src/kit/index.ts'
import {
  type Folio,
  folio,
  type Mm,
  mm,
  type PagePlan,
  type Pt,
  planOf,
  bleed as printedBleed,
  pt,
  toPt,
} from '../../../src/text/index.ts'
import type { Pages } from '../../paper/index.ts'
import { PressSettingError } from '../faults.ts'

/** Left, bottom, right, top, in points from the lower left corner of the MediaBox. */
export type PageBox = readonly [Pt, Pt, Pt, Pt]

/** The boxes of a sheet: all pages of the printer's PDF share theirs. */
export type Geometry = { media: PageBox; bleed: PageBox; trim: PageBox; bleedWidth: Mm; marks: boolean }

/** Room beyond the bleed for the marks and the slug line. */
export const slug = mm(10)

/** @param size of the finished sheet; a page without it
 *  @throws PressSettingError when more bleed is asked for than the sheets were printed with
 *  @see ISO 32000-1 §14.11.2, ISO 15930-7 §6.13 */
export function planSheet(
  impression: Kit['impression'],
  size: { width: Mm; height: Mm } = planOf({ impression }).trim,
): Geometry {
  const { fond_perdu, reperes } = impression
  if (fond_perdu > printedBleed)
    throw new PressSettingError(
      `impression.fond_perdu : ${fond_perdu} mm demandés, la mise en pages en imprime ${printedBleed}`,
    )
  const margin = reperes ? fond_perdu + slug : fond_perdu
  const at = (length: number) => round(toPt(mm(length)))
  const boxAt = (from: number, beyond: number): PageBox => [
    at(from - beyond),
    at(from - beyond),
    at(from + size.width + beyond),
    at(from + size.height + beyond),
  ]
  const trim = boxAt(margin, 0)
  const bleed = boxAt(margin, fond_perdu)
  return {
    // The file's own page begins at zero: some imposition programs ignore any other origin.
    media: boxAt(margin, margin),
    bleed,
    trim,
    bleedWidth: mm(fond_perdu),
    marks: reperes,
  }
}

/** Computes the trim's lower left corner on a printed sheet. Chromium rounds the sheet to 1/96 in and paints from its
 *  top left corner: the trim is measured from there. */
export function printedTrim(sheetHeight: number, { trim }: Pick<PagePlan, 'trim'>): { x: Pt; y: Pt } {
  return {
    x: toPt(printedBleed),
    y: pt(sheetHeight - toPt(printedBleed) - toPt(trim.height)),
  }
}

export const round = (length: number) => pt(Math.round(length * 1e4) / 1e4)

type Papier = Kit['impression']['papier']

/** Computes the thickness of a leaf: its weight (g/m²) times its bulk (cm³/g). */
export const leafThickness = ({ grammage, main }: Papier): Mm => mm((grammage * main) / 1000)

/** Width of the spine of a square back, with the cover around it where its paper is known, to the tenth of a millimetre.
 *  @param pages of the body */
export function spineWidth(
  pages: number,
  { papier, papier_couverture }: Pick<Kit['impression'], 'papier' | 'papier_couverture'>,
): Mm {
  const cover = papier_couverture ? 2 * leafThickness(papier_couverture) : 0
  return mm(Math.round(10 * (Math.ceil(pages / 2) * leafThickness(papier) + cover)) / 10)
}

/** One page of the printer's PDF. Folios are those of the edition: a page keeps its number and its side. */
export type Leaf =
  /** `index` counts the printed sheets from 0. */
  | { kind: 'printed'; folio: Folio; index: number; item: Item }
  | { kind: 'notes'; folio: Folio }
  | { kind: 'half-title'; folio: Folio }

export type PressSection = { item: Item; first: Folio; last: Folio }

type BindingSettings = Pick<Kit['impression'], 'couverture' | 'reliure'>

/** Pages that a folded sheet, or a leaf that is glued, holds. */
export const signatureOf = ({ reliure }: Pick<BindingSettings, 'reliure'>): number =>
  reliure === 'agrafe' ? 4 : 2

/** Puts the pages in the printer's order, with pages for notes before the back cover until the sheets are full. Without its covers the
 *  block keeps its left and right pages: a half-title takes the front cover's place. */
export function planLeaves(sections: readonly PressSection[], binding: BindingSettings): Leaf[] {
  const couverture = binding.couverture && binding.reliure === 'agrafe'
  const { front, back } = coversOf(sections)
  const inside = sections.filter(section => !front.includes(section) && !back.includes(section))
  const opening = front.flatMap(printed)
  const closing = couverture ? back.flatMap(printed) : []
  const leaves = couverture ? opening : opening.slice(0, opening.length % 2).map(halfTitle)
  leaves.push(...inside.flatMap(printed))
  const signature = signatureOf(binding)
  const missing = (signature - ((leaves.length + closing.length) % signature)) % signature
  for (let count = 0; count < missing; count++) leaves.push({ kind: 'notes', folio: next(leaves) })
  for (const leaf of closing) leaves.push({ ...leaf, folio: next(leaves) })
  return leaves
}

export function coversOf(sections: readonly PressSection[]): { front: PressSection[]; back: PressSection[] } {
  return {
    front: sections.filter(({ item }) => item.kind === 'couverture'),
    back: sections.filter((section, index) => index === sections.length - 1 && isBackCover(section.item)),
  }
}

const next = (leaves: readonly Leaf[]) => folio((leaves.at(-1)?.folio ?? 0) + 1)

const printed = ({ item, first, last }: PressSection): Leaf[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    kind: 'printed',
    folio: folio(first + index),
    index: first + index - 1,
    item,
  }))

const halfTitle = ({ folio }: Leaf): Leaf => ({ kind: 'half-title', folio })

export function sectionsOf(kit: Kit, { documents }: Pick<Pages, 'documents'>): PressSection[] {
  const items = new Map(itemsOf(kit).map(item => [item.id, item]))
  return documents.map(({ id, first, last }) => {
    const item = items.get(id)
    if (!item) throw new Error(`the kit has no document ${id}`)
    return { item, first: folio(first), last: folio(last) }
  })
}
