import { acceptanceOf, type Proposition } from '../../kit/index.ts'
import {
  type FicheElement,
  mapRuns,
  type RunChange,
  runsIn,
  sliceRuns,
  textOf,
  type WordRun,
} from '../element.ts'
import { type FicheText, linesOf, textOfFiche, withLines } from '../fiche-text.ts'
import { styleOf } from '../parts.ts'
import { type LineEdit, lineEdits, withWords } from './line-edits.ts'

/** Changes of a text: words of lines, each by its rank in `linesOf`, and paragraphs that come below so many elements. */
type TextEdits = { lines: (LineEdit & { rank: number })[]; below: number; paragraphs: FicheElement[] }

type Author = Omit<RunChange, 'kind'>

/** Writes proposals into a text as tracked changes: words that go stay in it, marked, and those that come are added.
 *  @returns the text, and the proposals that tracked changes cannot say, or that meet another on their words */
export function trackProposals(
  source: string,
  proposals: readonly Proposition[],
): { text: FicheText; rest: Proposition[] } {
  const original = textOfFiche(source)
  const rest: Proposition[] = []
  const edits: (LineEdit & { rank: number; by: Author })[] = []
  const additions = new Map<number, FicheElement[]>()
  for (const proposal of proposals) {
    const change = editsOf(original, source, proposal)
    const meetsAnother =
      change?.lines.some(edit => edits.some(other => touches(edit, other))) ||
      (change && change.paragraphs.length > 0 && additions.has(change.below))
    if (!change || meetsAnother) {
      rest.push(proposal)
      continue
    }
    const by = { auteur: proposal.auteur, date: proposal.date }
    edits.push(...change.lines.map(edit => ({ ...edit, by })))
    if (change.paragraphs.length > 0)
      additions.set(
        change.below,
        change.paragraphs.map(element =>
          element.kind === 'paragraph' ? { ...element, runs: markRuns(element.runs, 'ins', by) } : element,
        ),
      )
  }
  const lines = linesOf(original).map((runs, rank) =>
    editedLine(
      runs,
      edits.filter(edit => edit.rank === rank),
    ),
  )
  const text = withLines(original, lines)
  const elements = text.elements.flatMap((element, index) => [element, ...(additions.get(index + 1) ?? [])])
  return { text: { ...text, elements: withEnds([...(additions.get(0) ?? []), ...elements]) }, rest }
}

/** Marks the ends of paragraphs that come or go as a whole. LibreOffice gives the next paragraph the style of one whose end goes: then
 *  it has to be the same, or the end of the one above goes in its place; else an empty paragraph stays. */
function withEnds(elements: readonly FicheElement[]): FicheElement[] {
  const ended = [...elements]
  const setEnd = (index: number, end: RunChange | null) => {
    const element = ended[index]
    if (end && element?.kind === 'paragraph') ended[index] = { ...element, end }
  }
  const styleAt = (index: number) => {
    const element = elements[index]
    return element?.kind === 'paragraph' ? styleOf(element, false) : null
  }
  for (let index = 0; index < elements.length; index++) {
    const change = wholeChange(elements[index])
    if (!change) continue
    let last = index
    while (wholeChange(elements[last + 1])?.kind === change.kind) last++
    const [style, above, below] = [styleAt(index), styleAt(index - 1), styleAt(last + 1)]
    const shift =
      change.kind === 'ins' ? (below ? 0 : null) : below === style ? 0 : above === style ? 1 : null
    if (shift !== null) for (let at = index; at <= last; at++) setEnd(at - shift, wholeChange(elements[at]))
    index = last
  }
  return ended
}

/** The change of a paragraph that comes or goes as a whole. */
function wholeChange(element: FicheElement | undefined): RunChange | null {
  const [first, ...others] = element?.kind === 'paragraph' ? element.runs.map(({ change }) => change) : []
  return first && others.every(change => change?.kind === first.kind) ? first : null
}

const touches = (edit: TextEdits['lines'][number], other: TextEdits['lines'][number]) =>
  edit.rank === other.rank && edit.from <= other.to && other.from <= edit.to

const markRuns = (runs: readonly WordRun[], kind: RunChange['kind'], by: Author): WordRun[] =>
  withWords(runs).map(run => ({ ...run, change: { kind, ...by } }))

function editedLine(runs: WordRun[], edits: readonly (LineEdit & { by: Author })[]): WordRun[] {
  let at = 0
  const pieces = edits
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ from, to, runs: coming, by }) => {
      const before = sliceRuns(runs, at, from)
      at = to
      return [...before, ...markRuns(sliceRuns(runs, from, to), 'del', by), ...markRuns(coming, 'ins', by)]
    })
  return edits.length === 0 ? runs : withWords([...pieces, ...sliceRuns(runs, at)])
}

/** What a proposal changes in a text: pairs of elements that differ in their words, then paragraphs that go, or that come.
 *  @returns null: tracked changes do not say it */
function editsOf(original: FicheText, source: string, proposal: Proposition): TextEdits | null {
  const acceptance = acceptanceOf(source, proposal)
  if (!acceptance || acceptance.clash) return null
  const { from, to, text } = acceptance
  const next = textOfFiche(source.slice(0, from) + text + source.slice(to))
  const [before, now] = [original.elements, next.elements]
  const start = commonStart(before, now)
  const tail = commonStart(before.slice(start).reverse(), now.slice(start).reverse())
  const [old, recent] = [before, now].map(list => list.slice(start, list.length - tail)) as [
    FicheElement[],
    FicheElement[],
  ]
  const pairs = Math.min(old.length, recent.length)
  const above = before[start + pairs - 1]
  const isSaid =
    `${original.hidden}` === `${next.hidden}` &&
    original.rows.length === next.rows.length &&
    old.slice(0, pairs).every((element, index) => shapeOf(element) === shapeOf(recent[index])) &&
    [...old, ...recent.slice(pairs)].slice(pairs).every(element => isPlain(element, above?.bloc ?? null))
  if (!isSaid) return null
  const [oldLines, newLines] = [linesOf(original), linesOf(next)]
  const heads = 1 + original.rows.length
  const [first, end] = [start, start + pairs].map(
    index => heads + before.slice(0, index).flatMap(runsIn).length,
  ) as [number, number]
  const deletedLines = old.slice(pairs).flatMap(runsIn)
  const lines = oldLines
    .slice(0, end)
    .flatMap((runs, rank) =>
      rank < heads || rank >= first
        ? lineEdits(runs, newLines[rank] ?? []).map(edit => ({ ...edit, rank }))
        : [],
    )
  lines.push(
    ...deletedLines.map((runs, index) => ({ rank: end + index, from: 0, to: textOf(runs).length, runs: [] })),
  )
  const words = lines.flatMap(({ rank, from, to, runs }) => [
    ...runs,
    ...withWords(sliceRuns(oldLines[rank] ?? [], from, to)),
  ])
  // A cross-reference is locked, and what the press alone reads is hidden.
  if (words.some(({ mark }) => mark)) return null
  return { lines, below: start + pairs, paragraphs: recent.slice(pairs) }
}

/** The first item of a list is one like the others. */
const keyOf = (element: FicheElement | undefined) =>
  JSON.stringify(element, (key, value: unknown) => (key === 'opens' ? undefined : value))

function commonStart(before: readonly FicheElement[], now: readonly FicheElement[]): number {
  const end = before.findIndex((element, index) => keyOf(element) !== keyOf(now[index]))
  return end < 0 ? before.length : end
}

/** An element without its words. */
const shapeOf = (element: FicheElement | undefined) => keyOf(element && mapRuns(element, () => []))

/** A paragraph that needs nothing around it. */
const isPlain = (element: FicheElement, bloc: string | null) =>
  element.kind === 'paragraph' &&
  element.role !== 'titre' &&
  element.role !== 'brut' &&
  (element.bloc ?? bloc) === bloc
