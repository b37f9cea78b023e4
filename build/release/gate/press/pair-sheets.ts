import { isBackCover } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import type { pdfDocuments } from '../../../judge/audit/read/pdf-documents.ts'

/** A page of the printer's file, from 1, and the page of the screen PDF that it prints; null: a page of the printer's own, for
 *  notes or blank. */
export type Pair = { press: number; screen: number | null }

/** Pages that a folded sheet holds, or a leaf that is glued. */
const SIGNATURE = { agrafe: 4, 'dos-carre': 2 } as const

/** The pages of the screen PDF that are covers. */
export function coversOf(documents: ReturnType<typeof pdfDocuments>): {
  front: Set<number>
  back: Set<number>
} {
  const pagesOf = (isCover: (item: (typeof documents)[number]['item']) => boolean) =>
    new Set(
      documents.filter(({ item }) => isCover(item)).flatMap(({ pages }) => pages.map(({ number }) => number)),
    )
  return {
    front: pagesOf(({ kind }) => kind === 'couverture'),
    back: pagesOf(isBackCover),
  }
}

/** Which page of the screen PDF each page of the printer's file must print: all of them in their order (without the covers, when
 *  they are printed apart), and pages for notes before the back cover, up to whole signatures. */
export function pairSheets(
  kit: Kit,
  documents: ReturnType<typeof pdfDocuments>,
  counts: { screen: number; press: number },
): Pair[] {
  const { front, back } = coversOf(documents)
  const all = Array.from({ length: counts.screen }, (_, index) => index + 1)
  const inside = all.filter(page => !front.has(page) && !back.has(page))
  const { couverture, reliure } = kit.impression
  // A square back has its cover on a sheet of its own.
  const covered = couverture && reliure === 'agrafe'
  // Without its cover the block keeps its left and right pages.
  const opening = covered ? [...front] : front.size % 2 === 1 ? [null] : []
  const closing = covered ? [...back] : []
  const printed = opening.length + inside.length + closing.length
  const signature = SIGNATURE[reliure]
  const notes = Math.max(counts.press - printed, 0) || (signature - (printed % signature)) % signature
  const order = [...opening, ...inside, ...Array.from({ length: notes }, () => null), ...closing]
  return order.map((screen, index) => ({ press: index + 1, screen }))
}
