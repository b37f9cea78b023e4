import { type Corps, findSigles, rememberOf } from '../../text/index.ts'
import { ciblesOf } from '../body/cibles.ts'
import type { Famille, FicheAnnoncee, FicheListee, FichePubliee, Kit, KitListe, Page } from '../kit.ts'
import { type Item, itemsOf, listedFiche, listingOf, publishedFiches } from './listing.ts'
import { lieux, type Territoires, territoires } from './territoires.ts'

export type Indexes = {
  territoires: Territoires
  /** The same, with the places of the running text: what books list. */
  lieux: Territoires
  sigles: Sigle[]
  sommaire: FamilleSommaire[]
  ressources: RessourcesFiche[]
  /** Slug of a published fiche → minutes that it takes to read. */
  lecture: Record<string, number>
}

/** Which indexes have something to say. */
export type Rubriques = { territoires: boolean; sigles: boolean; ressources: boolean }

export function rubriquesOf(kit: Kit): Rubriques {
  const { territoires, sigles, ressources } = indexesOf(kit)
  return {
    territoires: territoires.departements.length + territoires.ailleurs.length > 0,
    sigles: sigles.length > 0,
    ressources: ressources.length > 0,
  }
}

/** The kit's indexes, as the layouts of every edition read them: made once of a kit, which stays as it was read. To look for the
 *  acronyms in all the words of a large kit takes a while. */
export const indexesOf = rememberOf(
  (kit: Kit): Indexes => ({
    territoires: territoires(kit),
    lieux: lieux(kit),
    sigles: sigles(kit),
    sommaire: sommaire(listingOf(kit)),
    ressources: ressources(kit),
    lecture: Object.fromEntries(publishedFiches(kit).map(({ slug, corps }) => [slug, minutesOf(corps)])),
  }),
)

type RessourcesFiche = { fiche: FicheListee; ressources: { texte: string; url: string | null }[] }

/** The resources of each published fiche that has some, by number, each list in alphabetical order; a cross-reference reads as
 *  the title that it names. */
export function ressources(kit: Kit): RessourcesFiche[] {
  const cibles = ciblesOf(kit)
  const titled = (texte: string) =>
    texte.replace(/\[\[([^[\]]+)\]\]/g, (_, slug: string) => cibles.get(slug)?.titre ?? slug)
  const collator = new Intl.Collator('fr', { numeric: true })
  return publishedFiches(kit)
    .filter(({ corps }) => corps.ressources.length > 0)
    .map(fiche => ({
      fiche: listedFiche(fiche),
      ressources: fiche.corps.ressources
        .map(({ texte, url }) => ({ texte: titled(texte), url }))
        .sort((a, b) => collator.compare(a.texte, b.texte)),
    }))
}

/** An acronym of the kit, its full words, and the fiches with it, by number. */
type Sigle = { sigle: string; developpe: string; fiches: FicheListee[] }

/** The acronyms of `sigles.yaml` that stand in a published fiche or a page, in alphabetical order. */
export function sigles(kit: Kit): Sigle[] {
  const find = findSigles(Object.keys(kit.sigles))
  const users = new Map<string, FicheListee[]>()
  const sayIn = ({ titre, corps }: FichePubliee | Page, fiches: FicheListee[]) => {
    const mentions = find([titre, corps.texte].join('\n'))
    for (const sigle of new Set(mentions.map(({ sigle }) => sigle)))
      users.set(sigle, [...(users.get(sigle) ?? []), ...fiches])
  }
  for (const fiche of publishedFiches(kit)) sayIn(fiche, [listedFiche(fiche)])
  for (const page of kit.pages) sayIn(page, [])
  const collator = new Intl.Collator('fr')
  return [...users]
    .map(([sigle, fiches]) => ({ sigle, developpe: kit.sigles[sigle] ?? '', fiches }))
    .sort((a, b) => collator.compare(a.sigle, b.sigle))
}

/** A family with all its fiches by number, announced ones included. */
type FamilleSommaire = { famille: Famille; fiches: (FicheListee | FicheAnnoncee)[] }

/** The families in the kit's order, each with its fiches; a family without fiches is left out. */
export function sommaire(kit: KitListe): FamilleSommaire[] {
  return kit.familles
    .map(famille => ({
      famille,
      fiches: kit.fiches.filter(fiche => fiche.famille === famille.id).sort((a, b) => a.numero - b.numero),
    }))
    .filter(({ fiches }) => fiches.length > 0)
}

/** Words that are read in a minute. */
const WORDS_A_MINUTE = 220

/** Minutes that a body takes to read, begun ones included. */
export const minutesOf = ({ mots }: Pick<Corps, 'mots'>): number => Math.ceil(mots / WORDS_A_MINUTE)

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
