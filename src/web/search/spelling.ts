import { slips } from '../../diagnostics/slips.ts'
import type { Index, Spelling } from './index.ts'
import { soundOf, type Word } from './words.ts'

/** The word of the kit that one slip, or two in a long word, make of what was typed, or that sounds as it does: the most used of
 *  the nearest. A plural is as near as its singular. @param kin texts hold a word of the same root: only one that sounds the same is
 *  nearer than that */
export function spellingMeant(typed: Word, kin: boolean, index: Index): Spelling | null {
  const { folded: wanted } = typed
  if (wanted.length < 4 || /^\d/.test(wanted)) return null
  // A capital begins a name: two slips make it another's.
  const allowed = wanted.length >= 8 && !typed.named ? 2 : 1
  const sound = soundOf(wanted)
  let best: { spelling: Spelling; count: number } | null = null
  for (const spelling of index.spellings()) {
    if (spelling.folded.length < 3 || Math.abs(spelling.folded.length - wanted.length) > 3) continue
    // A second slip at the head makes another word.
    const here = wanted.slice(0, 2) === spelling.folded.slice(0, 2) ? allowed : 1
    const count = distance(typed, spelling, here, sound)
    const nearer = !best || count < best.count || (count === best.count && spelling.used > best.spelling.used)
    if (count <= here && nearer) best = { spelling, count }
  }
  return best && (!kin || best.count === 1) ? best.spelling : null
}

function distance(typed: Word, { folded, stem, sound }: Spelling, allowed: number, wanted: string): number {
  if (sound === wanted && folded[0] === typed.folded[0]) return 1
  // Who slips at the first letter writes the end right.
  if (folded[0] !== typed.folded[0] && !folded.endsWith(typed.folded.slice(-4)))
    return Number.POSITIVE_INFINITY
  const whole = near(typed.folded, folded)
  return whole <= allowed ? whole : near(typed.stem, stem)
}

const near = (one: string, other: string) =>
  Math.abs(one.length - other.length) <= 1 ? slips(one, other) : Number.POSITIVE_INFINITY
