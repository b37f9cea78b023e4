import { onlineAddress } from '../../../src/addresses.ts'
import type { ExcerptedFiche, ExcerptList } from '../../../src/excerpt/list.ts'
import { indexesOf } from '../../../src/indexes/indexes.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { planOf } from '../../../src/page-plan.ts'
import { metadataOf } from '../bind/metadata.ts'
import type { Pages } from '../print/assemble.ts'

/** What excerpts of a kit are made from, beside its PDF and its pieces.
 *  @param date of the edition, ISO 8601 */
export function excerptListOf(kit: Kit, pages: Pages, date: string): ExcerptList {
  const { keywords: _, ...metadata } = metadataOf(kit, date)
  const { sigles } = indexesOf(kit)
  return {
    metadata: { ...metadata, date },
    slug: kit.slug,
    textHeight: planOf(kit).zone.height,
    families: kit.familles.map(({ id }) => id),
    fiches: sequence(kit).flatMap((item): ExcerptedFiche[] => {
      const place = pages.documents.find(({ id }) => id === item.id)
      if (item.kind !== 'fiche' || !place) return []
      const { numero, famille, mots_cles, slug } = item.fiche
      const { first, last } = place
      const acronyms = sigles.flatMap(({ fiches }, index) =>
        fiches.some(user => user.slug === slug) ? [index + 1] : [],
      )
      return [{ id: slug, number: numero, family: famille, keywords: mots_cles, first, last, acronyms }]
    }),
    addresses: addressesOf(kit),
  }
}

/** The site's address of each document; none when the kit has no site. */
export function addressesOf(kit: Kit): Record<string, string> {
  return Object.fromEntries(
    sequence(kit).flatMap(item => {
      const address = onlineAddress(item, kit)
      return address === null ? [] : [[item.id, address]]
    }),
  )
}
