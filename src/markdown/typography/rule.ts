/** A change to a run of text: the characters from `start` to `end` become `text`. */
export type Edit = { start: number; end: number; text: string }

/** A rule of French typography that changes characters. `text` is a whole paragraph, across its markup; what is neither
 *  text nor line end (code, cross-reference, picture) stands in it as U+FFFC. Applied twice, a rule changes nothing more. */
export type Rule = {
  nom: string
  edits(text: string): Edit[]
}

/** A rule that sets some characters apart without changing them. */
export type Wrap = {
  nom: string
  /** The element that they stand in, and what its tokens are called. */
  type: string
  tag: string
  attrs: [string, string][] | null
  spans(text: string): { start: number; end: number }[]
}

/** What an author types as a space; `\n` is the end of a line of the source. */
export const espace = '[ \\u00a0\\u202f\\n]'
export const insecable = '\u00a0'
export const fine = '\u202f'

/** Hyphens of other programs: Word writes one at which no line ends as a character of its own. */
export const hyphens = /[\u2010\u2011]/g

/** A rule that writes `text` in place of each match; the pattern keeps its context in look-arounds. */
export function remplacer(nom: string, pattern: RegExp, text: string): Rule {
  return {
    nom,
    edits: source =>
      Array.from(source.matchAll(pattern), match => ({
        start: match.index,
        end: match.index + match[0].length,
        text,
      })),
  }
}
