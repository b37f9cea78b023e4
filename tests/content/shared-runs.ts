/** A sentence that a fiche has in common with the source. */
export type Run = { line: number; words: string }

type Word = { word: string; offset: number }

/** Every run of `length` words of `text`. */
export function runsOf(text: string, length: number): Set<string> {
  const runs = new Set<string>()
  const words = wordsOf(text).map(({ word }) => word)
  for (let i = 0; i + length <= words.length; i++) runs.add(words.slice(i, i + length).join(' '))
  return runs
}

/** The runs of `length` words or more of `text` that are all in `known`, a result of `runsOf`, outside its lists of
 *  resources (below a heading that begins with « Ressources » or « Pour aller plus loin ») and its own title (`titre:`,
 *  `titre_court:`): titles are names and carry over, sentences do not. Inclusive forms count as one word; case, apostrophes and punctuation do not count. */
export function sharedRuns(text: string, known: Set<string>, length: number): Run[] {
  const words = wordsOf(text)
  const isKnown = (i: number) =>
    i + length <= words.length &&
    known.has(
      words
        .slice(i, i + length)
        .map(({ word }) => word)
        .join(' '),
    )
  const runs: Run[] = []
  for (let i = 0; i < words.length; i++) {
    const first = words[i]
    if (!first || !isKnown(i)) continue
    let end = i
    while (isKnown(end + 1)) end++
    if (!amongResources(text, first.offset) && !inTitle(text, first.offset)) {
      runs.push({
        line: text.slice(0, first.offset).split('\n').length,
        words: words
          .slice(i, end + length)
          .map(({ word }) => word)
          .join(' '),
      })
    }
    i = end + length - 1
  }
  return runs
}

function wordsOf(text: string): Word[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\{[^{}\n]*\}/g, marks => ' '.repeat(marks.length))
  return [...plain.matchAll(/[\p{L}\p{N}]+(?:[.·]\p{L}{1,3}(?!\p{L}))*/gu)].map(match => ({
    word: match[0].replace(/[.·]/g, ''),
    offset: match.index,
  }))
}

function amongResources(text: string, offset: number): boolean {
  const heading = [...text.slice(0, offset).matchAll(/^#{1,6}\s+(.*)$/gmu)].at(-1)
  return /^(ressources|pour aller plus loin)/iu.test(heading?.[1] ?? '')
}

function inTitle(text: string, offset: number): boolean {
  return /^titre(_court)?:/u.test(text.slice(text.lastIndexOf('\n', offset) + 1))
}
