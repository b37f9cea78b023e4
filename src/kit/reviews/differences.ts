import { betweenCommon } from '../../text/index.ts'
import type { Citation } from '../schemas/relecture.ts'
import { gapWithout, splitAtGaps } from './gaps.ts'
import { quoteAt, wordsAt } from './quote.ts'

/** Words of a text that another version of it has otherwise. */
export type ReviewDifference = { citation: Citation; remplace_par: string }

/** A sentence, a cell, a line of Markdown, and what stands between it and the next. */
type Unit = { text: string; gap: string }

/** A unit of the text, and the one in its place; null where there is none. */
type UnitPair = { before: Unit | null; now: Unit | null }

/** Lists what differs between two versions of a text, a sentence or a cell each: a new one comes with the one above it. Each
 *  difference replaced, the one version is the other. Both are written in the one way that Word files are read, so that nothing differs but what a person changed. */
export function differencesBetween(before: string, now: string): ReviewDifference[] {
  const differences: ReviewDifference[] = []
  let at = 0
  const groups = withHalves(groupsOf([...stepsBetween(unitsOf(before), unitsOf(now))]))
  for (const steps of groups) {
    const [old, next] = sidesOf(steps)
    // At the end of a text a block may end with the one and not with the other.
    const isEnd = steps === groups.at(-1) && next.length > 0 && old.at(-1)?.gap !== next.at(-1)?.gap
    const [exact, other] = [old, next].map(units =>
      isEnd ? textOf(units).trimEnd() : textOf(units.slice(0, -1)) + (units.at(-1)?.text ?? ''),
    ) as [string, string]
    if (plainSigns(exact) !== plainSigns(other))
      differences.push({ citation: quoteAt(before, at, at + exact.length), remplace_par: other })
    at += textOf(old).length
  }
  return differences
}

const sidesOf = (steps: readonly UnitPair[]): [before: Unit[], now: Unit[]] => [
  steps.flatMap(({ before }) => before ?? []),
  steps.flatMap(({ now }) => now ?? []),
]

/** Units with what parts them. */
const textOf = (units: readonly Unit[]) => units.map(({ text, gap }) => text + gap).join('')

/** Bold and italics are no proposal. */
const plainSigns = (text: string) => text.replace(/[*_]/g, '')

function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  const pieces = splitAtGaps(text)
  for (const [index, piece] of pieces.entries()) {
    const last = units.at(-1)
    if (index % 2 === 1 && last) last.gap += piece
    else if (piece !== '' || !last) units.push({ text: piece, gap: '' })
  }
  return units
}

/** Pairs the units of two versions: the same ones first, and between them those that are most alike. */
function* stepsBetween(before: readonly Unit[], now: readonly Unit[]): Generator<UnitPair> {
  const [old, recent] = [before, now].map(units => units.map(({ text }) => text)) as [string[], string[]]
  for (const apart of betweenCommon(old, recent)) {
    yield* alikeSteps(before.slice(...apart.before), now.slice(...apart.now))
    const [unit, next] = [before[apart.before[1]], now[apart.now[1]]]
    if (unit && next) yield { before: unit, now: next }
  }
}

/** Units of longer stretches are paired as they come. */
const MOST_PAIRS = 10_000

function alikeSteps(before: readonly Unit[], now: readonly Unit[]): UnitPair[] {
  if (before.length * now.length > MOST_PAIRS)
    return Array.from({ length: Math.max(before.length, now.length) }, (_, index) => ({
      before: before[index] ?? null,
      now: now[index] ?? null,
    }))
  const [old, recent] = [before, now].map(units =>
    units.map(({ text }) => wordsAt(text).map(({ word }) => word)),
  )
  const scores = before.map((_, row) => now.map((_, column) => likeness(old?.[row], recent?.[column])))
  const score = (row: number, column: number) => ANY_PAIR + (scores[row]?.[column] ?? 0)
  const sums = Array.from({ length: before.length + 1 }, () => new Float64Array(now.length + 1))
  const at = (row: number, column: number) => sums[row]?.[column] ?? 0
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = now.length - 1; column >= 0; column--)
      sums[row]?.fill(
        Math.max(at(row + 1, column + 1) + score(row, column), at(row + 1, column), at(row, column + 1)),
        column,
        column + 1,
      )
  const steps: UnitPair[] = []
  for (let [row, column] = [0, 0]; row < before.length || column < now.length; ) {
    const [unit, next] = [before[row] ?? null, now[column] ?? null]
    const isPair = unit && next && at(row, column) === at(row + 1, column + 1) + score(row, column)
    const isDeletion = !isPair && unit && at(row, column) === at(row + 1, column)
    steps.push({ before: isPair || isDeletion ? unit : null, now: isDeletion ? null : next })
    if (isPair || isDeletion) row++
    if (!isDeletion) column++
  }
  return steps
}

/** Counts for a pair that has no word in common: two units that were written anew are paired in their order. */
const ANY_PAIR = 0.05

/** The share of words that two units have in common, of 1. */
function likeness(some: readonly string[] = [], others: readonly string[] = []): number {
  const counts = new Map<string, number>()
  for (const word of some) counts.set(word, (counts.get(word) ?? 0) + 1)
  let common = 0
  for (const word of others) {
    const count = counts.get(word) ?? 0
    if (count > 0) common++
    counts.set(word, count - 1)
  }
  return some.length + others.length === 0 ? 0 : (2 * common) / (some.length + others.length)
}

/** Puts steps together that cannot be taken one without the other: what is new stands with the unit above it, what goes is by
 *  itself where nothing else changes, and two units that are parted otherwise change at once. */
function groupsOf(steps: readonly UnitPair[]): UnitPair[][] {
  const groups: UnitPair[][] = []
  for (const [index, step] of steps.entries()) {
    const last = groups.at(-1)
    const areDeletions = last?.every(({ now }) => now === null)
    const joins =
      step.before === null ||
      (step.now === null ? areDeletions || !goesAlone(steps, index) : last && !areDeletions && !isWhole(last))
    if (last && joins) last.push(step)
    else groups.push([step])
  }
  return groups
}

/** Looks for the other half of a deed among so many units above and below. */
const FARTHEST = 8

/** Puts the halves of one deed together: of words that go in one place and come in another near by, as in a join or a move, neither half
 *  can be accepted alone. */
function withHalves(groups: readonly UnitPair[][]): UnitPair[][] {
  const whole = [...groups]
  for (let at = whole.length - 1; at >= 0; at--) {
    const [old, next] = sidesOf(whole[at] ?? [])
    const gone = wordsIn(old)
    if (next.length > 0 || gone === '') continue
    const from = Math.max(0, at - FARTHEST)
    const other = whole.slice(from, at + FARTHEST + 1).findIndex(steps => {
      const [former, recent] = sidesOf(steps).map(wordsIn) as [string, string]
      return recent.includes(gone) && !former.includes(gone)
    })
    if (other < 0) continue
    const [first, last] = [Math.min(at, from + other), Math.max(at, from + other)]
    whole.splice(first, last + 1 - first, whole.slice(first, last + 1).flat())
    at = first
  }
  return whole
}

const wordsIn = (units: readonly Unit[]): string =>
  wordsAt(textOf(units))
    .map(({ word }) => ` ${word}`)
    .join('')

/** Tells of units that go, from one on, and leave no other trace. */
function goesAlone(steps: readonly UnitPair[], index: number): boolean {
  const above = steps[index - 1]
  const next = steps.findIndex(({ now }, at) => at > index && now !== null)
  const end = next < 0 ? steps.length : next
  if (!above?.before || !above.now) return index === 0
  const isReplaced = steps[end]?.before === null
  const after = steps[end - 1]?.before?.gap ?? ''
  const gap = isReplaced ? above.before.gap : gapWithout(above.before.gap, after, end === steps.length)
  return above.now.gap === gap
}

/** Tells of steps that change no more than words: there are some on both sides, which end alike. */
function isWhole(steps: readonly UnitPair[]): boolean {
  const [old, next] = sidesOf(steps)
  return old.length > 0 && next.length > 0 && old.at(-1)?.gap === next.at(-1)?.gap
}
