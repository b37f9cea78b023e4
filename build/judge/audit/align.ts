import { inOrder } from '../../../src/in-order.ts'
import type { Unit } from './source/units.ts'
import { streamOf } from './stream.ts'
import { lettersOf, spellingOf } from './words.ts'

export type Alignment = {
  /** Pieces of the source that the edition does not hold, whole. */
  lost: Unit[]
  /** Pieces that the edition holds, but not where their flow wants them. */
  disordered: Unit[]
  /** Words of the edition that are neither the source's nor an addition's, in runs. */
  added: string[]
  /** Of `labels`, those that the edition does not say. */
  unsaid: string[]
}

export type AlignOptions = {
  /** Phrases that the edition may hold besides, each as often as it is listed. */
  additions?: readonly string[]
  /** Phrases that it must hold besides, in the same way. */
  labels?: readonly string[]
  /** `lettres`: compares letter by letter, for an edition that knows no spaces between words (a PDF); `mots`: word by word. */
  by: 'mots' | 'lettres'
}

/** Lays the pieces of a source over an edition's text: each piece takes its own place, so that what is said twice must be
 *  there twice, and what stays free is an addition.
 *  @param edition its elements (paragraphs, items, cells) in the order of reading. Compared letter by letter, a piece may be cut in two where one ends:
 *    a page did it. */
export function align(units: readonly Unit[], edition: readonly string[], options: AlignOptions): Alignment {
  const alignment = lay(units, edition, options, byLength)
  if (isWhole(alignment)) return alignment
  // Pieces that say nearly the same may have taken each other's places: it is enough that there is one way for all to have theirs.
  const asWritten = lay(units, edition, options, pieces => [...pieces])
  return isWhole(asWritten) ? asWritten : alignment
}

const isWhole = (alignment: Alignment) => Object.values(alignment).every(list => list.length === 0)

type Order = <P extends { pattern: string }>(pieces: readonly P[]) => P[]

/** @param order in which pieces take their places */
function lay(
  units: readonly Unit[],
  edition: readonly string[],
  { additions = [], labels = [], by }: AlignOptions,
  order: Order,
): Alignment {
  const text = streamOf(edition, by)
  const lost: Unit[] = []
  const placed: { unit: Unit; at: number; pattern: string }[] = []

  // What is an element of its own first: nothing else wants its place. Then the longest: a short piece must not take its place inside a long one.
  const pieces = units
    .map(unit => ({ unit, pattern: patternOf(unit.text, by) }))
    .filter(({ pattern }) => pattern.trim() !== '')
  const phrases = byLength(
    [...labels, ...additions]
      .map((phrase, index) => ({ phrase, pattern: patternOf(phrase, by), isLabel: index < labels.length }))
      .filter(({ pattern }) => pattern.trim() !== ''),
  )
  const unsaid: string[] = []
  const claim = (wanted: typeof phrases) => {
    for (const { phrase, pattern, isLabel } of wanted)
      if (text.claim(pattern) < 0 && isLabel) unsaid.push(phrase)
  }
  const place = (units: typeof pieces) => {
    // Of two that say the same, what must stand here comes first: a drawing says the row « Un # 1 | 0 » besides, and no title « Un « 10 ».
    const wanted = order(units.toSorted((a, b) => Number(!!a.unit.optional) - Number(!!b.unit.optional)))
    const rest = wanted.filter(piece => {
      const at = text.claimElements(piece.pattern)
      if (at >= 0) placed.push({ ...piece, at })
      return at < 0
    })
    for (const piece of rest.filter(({ unit }) => !unit.optional)) {
      const at = text.claim(piece.pattern)
      if (at >= 0) placed.push({ ...piece, at })
      else lost.push(piece.unit)
    }
  }
  // « À savoir », a title, must not take its place inside « Bon à savoir », which the edition adds.
  const within = (pattern: string) =>
    phrases.filter(phrase => phrase.pattern !== pattern && phrase.pattern.includes(pattern))
  place(pieces.filter(({ pattern }) => within(pattern).length === 0))
  const around = new Set(pieces.flatMap(({ pattern }) => within(pattern)))
  claim(phrases.filter(phrase => around.has(phrase)))
  place(pieces.filter(({ pattern }) => within(pattern).length > 0))
  claim(phrases.filter(phrase => !around.has(phrase)))
  return {
    lost: lost.sort((a, b) => a.line - b.line),
    disordered: outOfOrder(placed, repeatedOf(pieces), text.holdsElements),
    added: text.unclaimed(),
    unsaid,
  }
}

const byLength: Order = pieces => pieces.toSorted((a, b) => b.pattern.length - a.pattern.length)

const patternOf = (text: string, by: AlignOptions['by']) =>
  by === 'mots' ? ` ${spellingOf(text)} ` : lettersOf(text)

/** What several pieces say, placed or not. */
function repeatedOf(pieces: readonly { pattern: string }[]): Set<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { pattern } of pieces) (seen.has(pattern) ? repeated : seen).add(pattern)
  return repeated
}

/** Of each flow, the pieces that a longest ordered run leaves out. Equal pieces may stand for each other, and a short one, « Un | 9 »,
 *  may have taken what an item « Un » and the number of the next say by chance: its words stand in its own place as well. */
function outOfOrder(
  placed: readonly { unit: Unit; at: number; pattern: string }[],
  repeated: ReadonlySet<string>,
  holdsElements: (pattern: string, from: number, to: number) => boolean,
): Unit[] {
  const single = placed.filter(({ pattern }) => !repeated.has(pattern))
  return [...new Set(single.map(({ unit }) => unit.flow))]
    .flatMap(name => {
      const flow = single.filter(({ unit }) => unit.flow === name)
      const inSource = flow.toSorted((a, b) => a.unit.line - b.unit.line)
      // Read from the end, so that of two pieces that changed places the first is told.
      const backwards = inSource.toReversed()
      const ordered = new Set([...inOrder(backwards.map(({ at }) => -at))].map(index => backwards[index]))
      const misplaced = inSource.filter((piece, index) => {
        if (ordered.has(piece)) return false
        const before = inSource.findLast((other, earlier) => earlier < index && ordered.has(other))
        const beyond = inSource.find((other, later) => later > index && ordered.has(other))
        return !holdsElements(piece.pattern, before?.at ?? 0, beyond?.at ?? Number.POSITIVE_INFINITY)
      })
      return misplaced.map(({ unit }) => unit)
    })
    .sort((a, b) => a.line - b.line)
}
