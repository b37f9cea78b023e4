import { type Item, isBackCover } from '../../../src/indexes/sequence.ts'
import { titleOf as nameOf } from '../../../src/indexes/title-of.ts'
import type { Kit } from '../../../src/kit.ts'

/** What each document calls itself, in all editions; the home page and the back cover bear the kit's own name. */
export function titleOf(kit: Kit, item: Item): string {
  const isCover = item.kind === 'couverture' || isBackCover(item)
  return isCover ? kit.titre : nameOf(item)
}

/** What a bookmark may call a document: its title, or its number and title; the back cover repeats the kit's title, and is
 *  called by its own. */
export function bookmarkTitlesOf(kit: Kit, item: Item): string[] {
  const title = titleOf(kit, item)
  if (item.kind === 'page') return [title, item.page.titre]
  return item.kind === 'fiche' ? [title, `${item.fiche.numero}. ${title}`] : [title]
}
