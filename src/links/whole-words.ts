import { foldWithOrigins, isLetter } from './find-phrase.ts'
import { lettersOf } from './likeness.ts'

/** Letters that a frame may cut from a word, and still mean it. */
const MOST = 3

/** The words that a link of a page covers, where its frame cuts through the first or the last of them.
 *  @param text all words of the page. What stands there more than once, and is cut otherwise, stays as it is */
export function wholeWords(words: string, text: string): string {
  const wanted = lettersOf(words)
  if (wanted === '') return words
  const { letters, origins } = foldWithOrigins(text)
  const edges = new Set<string>()
  for (let at = letters.indexOf(wanted); at !== -1; at = letters.indexOf(wanted, at + 1)) {
    let [first, last] = [origins[at] ?? 0, origins[at + wanted.length - 1] ?? 0]
    const [from, to] = [first, last]
    while (isLetter(text[first - 1])) first--
    while (isLetter(text[last + 1])) last++
    const cut = [from - first, last - to].map(length => (length > MOST ? 0 : length))
    edges.add(`${text.slice(from - (cut[0] ?? 0), from)}\n${text.slice(to + 1, to + 1 + (cut[1] ?? 0))}`)
  }
  if (edges.size !== 1) return words
  const [before = '', after = ''] = ([...edges][0] ?? '').split('\n')
  return before + words + after
}
