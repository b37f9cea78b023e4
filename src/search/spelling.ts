import { slips } from '../problems/index.ts'
import type { Spelling } from './text-index.ts'
import { LONG_WORD_LETTERS } from './weights.ts'
import { type SearchWord, soundOf } from './words.ts'

/** Finds the likely word of the kit for a misspelt one: the fewest slips, two at most, then the most used. */
export function spellingMeant(typed: SearchWord, spellings: readonly Spelling[]): Spelling | null {
  if (typed.folded.length < 4 || /^\d/.test(typed.folded)) return null
  const sound = soundOf(typed.folded)
  let best: { spelling: Spelling; count: number } | null = null
  for (const spelling of spellings) {
    const count = distance(typed, spelling, sound)
    if (
      count <= 2 &&
      (!best || count < best.count || (count === best.count && spelling.used > best.spelling.used))
    )
      best = { spelling, count }
  }
  return best?.spelling ?? null
}

/** Slips between what was typed and a word of the kit; infinity: none is possible. */
function distance({ folded: wanted }: SearchWord, { folded, sound }: Spelling, heard: string): number {
  // `sociétariat` → multisociétariat
  if (wanted.length > LONG_WORD_LETTERS && folded.endsWith(wanted)) return 1
  const longer = Math.abs(folded.length - wanted.length)
  if (longer > 2 || folded.length < 3) return Number.POSITIVE_INFINITY
  const begun = folded[0] === wanted[0]
  // Two neighbours swapped are likelier than another word that sounds alike: « crehce » is no crée.
  if (begun && isSwap(wanted, folded)) return 0.5
  // `lacces` → accès
  if (wanted.length > 4 && wanted.replace(/^(?:[cdjlmnst]|qu)(?=[aehiouy])/, '') === folded) return 1
  // `panne` is no pensez, though their sounds are written alike.
  if (sound === heard && (longer === 0 || wanted.length > 4) && 2 * slips(wanted, folded) <= wanted.length)
    return 1
  if (!begun || longer > 1) return Number.POSITIVE_INFINITY
  if (wanted.length < LONG_WORD_LETTERS) return once(folded) === once(wanted) ? 1 : Number.POSITIVE_INFINITY
  return slips(wanted, folded) <= 1 ? 1 : Number.POSITIVE_INFINITY
}

const isSwap = (wanted: string, folded: string) =>
  folded.length === wanted.length && sorted(folded) === sorted(wanted) && slips(folded, wanted) === 1

/** A word without its doubled letters. */
const once = (word: string) => word.replace(/(.)\1/g, '$1')

const sorted = (word: string) => [...word].sort().join('')
