/** An acronym in a text, and where it stands. */
type Mention = { sigle: string; index: number }

/** Finds the acronyms of `names` in a text, in order: whole words, the longest first. A plural s belongs to the acronym
 *  (« les SCICs »). A letter, a digit or a hyphen beside it makes another name (« CO2 », « INSEE-FLORES »). */
export function findSigles(names: readonly string[]): (text: string) => Mention[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const oneOf = longestFirst.map(literal).join('|') || NOTHING
  const pattern = new RegExp(`(?<!${NAME_PART})(?:${oneOf})(?=s?(?!${NAME_PART}))`, 'gu')
  return text => Array.from(text.matchAll(pattern), ({ 0: sigle, index }) => ({ sigle, index }))
}

const NAME_PART = '[\\p{L}\\p{N}_-]'

/** A pattern that no text fits. */
const NOTHING = '(?!)'

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** The anchor of an acronym in the list of them all. */
export const sigleAnchor = (sigle: string) => `sigle-${sigle.replace(/[^A-Za-z0-9]+/g, '-')}`
