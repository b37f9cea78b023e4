import type { Place } from '../problems/index.ts'

/** A Markdown body, and what its readers ask of it without its tokens (`tokensOf`), from which every medium is rendered. */
export type Corps = {
  /** The Markdown after the front matter. */
  source: string
  /** Line of the file where `source` begins, from 1. */
  line: number
  /** Its words as they are set, without markup: a line for each paragraph, title, cell. */
  texte: string
  /** `##` sections with their `###`, in order. */
  plan: Section[]
  exemples: Exemple[]
  /** Places that the running text names with their codes, each under the title that it stands below. */
  lieux: (Pick<Exemple, 'titre' | 'ancre' | 'lieu'> & { codes: string[] })[]
  chiffres: {
    ancre: string
    figure: string
    legende: string
    titre: string | null
    source: string | null
  }[]
  /** A cross-reference in a `texte` is as it was written: `[[slug]]`. */
  ressources: { texte: string; url: string | null }[]
  renvois: { slug: string; place: Place }[]
  images: { path: string; alt: string; place: Place }[]
  /** Examples, levers and figures with an address: the anchor as written (null: none), and the one made of its words. */
  reperes: { genre: 'exemple' | 'levier' | 'chiffre'; ancre: string | null; proposal: string; place: Place }[]
  /** Words of the text, block titles included. */
  mots: number
}

export type Section = {
  titre: string
  ancre: string
  leviers: boolean
  niveaux: { titre: string; ancre: string; picto: string | null }[]
}

export type Exemple = {
  titre: string
  /** The lever that it shows, if it stands under one. */
  levier: { titre: string; ancre: string } | null
  /** Anchor within the fiche. */
  ancre: string
  lieu: string
  /** `['69']`, `['59', '62']`, or none. */
  departements: string[]
  /** `['Belgique']`, where the place is in no département of France. */
  pays: string[]
}
