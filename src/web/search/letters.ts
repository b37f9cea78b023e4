import type { Index, Spelling } from './index.ts'
import { spellingMeant } from './spelling.ts'
import type { Way } from './wish.ts'
import type { Word } from './words.ts'

/** Whether a word is typed as an acronym: capitals alone, too few to be shouted. */
export const isAcronym = (typed: string): boolean => /^\p{Lu}{2,5}$/u.test(typed)

/** What letters may be of which no text makes an acronym: one of the kit's that lacks its last letter. The beginning of a word they are not, nor of its
 *  stem: ETI is no Étienne. The first way is none, so that they are no word of theirs either. */
export const waysOfLetters = (
  { folded }: Word,
  { index, acronyms }: { index: Index; acronyms: ReadonlySet<string> },
): Way[] => [
  { stems: [''], weight: 1 },
  ...index
    .beginning(folded)
    .filter(stem => stem.length === folded.length + 1 && acronyms.has(stem))
    .map((stem): Way => ({ stems: [stem], weight: UNFINISHED })),
]

const UNFINISHED = 0.7

/** The acronym of the kit that a slip makes of letters: SICC of SCIC. A CRTE is no crêt. */
export const acronymMeant = (
  word: Word,
  { index, acronyms }: { index: Index; acronyms: ReadonlySet<string> },
): Spelling | null =>
  spellingMeant(
    word,
    false,
    index.spellings().filter(({ folded }) => acronyms.has(folded)),
  )
