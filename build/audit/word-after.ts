import { wordsOf } from './words.ts'

/** The word that follows a phrase, however the phrase is broken over lines; null when the phrase is not there. Of several
 *  places the first whose next word is a number is meant. */
export function wordAfter(words: readonly string[], phrase: string): string | null {
  const wanted = wordsOf(phrase).join('')
  if (wanted === '') return null
  let found: string | null = null
  for (const start of words.keys()) {
    let letters = ''
    let at = start
    while (at < words.length && letters.length < wanted.length) letters += words[at++]
    if (letters !== wanted) continue
    const next = words[at] ?? null
    if (next !== null && /^\d+$/.test(next)) return next
    found ??= next
  }
  return found
}
