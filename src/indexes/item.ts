import type { FichePubliee, Kit, Page } from '../kit.ts'
import { publishedFiches } from './published.ts'

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

/** What a kit may have as documents, whatever its texts say, in the order of `sequence`. */
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
