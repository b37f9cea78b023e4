import { findQuote, type Relecture, sayThread, wordsAt } from '../../kit/index.ts'
import { sliceRuns, type WordRun } from '../element.ts'
import { type FicheText, linesOf, withLines } from '../fiche-text.ts'
import type { WordComment } from '../write/comments.ts'
import { withWords } from './line-edits.ts'

/** Where a comment begins or ends in a line. */
type CommentBound = { at: number; opens: boolean; ids: number[] }

/** Hangs threads in a text, as comments on the words that they quote; one without words there hangs on the title.
 *  @returns the comments too: each with the answers to it, in the order of the threads */
export function hangComments(
  text: FicheText,
  threads: readonly Relecture[],
): { text: FicheText; comments: WordComment[] } {
  const lines = linesOf(text)
  const words = lines.flatMap((runs, rank) => wordsAt(seenIn(runs)).map(word => ({ ...word, rank })))
  const plainWords = words.map(({ word }) => word)
  const bounds = new Map<number, CommentBound[]>()
  const comments: WordComment[] = []
  for (const thread of threads) {
    const parent = comments.length
    const { auteur, date, reponses } = thread
    comments.push({ auteur, date, texte: sayThread(thread), parent: null })
    comments.push(...reponses.map(answer => ({ ...answer, parent })))
    const ids = Array.from({ length: comments.length - parent }, (_, index) => parent + index)
    const [from, to] = (thread.citation && findQuote(plainWords, thread.citation)) ?? [0, 1]
    const [first, last] = [words[from], words[to - 1]]
    if (!first || !last) continue
    bounds.set(first.rank, [...(bounds.get(first.rank) ?? []), { at: first.from, opens: true, ids }])
    bounds.set(last.rank, [...(bounds.get(last.rank) ?? []), { at: last.to, opens: false, ids }])
  }
  return {
    text: withLines(
      text,
      lines.map((runs, rank) => hangIn(runs, bounds.get(rank) ?? [])),
    ),
    comments,
  }
}

/** The words of a line as it stands, without those that are only proposed and those that the press alone reads. */
const seenIn = (runs: readonly WordRun[]) =>
  runs
    .map(({ text, mark, change }) => (mark || change?.kind === 'ins' ? ' '.repeat(text.length) : text))
    .join('')

/** Cuts runs where comments begin and end, and writes their numbers there. */
function hangIn(runs: readonly WordRun[], bounds: readonly CommentBound[]): WordRun[] {
  const cuts = [...new Set(bounds.map(({ at }) => at))].sort((a, b) => a - b)
  const idsAt = (at: number, opens: boolean) =>
    bounds.filter(bound => bound.at === at && bound.opens === opens).flatMap(({ ids }) => ids)
  return [0, ...cuts].flatMap((from, index) => {
    const pieces = withWords(sliceRuns(runs, from, cuts[index]))
    return pieces.map((run, rank) => ({
      ...run,
      ...(rank === 0 && idsAt(from, true).length > 0 ? { opens: idsAt(from, true) } : {}),
      ...(rank === pieces.length - 1 && idsAt(cuts[index] ?? -1, false).length > 0
        ? { closes: idsAt(cuts[index] ?? -1, false) }
        : {}),
    }))
  })
}
