import { betweenCommon } from '../../text/index.ts'
import { sliceRuns, type WordRun } from '../element.ts'

/** Words of a line that go, from one sign to another, and those that come in their place. */
export type LineEdit = { from: number; to: number; runs: WordRun[] }

/** Lists what differs between two lines, by words and their setting. What stands between two such words goes with them when it
 *  has no letter. */
export function lineEdits(before: readonly WordRun[], now: readonly WordRun[]): LineEdit[] {
  const [old, recent] = [piecesOf(before), piecesOf(now)]
  const keys = (pieces: readonly LinePiece[]) => pieces.map(({ key }) => key)
  const stretches: Record<'from' | 'to' | 'start' | 'end', number>[] = []
  for (const stretch of betweenCommon(keys(old), keys(recent))) {
    const [[from, to], [start, end]] = [stretch.before, stretch.now]
    const last = stretches.at(-1)
    const between = last && old.slice(last.to, from)
    if (to === from && end === start) continue
    if (last && between?.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))) Object.assign(last, { to, end })
    else stretches.push({ from, to, start, end })
  }
  const offsetOf = (pieces: readonly LinePiece[], index: number) =>
    pieces.slice(0, index).reduce((sum, { text }) => sum + text.length, 0)
  return stretches.map(({ from, to, start, end }) => ({
    from: offsetOf(old, from),
    to: offsetOf(old, to),
    runs: withWords(sliceRuns(now, offsetOf(recent, start), offsetOf(recent, end))),
  }))
}

/** Runs that have words. */
export const withWords = (runs: readonly WordRun[]): WordRun[] => runs.filter(({ text }) => text !== '')

/** A word, a space or a sign, and how it is set. */
type LinePiece = { text: string; key: string }

const piecesOf = (runs: readonly WordRun[]): LinePiece[] =>
  runs.flatMap(({ text, ...set }) =>
    (text.match(/[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? []).map(piece => ({
      text: piece,
      key: JSON.stringify([piece, set]),
    })),
  )
