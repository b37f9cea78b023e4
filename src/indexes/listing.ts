import type { FicheAnnoncee, FicheListee, FichePubliee, Kit, KitListe, Page, PageListee } from '../kit.ts'
import type { Item } from './sequence.ts'

/** A document as the others know it. */
export type ItemListe =
  | Exclude<Item, { kind: 'fiche' | 'page' }>
  | { kind: 'fiche'; id: string; fiche: FicheListee }
  | { kind: 'page'; id: string; page: PageListee }

/** What is listed of a kit: all of it but the texts. */
export function listingOf({ dir: _, fiches, pages, ...rest }: Kit): KitListe {
  return { ...rest, fiches: fiches.map(listedFiche), pages: pages.map(listedPage) }
}

/** What is listed of a fiche. */
export function listedFiche(fiche: FichePubliee): FicheListee
export function listedFiche(fiche: FichePubliee | FicheAnnoncee): FicheListee | FicheAnnoncee
export function listedFiche(fiche: FichePubliee | FicheAnnoncee): FicheListee | FicheAnnoncee {
  if (fiche.statut === 'a-paraitre') return fiche
  const { corps: _, ...listed } = fiche
  return listed
}

/** What is listed of a page. */
export function listedPage({ corps: _, ...listed }: Page): PageListee {
  return listed
}

/** What is listed of a document. */
export function listedItem(item: Item): ItemListe {
  if (item.kind === 'fiche') return { ...item, fiche: listedFiche(item.fiche) }
  return item.kind === 'page' ? { ...item, page: listedPage(item.page) } : item
}
