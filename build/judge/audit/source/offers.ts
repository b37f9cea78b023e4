import { publishedFiches } from '../../../../src/indexes/published.ts'
import { authoredOf, isBackCover, sequence } from '../../../../src/indexes/sequence.ts'
import { titleOf as nameOf } from '../../../../src/indexes/title-of.ts'
import type { Kit } from '../../../../src/kit.ts'
import { lettersOf } from '../words.ts'
import { examplesOf } from './examples.ts'
import { titleOf } from './titles.ts'

export const editionNames = { site: 'le site', epub: 'le livre numérique', pdf: 'le PDF' } as const
export type EditionName = keyof typeof editionNames

/** A link that an edition must offer: on which page, to which document and place, and the name that it must say. */
export type Offer = {
  /** In French, for the finding: « la carte de l’accueil ». */
  what: string
  editions: readonly EditionName[]
  /** The document that offers it, or the path of a page that belongs to none. */
  on: string
  to: string
  anchor?: string
  says: string
  rel?: 'prev' | 'next'
}

const all = ['site', 'epub', 'pdf'] as const

/** The table of all that is offered, made from the kit: card, sommaire, neighbours, cross-references, indexes. */
export function* offersOf(kit: Kit): Generator<Offer> {
  const items = sequence(kit)
  const fiches = publishedFiches(kit)
  const site = ['site'] as const
  for (const { slug: to, titre: says, famille } of fiches) {
    yield { what: 'la carte de l’accueil', editions: site, on: 'couverture', to, says }
    yield { what: 'le sommaire', editions: all, on: 'sommaire', to, says }
    yield { what: 'la page de la famille', editions: site, on: `familles/${famille}/index.html`, to, says }
    yield { what: 'la table du livre', editions: ['epub'], on: 'nav.xhtml', to, says }
  }
  for (const [index, { slug: on, corps }] of fiches.entries()) {
    const [before, after] = [fiches[index - 1], fiches[index + 1]]
    if (before) yield { what: 'la fiche précédente', editions: site, on, ...named(before), rel: 'prev' }
    if (after) yield { what: 'la fiche suivante', editions: site, on, ...named(after), rel: 'next' }
    for (const { titre: says, ancre: anchor } of corps.plan)
      yield { what: 'le plan de la fiche', editions: site, on, to: on, anchor, says }
  }
  for (const item of items) {
    const editions = isBackCover(item) ? (['epub', 'pdf'] as const) : all
    for (const to of new Set(authoredOf(item)?.corps.renvois.map(({ slug }) => slug))) {
      const target = items.find(one => one.id === to)
      if (target) yield { what: 'un renvoi', editions, on: item.id, to, says: nameOf(target, 'titre_court') }
    }
  }
  for (const { fiche, exemple } of examplesOf(kit)) {
    const { titre: says, ancre: anchor } = exemple
    yield { what: 'l’index des territoires', editions: all, on: 'territoires', to: fiche.slug, anchor, says }
  }
  for (const fiche of fiches.filter(({ corps }) => corps.ressources.length > 0))
    yield { what: 'la page des ressources', editions: site, on: 'ressources/index.html', ...named(fiche) }
}

const named = (fiche: { slug: string; titre_court: string }) => ({ to: fiche.slug, says: fiche.titre_court })

/** The letters of each name that belongs to one document alone: whatever says it must lead there. */
export function namesOf(kit: Kit): Map<string, { name: string; id: string }> {
  const names = new Map<string, { name: string; id: string } | null>()
  for (const item of sequence(kit)) {
    const text = authoredOf(item)
    if (!text) continue
    const writings = new Map([titleOf(kit, item), text.titre_court].map(name => [lettersOf(name), name]))
    for (const [letters, name] of writings)
      names.set(letters, names.has(letters) ? null : { name, id: item.id })
  }
  return new Map([...names].flatMap(([letters, owner]) => (owner ? [[letters, owner] as const] : [])))
}
