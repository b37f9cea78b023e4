import { betweenCommon } from '../text/index.ts'

/** Words as they are counted: letters and figures, whatever sets them apart. « m² » is « m2 », as Word may raise a figure. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .replace(/\u00ad/g, '')
      .replace(/[⁰¹²³⁴-⁹₀-₉]/g, digit => digit.normalize('NFKC'))
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}

/** Lists the words of `expected` that `actual` lacks, each as often as it is missing; case is ignored. */
export function missingWords(expected: readonly string[], actual: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of actual) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return expected.filter(written => {
    const word = written.toLowerCase()
    const surplus = counts.get(word) ?? 0
    counts.set(word, surplus - 1)
    return surplus <= 0
  })
}

/** A place where two texts differ: what stood there, what stands there now, and a few words before. */
export type WordChange = { line: number; before: string; now: string; context: string }

/** Compares lines first, then the words of lines that differ. Line numbers are those of the new text. */
export function compareWords(before: string, now: string): WordChange[] {
  const [old, recent] = [before.split('\n'), now.split('\n')]
  return [...betweenCommon(old, recent)].flatMap(lines =>
    wordChanges(old.slice(...lines.before), recent.slice(...lines.now), lines.now[0] + 1),
  )
}

const CONTEXT = 4

function wordChanges(old: readonly string[], recent: readonly string[], line: number): WordChange[] {
  const before = old.flatMap(piecesOf)
  const now = recent.flatMap((text, index) => piecesOf(text).map(word => ({ word, line: line + index })))
  const nowWords = now.map(({ word }) => word)
  return [...betweenCommon(before, nowWords)].flatMap(words => {
    const change = {
      before: before.slice(...words.before).join(' '),
      now: nowWords.slice(...words.now).join(' '),
    }
    if (change.before === '' && change.now === '') return []
    const [from] = words.now
    return [
      {
        line: now[Math.min(from, now.length - 1)]?.line ?? line,
        ...change,
        context: nowWords.slice(Math.max(0, from - CONTEXT), from).join(' '),
      },
    ]
  })
}

const piecesOf = (text: string): readonly string[] => text.match(/\S+/g) ?? []
