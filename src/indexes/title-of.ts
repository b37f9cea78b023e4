import type { Item } from './sequence.ts'

/** The titles of the documents that every kit has without a file; the layouts give them. */
export const ownTitles = {
  couverture: 'Couverture',
  sommaire: 'Sommaire',
  territoires: 'Index des territoires',
  sigles: 'Sigles',
  nouveautes: 'Ce qui a changé',
} as const

/** What a document is called, in full or where there is little room. */
export function titleOf(item: Item, length: 'titre' | 'titre_court' = 'titre'): string {
  switch (item.kind) {
    case 'fiche':
      return item.fiche[length]
    case 'page':
      return item.page[length]
    default:
      return ownTitles[item.kind]
  }
}
