import type { Unit } from './source/units.ts'
import { wordsOf } from './words.ts'

export type Alignment = {
  /** Pieces of the source that the edition does not hold, whole. */
  lost: Unit[]
  /** Pieces that the edition holds, but not where their flow wants them. */
  disordered: Unit[]
  /** Words of the edition that are neither the source's nor an addition's, in runs. */
  added: string[]
}

export type AlignOptions = {
  /** Phrases that the edition may hold besides, each as often as it is listed. */
  additions?: readonly string[]
  /** `lettres`: compares letter by letter, for an edition that knows no spaces between words (a PDF); `mots`: word by word. */
  by: 'mots' | 'lettres'
  /** How often a piece may be cut in two, where a page ends. */
  cuts?: number
}

/** Lays the pieces of a source over an edition's text: each piece takes its own place, so that what is said twice must be
 *  there twice, and what stays free is an addition. */
export function align(
  units: readonly Unit[],
  edition: string,
  { additions = [], by, cuts = 0 }: AlignOptions,
): Alignment {
  const text = streamOf(wordsOf(edition), by)
  const lost: Unit[] = []
  const placed: { unit: Unit; at: number; pattern: string }[] = []

  // The longest first: a short piece must not take its place inside a long one.
  const pieces = units
    .map(unit => ({ unit, pattern: patternOf(unit.text, by) }))
    .filter(({ pattern }) => pattern.trim() !== '')
  const phrases = byLength(
    additions
      .map(phrase => ({ pattern: patternOf(phrase, by) }))
      .filter(({ pattern }) => pattern.trim() !== ''),
  )
  const place = (units: typeof pieces) => {
    const cut: typeof pieces = []
    for (const piece of byLength(units)) {
      const at = text.claim(piece.pattern)
      if (at >= 0) placed.push({ ...piece, at })
      else cut.push(piece)
    }
    for (const piece of cut) {
      const at = text.claimInPieces(piece.pattern, cuts)
      if (at >= 0) placed.push({ ...piece, at })
      else lost.push(piece.unit)
    }
  }
  // « À savoir », a title, must not take its place inside « Bon à savoir », which the edition adds.
  const within = (pattern: string) =>
    phrases.filter(phrase => phrase.pattern !== pattern && phrase.pattern.includes(pattern))
  place(pieces.filter(({ pattern }) => within(pattern).length === 0))
  const around = new Set(pieces.flatMap(({ pattern }) => within(pattern)))
  for (const { pattern } of phrases.filter(phrase => around.has(phrase))) text.claim(pattern)
  place(pieces.filter(({ pattern }) => within(pattern).length > 0))
  for (const { pattern } of phrases.filter(phrase => !around.has(phrase))) text.claim(pattern)
  return {
    lost: lost.sort((a, b) => a.line - b.line),
    disordered: outOfOrder(placed),
    added: text.unclaimed(),
  }
}

const byLength = <P extends { pattern: string }>(patterns: readonly P[]): P[] =>
  patterns.toSorted((a, b) => b.pattern.length - a.pattern.length)

const patternOf = (text: string, by: AlignOptions['by']) =>
  by === 'mots' ? ` ${wordsOf(text).join(' ')} ` : wordsOf(text).join('')

/** The edition's words end to end, each letter free or taken. */
function streamOf(words: readonly string[], by: AlignOptions['by']) {
  const gap = by === 'mots' ? 1 : 0
  const stream = gap ? ` ${words.join(' ')} ` : words.join('')
  const taken = new Uint8Array(stream.length)
  const isFree = (from: number, to: number) => taken.subarray(from, to).every(mark => mark === 0)

  function freePlaceOf(pattern: string, from = 0): number {
    for (let at = stream.indexOf(pattern, from); at >= 0; at = stream.indexOf(pattern, at + 1))
      if (isFree(at + gap, at + pattern.length - gap)) return at
    return -1
  }
  function claim(pattern: string): number {
    const at = freePlaceOf(pattern)
    if (at >= 0) taken.fill(1, at + gap, at + pattern.length - gap)
    return at
  }

  /** Places of the pieces of a pattern cut at most `cuts` times, in order; null when there are none. */
  function piecesOf(pattern: string, cuts: number, from: number): { at: number; length: number }[] | null {
    const at = freePlaceOf(pattern, from)
    if (at >= 0) return [{ at, length: pattern.length }]
    if (cuts === 0) return null
    const lead = pattern.slice(0, Math.min(LEAD, pattern.length - 1))
    for (let start = stream.indexOf(lead, from); start >= 0; start = stream.indexOf(lead, start + 1)) {
      let length = lead.length
      while (length < pattern.length && pattern[length] === stream[start + length]) length++
      // What follows the cut may begin like what the piece goes on with.
      for (let end = length; end >= Math.max(lead.length, length - LEAD); end--) {
        if (!isFree(start, start + end)) continue
        const rest = piecesOf(pattern.slice(end), cuts - 1, start + end + 1)
        if (rest) return [{ at: start, length: end }, ...rest]
      }
    }
    return null
  }

  return {
    claim,
    claimInPieces(pattern: string, cuts: number): number {
      if (cuts === 0 || gap) return -1
      const pieces = piecesOf(pattern, cuts, 0)
      if (!pieces?.[0]) return -1
      for (const { at, length } of pieces) taken.fill(1, at, at + length)
      return pieces[0].at
    },
    /** What nobody claimed, as words again. */
    unclaimed(): string[] {
      const runs: string[] = []
      let open = false
      let at = gap
      for (const word of words) {
        const start = at
        const said = word
          .split('')
          .filter((_, index) => taken[start + index] === 0)
          .join('')
        at += word.length + gap
        if (said === '') open = false
        else if (open) runs[runs.length - 1] += ` ${said}`
        else {
          runs.push(said)
          open = true
        }
      }
      return runs
    },
  }
}

/** Letters by which the two sides of a cut are known. */
const LEAD = 12

/** Of each flow, the pieces that a longest ordered run leaves out. Equal pieces may stand for each other. */
function outOfOrder(placed: readonly { unit: Unit; at: number; pattern: string }[]): Unit[] {
  const repeated = new Set<string>()
  const seen = new Set<string>()
  for (const { pattern } of placed) (seen.has(pattern) ? repeated : seen).add(pattern)
  const single = placed.filter(({ pattern }) => !repeated.has(pattern))
  return [...new Set(single.map(({ unit }) => unit.flow))]
    .flatMap(name => {
      const flow = single.filter(({ unit }) => unit.flow === name)
      const inSource = flow.toSorted((a, b) => a.unit.line - b.unit.line)
      const kept = longestRise(inSource.map(({ at }) => at))
      return inSource.filter((_, index) => !kept.has(index)).map(({ unit }) => unit)
    })
    .sort((a, b) => a.line - b.line)
}

/** Indexes of a longest rising run of `values`. @see Fredman, 1975 (patience sorting) */
function longestRise(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, value] of values.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? -1
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(index)
  return kept
}
