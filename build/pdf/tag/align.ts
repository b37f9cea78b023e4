import type { Sequence } from './read-content.ts'
import type { Piece } from './structure.ts'

/** A piece whose letters are words of the page. */
export type Spoken = { piece: Piece; sequence: Sequence }

/** Where a piece stands in the text of its page: its first letter and the end of its last. */
export type Stretch = { start: number; end: number }

/** A place between two words where nothing is drawn: the end of a line. */
export type Gap = { before: Piece; after: Piece; sequence: Sequence; letter: number }

/** A page says other words than its document. */
export class WordsError extends Error {
  override readonly name = 'WordsError'
}

/** What is no letter: white space in all its widths, and what only allows or forbids a cut. */
const blanks = new Uint8Array(65_536)
for (let code = 0; code < blanks.length; code++)
  if (/[\s\u00ad\u200b\u2060\ufeff]/.test(String.fromCharCode(code))) blanks[code] = 1

/** Reads the pieces of a page against its text, letter by letter.
 *  @param spoken in document order
 *  @returns where each piece stands, and the white space that is nowhere drawn
 *  @throws WordsError at the first letter that differs */
export function align(spoken: readonly Spoken[], text: string): { stretches: Stretch[]; gaps: Gap[] } {
  const stretches: Stretch[] = []
  const gaps: Gap[] = []
  let at = 0
  let drawn = true
  let last: Spoken | null = null
  let lastLetter = 0
  for (const one of spoken) {
    const letters = one.sequence.text
    const stretch: Stretch = { start: -1, end: -1 }
    for (let letter = 0; letter < letters.length; letter++) {
      const code = letters.charCodeAt(letter)
      if (blanks[code] === 1) {
        drawn = true
        continue
      }
      const from = at
      while (blanks[text.charCodeAt(at)] === 1) at++
      if (text.charCodeAt(at) !== code)
        throw new WordsError(
          `« ${letters.slice(letter, letter + 20)} » au lieu de « ${text.slice(at, at + 20)} », après « ${text.slice(Math.max(0, from - 30), from)} »`,
        )
      if (at > from && !drawn && last)
        gaps.push({ before: last.piece, after: one.piece, sequence: last.sequence, letter: lastLetter })
      if (stretch.start < 0) stretch.start = at
      at++
      stretch.end = at
      drawn = false
      last = one
      lastLetter = letter
    }
    if (stretch.start < 0) stretch.start = stretch.end = at
    stretches.push(stretch)
  }
  while (blanks[text.charCodeAt(at)] === 1) at++
  if (at < text.length) throw new WordsError(`il manque « ${text.slice(at, at + 40).trim()} »`)
  return { stretches, gaps }
}
