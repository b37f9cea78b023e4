import { itemsOf } from '../../../../src/indexes/listing.ts'
import type { Kit } from '../../../../src/kit.ts'
import { folio } from '../../../../src/page-plan.ts'
import type { Pages } from '../../print/assemble.ts'
import type { Section } from './leaves.ts'

/** The documents of the edition with their pages.
 *  @throws Error when the pages are those of another kit */
export function sectionsOf(kit: Kit, { documents }: Pick<Pages, 'documents'>): Section[] {
  const items = new Map(itemsOf(kit).map(item => [item.id, item]))
  return documents.map(({ id, first, last }) => {
    const item = items.get(id)
    if (!item) throw new Error(`the kit has no document ${id}`)
    return { item, first: folio(first), last: folio(last) }
  })
}
