import { betweenCommon } from './common-part.ts'

/** A place where two texts differ: what stood there, what stands there now, and a few words before. */
export type Change = { line: number; before: string; now: string; context: string }

/** Lines are compared first, then the words of those that differ. Line numbers are those of the text of now. */
export function compareWords(before: string, now: string): Change[] {
  const [old, recent] = [before.split('\n'), now.split('\n')]
  return [...betweenCommon(old, recent)].flatMap(lines =>
    wordChanges(old.slice(...lines.before), recent.slice(...lines.now), lines.now[0] + 1),
  )
}

const CONTEXT = 4

function wordChanges(old: readonly string[], recent: readonly string[], line: number): Change[] {
  const before = old.flatMap(wordsOf)
  const now = recent.flatMap((text, index) => wordsOf(text).map(word => ({ word, line: line + index })))
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

const wordsOf = (text: string): readonly string[] => text.match(/\S+/g) ?? []
