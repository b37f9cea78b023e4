import { slugify } from '../../slugify.ts'

/** What is found: a page, or something that has a place in one. Titles and `mots` weigh more than `texte`. */
export type Part = {
  genre: 'page' | 'section' | 'domaine' | 'ressources' | 'levier' | 'exemple' | 'chiffre' | 'sigle'
  /** Anchor in the page, where `anchorOf` does not tell it from the title. */
  ancre?: string
  titre: string
  /** What it is found by beside its text: keywords, place, département. */
  mots?: string
  /** Names of the régions it is in: it is found by the whole of them alone. */
  regions?: string[]
  texte: string
}

/** Where a part stands in its page; undefined: at its top. */
export const anchorOf = (part: Pick<Part, 'genre' | 'ancre' | 'titre'>): string | undefined =>
  part.ancre ?? (part.genre === 'page' ? undefined : usualAnchor(part))

/** The anchor that most parts of a kind have. */
export const usualAnchor = ({ genre, titre }: Pick<Part, 'genre' | 'titre'>): string =>
  genre === 'sigle'
    ? `sigle-${titre.replace(/[^A-Za-z0-9]+/g, '-')}`
    : `${genre === 'exemple' ? 'exemple-' : ''}${slugify(titre)}`

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

/** Each acronym with what it means. */
export const acronymsOf = (documents: readonly SearchDocument[]): string[][] =>
  documents
    .flatMap(({ parties }) => parties)
    .filter(({ genre }) => genre === 'sigle')
    .map(({ titre, texte }) => [titre, texte])

/** The file that names the one in which all is. */
export const SEARCH_POINTER = 'recherche.json'

/** `index`: relative to the site, its name made from its content. */
export type SearchPointer = { index: string }

/** All that the search of a site knows: what the index holds, as JSON, deflated. */
export type SearchData = {
  documents: SearchDocument[]
  /** Groups of words that mean the same, acronyms and what they mean left out: they are documents. */
  synonymes: string[][]
  /** Names of places and set expressions, those included that the kit does not speak of: they are never taken apart, nor taken for another
   *  word. In the order of their letters, as `packSorted` writes them. */
  lieux: string
  index: PackedIndex
  /** Proposed where nothing is found. */
  familles: { id: string; pluriel: string; forme: string }[]
}

/** The words of all parts, read when the site is made: a browser has only to look them up. Parts are numbered through all documents. */
export type PackedIndex = {
  /** In the order of their letters, as `packSorted` writes them. */
  stems: string
  /** Of each stem: how many parts further on each part stands that holds it, one sign each; a space between two stems. */
  steps: string
  /** The weights in these, in tenths, one sign each. */
  weights: string
  /** Of each stem: the words that have it, without accents, as `packSpellings` writes them; `|` between two stems. */
  spellings: string
}
