import { lettersOf } from './words.ts'

/** The words that follow a phrase at each of its places, however it is broken over lines; null: the text ends with it. */
export function wordsAfter(words: readonly string[], phrase: string): (string | null)[] {
  const wanted = lettersOf(phrase)
  if (wanted === '') return []
  const following: (string | null)[] = []
  for (const start of words.keys()) {
    let letters = ''
    let at = start
    while (at < words.length && letters.length < wanted.length) letters += words[at++]
    if (letters === wanted) following.push(words[at] ?? null)
  }
  return following
}
