import { slips } from './slips.ts'

/** The known word that `word` was most probably meant to be, or null when none is near: at most one slip in three
 *  letters, two at least. Accents and case do not count. */
export function nearest(word: string, known: Iterable<string>): string | null {
  // No name is that long, and the comparison is quadratic.
  if (word.length > 100) return null
  const wanted = fold(word)
  let best: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const candidate of known) {
    const folded = fold(candidate)
    if (Math.abs(folded.length - wanted.length) >= least) continue
    const count = slips(wanted, folded)
    if (count < least && count < Math.max(wanted.length, folded.length)) {
      best = candidate
      least = count
    }
  }
  return best
}

const fold = (word: string) =>
  word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\s_]/g, '-')
