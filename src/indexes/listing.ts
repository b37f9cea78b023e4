import type {
  Corps,
  FicheAnnoncee,
  FicheListee,
  FichePubliee,
  Kit,
  KitListe,
  Page,
  PageListee,
} from '../kit.ts'
import type { Item } from './item.ts'

/** A document as the others know it. */
export type ItemListe =
  | Exclude<Item, { kind: 'fiche' | 'page' }>
  | { kind: 'fiche'; id: string; fiche: FicheListee }
  | { kind: 'page'; id: string; page: PageListee }

/** What is listed of a kit: all of it but the texts. */
export function listingOf({ dir: _, fiches, pages, ...rest }: Kit): KitListe {
  return { ...rest, fiches: fiches.map(listedFiche), pages: pages.map(listedPage) }
}

/** A text without a word. */
export const NO_TEXT: Corps = {
  source: '',
  line: 1,
  texte: '',
  plan: [],
  exemples: [],
  chiffres: [],
  ressources: [],
  renvois: [],
  images: [],
  reperes: [],
  mots: 0,
}

/** The kit with empty texts: for whoever is given its documents as they are rendered. They are most of its weight. */
export const withoutTexts = (kit: Kit): Kit => ({
  ...kit,
  fiches: kit.fiches.map(fiche => (fiche.statut === 'a-paraitre' ? fiche : { ...fiche, corps: NO_TEXT })),
  pages: kit.pages.map(page => ({ ...page, corps: NO_TEXT })),
})

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
