import type { Kit } from '../../../../src/kit.ts'
import { planOf } from '../../../../src/page-plan.ts'
import { type Mm, mm } from '../../../../src/units.ts'
import { spineWidth } from '../../press/paper.ts'
import { signatureOf } from '../../press/sheet/leaves.ts'

/** What a file for the printer is: its pages one by one, the flat cover of a square back, or a booklet on folded sheets. */
export type SheetKind = 'pages' | 'couverture' | 'cahier'

export type SheetFormat = {
  /** The finished sheet. */
  width: Mm
  height: Mm
  /** The file has a multiple of so many pages. */
  signature: number
}

/** @param body pages of the book, covers of a square back left out */
export function formatOf(kind: SheetKind, { impression }: Kit, body: number): SheetFormat {
  const { width, height } = planOf({ impression }).trim
  switch (kind) {
    case 'pages':
      return { width, height, signature: signatureOf(impression) }
    case 'couverture':
      return { width: mm(2 * width + spineWidth(body, impression.papier)), height, signature: 1 }
    case 'cahier':
      return { width: mm(2 * width), height, signature: 2 }
    default:
      return kind satisfies never
  }
}
