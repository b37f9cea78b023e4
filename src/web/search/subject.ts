import { plainWordsOf } from './words.ts'

/** « La fiche sur », « télécharger la fiche », « pdf fiche » before what a fiche is about, or before its number. */
const before =
  /^\s*(?:(?:t[ée]l[ée]charge[rz]?|imprimer|pdf|la|le|de|du)\s+)*fiche\s+(?:sur\s+|n(?:um[ée]ro|[o°])?\s*(?=\d))?(?=\d|\p{L}{3})/iu

/** « … en PDF » behind it. */
const behind = /\s+(?:en\s+)?pdf\s*$/i

/** « Dans notre commune », « de mon village »: who asks, and not what. */
const asker =
  /(?<![\p{L}-])(?:(?:dans|de|sur|pour|par|à|a|en)\s+)?(?:mon|ma|nos|notre)\s+(?:petite?\s+)?(?:agglo(?:m[ée]ration)?|com ?com|commune|d[ée]partement|epci|interco(?:mmunalit[ée])?|mairie|m[ée]tropole|quartier|territoire|village|ville)s?(?![\p{L}-])/giu

/** « Notre » before a word is no law, but after « loi ». */
const ours = /(?<![\p{L}-]|[Ll]oi )[Nn]otre\s+(?=\p{L})/gu

/** What a query is about, without who asks, and what a fiche is about that is asked for by name, as a page or a file: « mobilité » of « la fiche
 *  sur la mobilité », of one that says « voir la fiche » beside it. A number alone says too little of what it is. */
export function subjectOf(query: string): string {
  const subject = query.replace(before, '')
  const named = subject === query ? query : subject.replace(behind, '')
  const whole = subject !== query && /^\d/.test(named) ? `fiche ${named}` : named
  const without = whole.replace(asker, ' ').replace(ours, '')
  return plainWordsOf(without).length > 0 ? without : whole
}
