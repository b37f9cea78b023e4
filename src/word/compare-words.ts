import { commonPart } from './common-part.ts'

/** A place where two texts differ: what stood there, what stands there now, and a few words before. */
export type Change = { line: number; before: string; now: string; context: string }

/** Lines are compared first, then the words of those that differ. Line numbers are those of the text of now. */
export function compareWords(before: string, now: string): Change[] {
  const [old, recent] = [before.split('\n'), now.split('\n')]
  const sameLines = commonPart(old, recent)
  const changes: Change[] = []
  let at = 0
  let from = 0
  for (let line = 0; line <= recent.length; line++) {
    const same = line === recent.length ? old.length : sameLines.get(line)
    if (same === undefined) continue
    changes.push(...wordChanges(old.slice(at, same), recent.slice(from, line), from + 1))
    at = same + 1
    from = line + 1
  }
  return changes
}

const CONTEXT = 4

function wordChanges(old: readonly string[], recent: readonly string[], line: number): Change[] {
  const words = (lines: readonly string[], first: number) =>
    lines.flatMap((text, index) => (text.match(/\S+/g) ?? []).map(word => ({ word, line: first + index })))
  const [before, now] = [words(old, line), words(recent, line)]
  const sameWords = commonPart(
    before.map(({ word }) => word),
    now.map(({ word }) => word),
  )
  const changes: Change[] = []
  const phraseOf = (part: readonly { word: string }[]) => part.map(({ word }) => word).join(' ')
  let at = 0
  let from = 0
  for (let index = 0; index <= now.length; index++) {
    const same = index === now.length ? before.length : sameWords.get(index)
    if (same === undefined) continue
    if (same > at || index > from)
      changes.push({
        line: now[Math.min(from, now.length - 1)]?.line ?? line,
        before: phraseOf(before.slice(at, same)),
        now: phraseOf(now.slice(from, index)),
        context: phraseOf(now.slice(Math.max(0, from - CONTEXT), from)),
      })
    at = same + 1
    from = index + 1
  }
  return changes
}
