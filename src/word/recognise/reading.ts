import {
  type Align,
  type FicheElement,
  type InList,
  paragraph,
  plainRun,
  sliceRuns,
  tidyRuns,
  type WordRun,
} from '../element.ts'
import type { Omission, WordImage } from '../read/manuscript.ts'

/** A paragraph of a manuscript, once its signs are cleaned: what it looks like, before it is known what it is. */
export type ManuscriptLine =
  | {
      kind: 'line'
      text: string
      runs: WordRun[]
      /** Depth of a heading, from 1; null for text. */
      level: number | null
      isTitle: boolean
      isQuote: boolean
      /** In Word's style for what stands below a picture. */
      isCaption: boolean
      /** In the style that pandoc has for a summary. */
      isSummary: boolean
      /** `start`: its own number, where it has one. */
      list: InList | null
      /** Guesses for a person to check. */
      guesses: string[]
      /** The bullet or number that was typed before it, if one was. */
      sign: string[]
    }
  | { kind: 'table'; rows: WordRun[][][]; align: Align[] }
  | { kind: 'picture'; image: WordImage }

export type TextLine = Extract<ManuscriptLine, { kind: 'line' }>

/** A line that stands in no list and is no heading. */
export const isProse = (line: ManuscriptLine | undefined): line is TextLine =>
  line?.kind === 'line' && line.level === null && line.list === null && !line.isTitle

/** A manuscript that is being read: its lines, and the elements made of them so far. */
export type ManuscriptReading = {
  lines: readonly ManuscriptLine[]
  elements: FicheElement[]
  omissions: Omission[]
  /** Guesses about an element, for a person to check. */
  guesses: Map<FicheElement, string[]>
  /** Parts of an element that a person has to add. */
  additions: Map<FicheElement, string[]>
}

/** Tries to read a block at a line. Returns the line to go on from, or null when there is none. */
export type RecognitionRule = (reading: ManuscriptReading, at: number) => number | null

/** Puts an element down, with what was guessed of it. */
export function put<E extends FicheElement>(
  { elements, guesses }: ManuscriptReading,
  element: E,
  ...added: string[]
): E {
  elements.push(element)
  if (added.length > 0) guesses.set(element, [...(guesses.get(element) ?? []), ...added])
  return element
}

export function want({ additions }: ManuscriptReading, element: FicheElement, meaning: string): void {
  additions.set(element, [...(additions.get(element) ?? []), meaning])
}

export const lineAt = ({ lines }: ManuscriptReading, at: number): TextLine | null => {
  const line = lines[at]
  return line?.kind === 'line' ? line : null
}

/** The lines from a place on that are alike, up to the first that is not. */
export function linesFrom(
  reading: ManuscriptReading,
  at: number,
  isAlike: (line: TextLine) => boolean,
): TextLine[] {
  const lines: TextLine[] = []
  for (let line = lineAt(reading, at); line && isAlike(line); line = lineAt(reading, at + lines.length))
    lines.push(line)
  return lines
}

/** Leaves out words that the name of a block says. */
export function leave({ omissions }: ManuscriptReading, text: string): void {
  omissions.push({ rule: 'etiquette', text })
}

/** The text of a block in a line, or its item. */
export function putLine(reading: ManuscriptReading, bloc: string | null, line: TextLine): void {
  const list = line.list && placeAfter(reading, bloc, line.list)
  put(reading, paragraph(line.runs, { bloc, list }), ...line.guesses)
}

/** Places an item: in the list being read, or in a new one. */
function placeAfter({ elements }: ManuscriptReading, bloc: string | null, list: InList): InList {
  const last = elements.at(-1)
  const above = last?.kind === 'paragraph' && last.bloc === bloc && last.role === 'texte' ? last.list : null
  if (!above) return { ...list, depth: 0, opens: true }
  const depth = Math.min(list.depth, above.depth + 1)
  // In Markdown, no other number may stand right below an item.
  if (depth > 0) return { ...list, depth, start: 1, opens: false }
  const before = lastAtMargin(elements)
  if (before?.ordered !== list.ordered) return { ...list, depth, opens: true }
  return { ...list, depth, start: before.start, opens: false }
}

function lastAtMargin(elements: readonly FicheElement[]): InList | null {
  const item = elements.findLast(element => element.kind === 'paragraph' && element.list?.depth === 0)
  return item?.kind === 'paragraph' ? item.list : null
}

/** Words that a person has to write. */
export const toComplete = (meaning: string): WordRun[] => [plainRun(`${meaning} à compléter`)]

/** A line without its first signs. */
export const after = (line: TextLine, length: number): WordRun[] => tidyRuns(sliceRuns(line.runs, length))

/** A title begins with a capital, which the words after a colon lack. */
export const capital = (runs: readonly WordRun[]): WordRun[] =>
  runs.map((run, index) =>
    index === 0 ? { ...run, text: run.text.replace(/^\p{Ll}/u, letter => letter.toUpperCase()) } : run,
  )
