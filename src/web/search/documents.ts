/** What is found: a page, or something that has a place in one. Titles and `mots` weigh more than `texte`. */
export type Part = {
  genre: 'page' | 'section' | 'domaine' | 'ressources' | 'levier' | 'exemple' | 'chiffre' | 'sigle'
  /** Anchor in the page; none: its top. */
  ancre?: string
  titre: string
  /** What it is found by beside its text: keywords, place, département. */
  mots?: string
  /** Names of the régions it is in: it is found by the whole of them alone. */
  regions?: string[]
  texte: string
}

/** A page of the site. Its first part is the page itself. */
export type SearchDocument = {
  /** Relative to the site. */
  adresse: string
  /** « Fiche levier 8 », « Page du kit ». */
  genre: string
  famille?: string
  forme?: string
  parties: Part[]
}

/** The file that names the one in which all is. */
export const SEARCH_POINTER = 'recherche.json'

/** `index`: relative to the site, its name made from its content. */
export type SearchPointer = { index: string }

/** All that the search of a site knows: what the index holds, as JSON, deflated. */
export type SearchData = {
  documents: SearchDocument[]
  index: PackedIndex
  /** Groups of words that mean the same. */
  synonymes: string[][]
  /** Names of places and set expressions, those included that the kit does not speak of: they are never taken apart, nor taken for another
   *  word. */
  lieux: string[]
  /** Proposed where nothing is found. */
  familles: { id: string; pluriel: string; forme: string }[]
}

/** The words of all parts, read when the site is made: a browser has only to look them up. Parts are numbered through all documents. */
export type PackedIndex = {
  /** In the order of their letters, as `packSorted` writes them. */
  stems: string[]
  /** Of each stem: how many parts further on, weight in tenths, how many further, weight … */
  postings: number[][]
  /** Of each stem: the words that have it, without accents, as `packSpellings` writes them. */
  spellings: string[]
}
