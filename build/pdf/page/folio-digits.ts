import { publishedFiches } from '../../../src/indexes/published.ts'
import type { Kit } from '../../../src/kit.ts'

/** From so many fiches on a kit may have a thousand pages: most take four, none has taken eight. */
const MANY_FICHES = 120

/** Digits that each page number has room for, known before any page is counted: the width of a number is part of how a
 *  line breaks. */
export const folioDigits = (kit: Pick<Kit, 'fiches'>): number =>
  publishedFiches(kit).length > MANY_FICHES ? 4 : 3
