import type { FichePubliee, Kit, KitListe, Page } from '../kit.ts'
import { rubriquesOf } from './indexes.ts'
import { type Item, itemsOf, publishedFiches } from './listing.ts'

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

/** Longest word that a narrow field shows beside two others. */
const LENGTH = 12

/** Three words that a reader may search for: the first short keyword of three fiches, spread over the kit. */
export function searchWords(kit: KitListe): string[] {
  const words = publishedFiches(kit).flatMap(
    ({ mots_cles }) => mots_cles.find(mot => mot.length <= LENGTH) ?? [],
  )
  const distinct = [...new Set(words)]
  return [...new Set([0.2, 0.5, 0.8].map(share => distinct[Math.floor(share * distinct.length)]))].flatMap(
    word => word ?? [],
  )
}
