import { sigleAnchor, slugify } from '../text/index.ts'

/** A result: a page, or a place in one. */
export type SearchPart = {
  genre: 'page' | 'section' | 'domaine' | 'ressources' | 'levier' | 'exemple' | 'chiffre' | 'sigle'
  /** Anchor in the page, where `anchorOf` does not tell it from the title. */
  ancre?: string
  titre: string
  /** Keywords, and names of the places that it is about or names. */
  mots?: string[]
  /** Place of an example, as the fiche names it. */
  lieu?: string
  /** Codes of the départements of an example. */
  departements?: string[]
  /** Names of the régions it is in: it is found by the whole of them alone. */
  regions?: string[]
  texte: string
}

/** Gives the anchor of a part in its page; undefined: its top. */
export const anchorOf = (part: Pick<SearchPart, 'genre' | 'ancre' | 'titre'>): string | undefined =>
  part.ancre ?? (part.genre === 'page' ? undefined : usualAnchor(part))

/** The anchor that most parts of a kind have. */
export const usualAnchor = ({ genre, titre }: Pick<SearchPart, 'genre' | 'titre'>): string =>
  genre === 'sigle' ? sigleAnchor(titre) : `${genre === 'exemple' ? 'exemple-' : ''}${slugify(titre)}`

/** `Exemple, Rennes (35) : La coopérative éphémère` */
export const nameOf = ({ genre, titre, lieu, departements = [] }: SearchPart): string => {
  if (genre !== 'exemple') return titre
  const code = departements.length > 0 ? ` (${departements.join(', ')})` : ''
  return `Exemple${lieu ? `, ${lieu}${code}` : ''} : ${titre}`
}

/** A page of the site. Its first part is the page itself. */
export type SearchDocument = {
  /** Relative to the site. */
  adresse: string
  /** « Fiche levier 8 », « Page du kit ». */
  genre: string
  famille?: string
  forme?: string
  /** There is nothing to read yet. */
  annonce?: true
  parties: SearchPart[]
}

/** All that the search of a site knows: what its file holds, as JSON, deflated. */
export type SearchData = {
  documents: SearchDocument[]
  /** Groups of words that mean the same, acronyms and what they mean left out: they are documents. */
  synonymes: string[][]
  /** Names of places by région, those included that the kit does not speak of: they are taken for no other word. */
  lieux: Record<string, string[]>
  /** Proposed where nothing is found. */
  familles: { id: string; pluriel: string; forme: string }[]
}

/** The file with the name of the data file. */
export const SEARCH_POINTER = 'recherche.json'

/** `index`: relative to the site, its name made from its content. */
export type SearchPointer = { index: string }

/** A document that answers: its best part first, then other parts that answer too. `stems` are the words to mark. */
export type SearchHit = { document: SearchDocument; parts: SearchPart[]; stems: ReadonlySet<string> }

export type SearchAnswer = {
  /** Leads to the examples of the place that the query is about: it stands before all else. */
  examples: SearchHit | null
  found: SearchHit[]
  /** The query as it was probably meant, when it was searched for instead. */
  corrected: string | null
  /** Words of the query, as typed, that the kit does not hold. */
  unheld: readonly string[]
  /** Where nothing answers: what is in the région of a place that the kit does not speak of; or (`region` is null) what answers other words
   *  of the query. */
  near: { region: string | null; found: SearchHit[] }
}

export type Engine = {
  search(query: string): SearchAnswer
}

/** The same, of the examples alone: each is a document, its lever and its fiche among its words. */
export const examplesOf = (data: SearchData): SearchData => ({
  ...data,
  documents: data.documents.flatMap(document => {
    const fiche = document.parties[0]?.titre ?? ''
    let heading = ''
    return document.parties.flatMap(part => {
      if (part.genre === 'levier' || part.genre === 'section') heading = part.titre
      if (part.genre !== 'exemple') return []
      const mots = [...(part.mots ?? []), heading, fiche]
      return { ...document, parties: [{ ...part, ancre: anchorOf(part) ?? '', mots }] }
    })
  }),
})
