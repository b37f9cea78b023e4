import type {
  Fiche,
  FicheAnnoncee,
  FicheListee,
  FichePubliee,
  Kit,
  KitListe,
  Page,
  PageListee,
} from '../kit.ts'

/** A document as the others know it. */
export type ItemListe =
  | Exclude<Item, { kind: 'fiche' | 'page' }>
  | { kind: 'fiche'; id: string; fiche: FicheListee }
  | { kind: 'page'; id: string; page: PageListee }

/** Lists a kit: everything except the texts. */
export function listingOf({ dir: _, fiches, pages, ...rest }: Kit): KitListe {
  return { ...rest, fiches: fiches.map(listedFiche), pages: pages.map(listedPage) }
}

/** Lists a fiche, without its text. */
export function listedFiche(fiche: FichePubliee): FicheListee
export function listedFiche(fiche: FichePubliee | FicheAnnoncee): FicheListee | FicheAnnoncee
export function listedFiche(fiche: FichePubliee | FicheAnnoncee): FicheListee | FicheAnnoncee {
  if (fiche.statut === 'a-paraitre') return fiche
  const { corps: _, ...listed } = fiche
  return listed
}

/** Lists a page, without its text. */
function listedPage({ corps: _, ...listed }: Page): PageListee {
  return listed
}

/** Lists a document, without its text. */
export function listedItem(item: Item): ItemListe {
  if (item.kind === 'fiche') return { ...item, fiche: listedFiche(item.fiche) }
  return item.kind === 'page' ? { ...item, page: listedPage(item.page) } : item
}

/** A document of an edition; `id` is unique in the kit and is the prefix of its anchors in print. */
export type Item =
  | { kind: 'couverture'; id: 'couverture' }
  | { kind: 'sommaire'; id: 'sommaire' }
  | { kind: 'page'; id: string; page: Page }
  | { kind: 'fiche'; id: string; fiche: FichePubliee }
  | { kind: 'territoires'; id: 'territoires' }
  | { kind: 'sigles'; id: 'sigles' }
  /** The last chapter of an e-book that tells what an edition changed: no part of the kit itself. */
  | { kind: 'nouveautes'; id: 'nouveautes' }

/** Gives the documents that a kit may have, in the order of `sequence`, whatever their texts say. */
export function itemsOf(kit: Kit): Item[] {
  const pages = (partie: Page['partie'], gabarits: Page['gabarit'][]): Item[] =>
    kit.pages
      .filter(page => page.partie === partie && gabarits.includes(page.gabarit))
      .map(page => ({ kind: 'page', id: page.slug, page }))
  const fiches = publishedFiches(kit).map((fiche): Item => ({ kind: 'fiche', id: fiche.slug, fiche }))
  return [
    { kind: 'couverture', id: 'couverture' },
    { kind: 'sommaire', id: 'sommaire' },
    ...pages('liminaires', ['texte', 'colophon']),
    ...fiches,
    ...pages('annexes', ['texte']),
    { kind: 'territoires', id: 'territoires' },
    { kind: 'sigles', id: 'sigles' },
    ...pages('annexes', ['colophon']),
    ...pages('annexes', ['quatrieme']),
  ]
}

/** The fiches that can be read, in the order of the kit: the others are only announced. */
export const publishedFiches = <F extends Fiche | FicheListee>(kit: {
  fiches: readonly F[]
}): Exclude<F, FicheAnnoncee>[] =>
  kit.fiches.filter((fiche): fiche is Exclude<F, FicheAnnoncee> => fiche.statut !== 'a-paraitre')

/** The titles of the documents that every kit has without a file; the layouts give them. */
export const ownTitles = {
  couverture: 'Couverture',
  sommaire: 'Sommaire',
  territoires: 'Index des territoires',
  sigles: 'Sigles',
  nouveautes: 'Ce qui a changé',
} as const

/** Gives the title of a document, in full or short. */
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
