import type { SearchPart } from './documents.ts'

/** Weighs a word in a part: in its title, in its keywords, in its text at most; and a région that a part is in. */
export const wordWeight = {
  title: 4,
  shortTitle: 4,
  keyword: 4,
  text: 1,
  region: 12,
} as const

/** Words of a usual passage: each word of a longer one counts less. */
export const USUAL_PASSAGE_WORDS = 120

/** Multiplies a part that says as much as another. */
export const partWeight: Record<SearchPart['genre'], number> = {
  page: 1.3,
  section: 1,
  domaine: 0.7,
  ressources: 0.5,
  levier: 1,
  exemple: 0.7,
  chiffre: 0.8,
  sigle: 0.15,
}

/** Factors for other ways to say the typed words. */
export const wayWeight = {
  typed: 1,
  corrected: 0.9,
  synonym: 1,
  unfinished: 0.7,
  partOfSynonym: 0.4,
  sameRoot: 0.3,
  /** An unfinished word that texts hold as it is. */
  longer: 0.1,
} as const

/** Ways that say what was typed word for word weigh at least so much. */
export const SAME_WAY_WEIGHT = 0.7

/** Shares of a query, from 0 to 1, beside a rare word's. */
export const share = {
  place: 0.5,
  unheldWord: 0.7,
  intent: 0.25,
  inPassing: 0.8,
} as const

/** Multiplies a document whose best part says the query word for word. */
export const WORD_FOR_WORD = 9

/** Factor for a page that only presents the kit, when the query has several wishes. */
export const PAGE_OF_KIT = 0.4

/** Factor for such a page when its titles and keywords leave out a word of the query. */
export const PAGE_UNNAMED = 0.2

/** Factor for a fiche that cannot be read yet. */
export const ANNOUNCED = 0.35

/** Adds to the best part of a document so much of the best that it says of each word. */
export const REST_OF_DOCUMENT = 0.3

/** Least letters of a long word. In a shorter word, a changed letter makes another word. */
export const LONG_WORD_LETTERS = 7

/** Words that an unfinished word may become. */
export const UNFINISHED_WORDS = 30
