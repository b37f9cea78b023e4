import { slips } from '../../diagnostics/slips.ts'
import type { Index, Spelling } from './index.ts'
import { soundOf, type Word, wordsOf } from './words.ts'

/** Letters of a word in which a letter may be another's by a slip: in shorter ones, another letter makes another word. */
const LONG = 7

/** Letters by which one of two words may be longer that sound as one, short ones left out: who writes « modestes » means no mode, a « quai » is
 *  no CAE. */
const [HEARD, SHORT] = [2, 4]

/** Letters that the word meant may have more or less. */
const LONGER = 5

/** The word of the kit that one slip, or two in a long word, make of what was typed, or that sounds as it does: the most used of
 *  the nearest. A plural is as near as its singular. @param kin texts hold a word of the same root: only one that sounds the same is
 *  nearer than that */
export function spellingMeant(typed: Word, kin: boolean, spellings: readonly Spelling[]): Spelling | null {
  const { folded: wanted } = typed
  if (wanted.length < 4 || /^\d/.test(wanted)) return null
  const sound = soundOf(wanted)
  let best: { spelling: Spelling; count: number } | null = null
  for (const spelling of spellings) {
    if (spelling.folded.length < 3 || Math.abs(spelling.folded.length - wanted.length) > LONGER) continue
    const count = distance(typed, spelling, sound)
    const nearer = !best || count < best.count || (count === best.count && spelling.used > best.spelling.used)
    if (count <= 2 && nearer) best = { spelling, count }
  }
  return best && (!kin || (best.count <= 1 && best.spelling.sound === sound)) ? best.spelling : null
}

/** The words that only the synonyms hold: they may be slipped in too. */
export const spellingsOf = (groups: readonly (readonly string[])[], index: Index): Spelling[] =>
  groups.flat().flatMap(text => {
    const [word, ...more] = wordsOf(text)
    return word && more.length === 0 && index.rarityOf(word.stem) === 0
      ? [{ folded: word.folded, stem: word.stem, sound: soundOf(word.folded), used: 0, text }]
      : []
  })

const GLUED = /^(?:[cdjlmnst]|qu)(?=[aehiouy])/

/** Slips between what was typed and a word of the kit; none is possible: infinity. */
function distance(typed: Word, { folded, stem, sound }: Spelling, heard: string): number {
  const { folded: wanted } = typed
  const begun = folded[0] === wanted[0]
  if (begun && isSwap(wanted, folded)) return SWAP
  // « lacces », typed without its apostrophe.
  if (wanted.length > 4 && wanted.replace(GLUED, '') === folded) return 1
  const heardLonger = wanted.length > SHORT ? HEARD : 0
  if (sound === heard && Math.abs(folded.length - wanted.length) <= heardLonger) return 1
  // « sociétariat » of « multisociétariat ».
  if (wanted.length > LONG && folded.endsWith(wanted)) return 1
  // Who slips at the first letter writes the end right.
  if (!begun && !(wanted.length >= LONG && folded.endsWith(wanted.slice(-4)))) return Number.POSITIVE_INFINITY
  if (wanted.length < LONG) return isShortSlip(wanted, folded) ? 1 : Number.POSITIVE_INFINITY
  const count = Math.min(near(wanted, folded), near(typed.stem, stem))
  // A capital begins a name, and a second slip at the head makes another word: so does one that is heard twice.
  const twice = wanted.length > LONG + 1 && !typed.named && wanted.slice(0, 2) === folded.slice(0, 2)
  return count <= 1 || (count === 2 && twice && slips(heard, sound) <= 1) ? count : Number.POSITIVE_INFINITY
}

/** Two neighbours swapped are likelier than another word that sounds alike: « crehce » is no crée. */
const SWAP = 0.5

const isSwap = (wanted: string, folded: string) =>
  folded.length === wanted.length && sorted(folded) === sorted(wanted) && slips(folded, wanted) === 1

/** Two neighbours swapped, or a letter left out of a word that is long enough. */
const isShortSlip = (wanted: string, folded: string) =>
  isSwap(wanted, folded) ||
  (folded.length === wanted.length + 1 && folded.length >= LONG && slips(folded, wanted) === 1) ||
  once(folded) === once(wanted)

/** A word without its doubled letters. */
const once = (word: string) => word.replace(/(.)\1/g, '$1')

const sorted = (word: string) => [...word].sort().join('')

const near = (one: string, other: string) =>
  Math.abs(one.length - other.length) <= 1 ? slips(one, other) : Number.POSITIVE_INFINITY
