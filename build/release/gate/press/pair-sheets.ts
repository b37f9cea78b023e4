import type { Kit } from '../../../../src/kit.ts'
import type { pdfDocuments } from '../../../judge/audit/read/pdf-documents.ts'

/** A page of the printer's file, from 1, and the page of the screen PDF that it prints; null: a page of the printer's own, for
 *  notes or blank. */
export type Pair = { press: number; screen: number | null }

const SIGNATURE = 4

/** Which page of the screen PDF each page of the printer's file must print: all of them in their order (without the covers, when
 *  they are printed apart), and pages for notes before the back cover, up to whole signatures. */
export function pairSheets(
  kit: Kit,
  documents: ReturnType<typeof pdfDocuments>,
  counts: { screen: number; press: number },
): Pair[] {
  const pagesOf = (gabarit: 'couverture' | 'quatrieme') =>
    documents
      .filter(({ item }) =>
        gabarit === 'couverture'
          ? item.kind === 'couverture'
          : item.kind === 'page' && item.page.gabarit === gabarit,
      )
      .flatMap(({ pages }) => pages.map(({ number }) => number))
  const [front, back] = [new Set(pagesOf('couverture')), new Set(pagesOf('quatrieme'))]
  const all = Array.from({ length: counts.screen }, (_, index) => index + 1)
  const inside = all.filter(page => !front.has(page) && !back.has(page))
  const covered = kit.impression.couverture
  // Without its cover the block keeps its left and right pages.
  const opening = covered ? [...front] : front.size % 2 === 1 ? [null] : []
  const closing = covered ? [...back] : []
  const printed = opening.length + inside.length + closing.length
  const notes = Math.max(counts.press - printed, 0) || (SIGNATURE - (printed % SIGNATURE)) % SIGNATURE
  const order = [...opening, ...inside, ...Array.from({ length: notes }, () => null), ...closing]
  return order.map((screen, index) => ({ press: index + 1, screen }))
}
