import { wordsOf } from './words.ts'

/** The words that follow a phrase at each of its places, however it is broken over lines; null: the text ends with it. */
export function wordsAfter(words: readonly string[], phrase: string): (string | null)[] {
  const wanted = wordsOf(phrase).join('')
  if (wanted === '') return []
  const found: (string | null)[] = []
  for (const start of words.keys()) {
    let letters = ''
    let at = start
    while (at < words.length && letters.length < wanted.length) letters += words[at++]
    if (letters === wanted) found.push(words[at] ?? null)
  }
  return found
}

/** The number that follows a phrase, or the word that stands in its place. */
export function numberAfter(words: readonly string[], phrase: string): string | null {
  const found = wordsAfter(words, phrase)
  return found.find(word => word !== null && /^\d+$/.test(word)) ?? found[0] ?? null
}
