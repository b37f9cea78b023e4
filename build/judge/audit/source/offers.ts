import { indexesOf } from '../../../../src/indexes/indexes.ts'
import { type Item, isBackCover, sequence } from '../../../../src/indexes/sequence.ts'
import type { Kit } from '../../../../src/kit.ts'
import { lettersOf } from '../words.ts'
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
  anchor: string
  says: string
  rel?: 'prev' | 'next'
}

const all = ['site', 'epub', 'pdf'] as const

/** The table of all that is offered, made from the kit: card, sommaire, neighbours, cross-references, indexes. */
export function offersOf(kit: Kit): Offer[] {
  const items = sequence(kit)
  const fiches = items.flatMap(item => (item.kind === 'fiche' ? [item.fiche] : []))
  const { territoires, ressources } = indexesOf(kit)
  const lists = fiches.flatMap(({ slug, titre, famille }): Offer[] => [
    {
      what: 'la carte de l’accueil',
      editions: ['site'],
      on: 'couverture',
      to: slug,
      anchor: '',
      says: titre,
    },
    { what: 'le sommaire', editions: all, on: 'sommaire', to: slug, anchor: '', says: titre },
    {
      what: 'la page de la famille',
      editions: ['site'],
      on: `familles/${famille}/index.html`,
      to: slug,
      anchor: '',
      says: titre,
    },
    { what: 'la table du livre', editions: ['epub'], on: 'nav.xhtml', to: slug, anchor: '', says: titre },
  ])
  const neighbours = fiches.flatMap((fiche, index): Offer[] => {
    const offer = (rel: 'prev' | 'next'): Offer[] => {
      const other = fiches[rel === 'prev' ? index - 1 : index + 1]
      return other
        ? [
            {
              what: rel === 'prev' ? 'la fiche précédente' : 'la fiche suivante',
              editions: ['site'],
              on: fiche.slug,
              to: other.slug,
              anchor: '',
              says: other.titre_court,
              rel,
            },
          ]
        : []
    }
    return [...offer('prev'), ...offer('next')]
  })
  const references = items.flatMap(item => {
    if (item.kind !== 'fiche' && item.kind !== 'page') return []
    const { corps } = item.kind === 'fiche' ? item.fiche : item.page
    return [...new Set(corps.renvois.map(({ slug }) => slug))].flatMap((slug): Offer[] => {
      const target = items.find(one => one.id === slug)
      const says = target && shortTitle(target)
      return says === undefined
        ? []
        : [
            {
              what: 'un renvoi',
              editions: isBackCover(item) ? ['epub', 'pdf'] : all,
              on: item.id,
              to: slug,
              anchor: '',
              says,
            },
          ]
    })
  })
  const sections = fiches.flatMap(({ slug, corps }) =>
    corps.plan.map(
      ({ titre, ancre }): Offer => ({
        what: 'le plan de la fiche',
        editions: ['site'],
        on: slug,
        to: slug,
        anchor: ancre,
        says: titre,
      }),
    ),
  )
  const listed = [...territoires.departements, ...territoires.ailleurs].flatMap(({ exemples }) => exemples)
  const examples = listed.map(
    ({ fiche, titre, ancre }): Offer => ({
      what: 'l’index des territoires',
      editions: all,
      on: 'territoires',
      to: fiche.slug,
      anchor: ancre,
      says: titre,
    }),
  )
  const sources = ressources.map(
    ({ fiche }): Offer => ({
      what: 'la page des ressources',
      editions: ['site'],
      on: 'ressources/index.html',
      to: fiche.slug,
      anchor: '',
      says: fiche.titre_court,
    }),
  )
  return [...lists, ...neighbours, ...references, ...sections, ...examples, ...sources]
}

/** The letters of each name that belongs to one document alone: whatever says it must lead there. */
export function namesOf(kit: Kit): Map<string, { name: string; id: string }> {
  const names = new Map<string, { name: string; id: string } | null>()
  for (const item of sequence(kit)) {
    if (item.kind !== 'fiche' && item.kind !== 'page') continue
    const writings = new Map([titleOf(kit, item), shortTitle(item)].map(name => [lettersOf(name), name]))
    for (const [letters, name] of writings)
      names.set(letters, names.has(letters) ? null : { name, id: item.id })
  }
  return new Map([...names].flatMap(([letters, owner]) => (owner ? [[letters, owner] as const] : [])))
}

const shortTitle = (item: Item): string =>
  item.kind === 'fiche' ? item.fiche.titre_court : item.kind === 'page' ? item.page.titre_court : item.id
