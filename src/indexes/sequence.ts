import type { FichePubliee, Kit, Page } from '../kit.ts'
import { rubriquesOf } from './indexes.ts'
import { type Item, itemsOf } from './item.ts'

export type { Item } from './item.ts'

/** The reading order that all editions share: cover, sommaire, front matter, fiches by number, back matter with the
 *  two indexes before the colophon, back cover last. An index without an entry has no page.
 *  @param kit with its texts: they are what the indexes are made from */
export function sequence(kit: Kit): Item[] {
  const rubriques = rubriquesOf(kit)
  return itemsOf(kit).filter(({ kind }) => (kind !== 'territoires' && kind !== 'sigles') || rubriques[kind])
}

/** The back cover is made for paper and for the book: a site has none. */
export const isBackCover = (item: Item): boolean => item.kind === 'page' && item.page.gabarit === 'quatrieme'

/** The text that authors wrote of a document, with its head; undefined: layouts make all of it. */
export const authoredOf = (item: Item): FichePubliee | Page | undefined =>
  item.kind === 'fiche' ? item.fiche : item.kind === 'page' ? item.page : undefined
