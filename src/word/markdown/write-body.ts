import { splitFrontMatter } from '../../kit/index.ts'
import { commonPart } from '../../text/index.ts'
import {
  type FicheElement,
  groupSegments,
  isBrut,
  mapRuns,
  plainRun,
  runsIn,
  textOf,
  tidyRuns,
  type WordRun,
} from '../element.ts'
import { withHead } from '../front-matter.ts'
import type { WordFiche } from '../read/fiche-elements.ts'
import { typeset, untypeset } from '../typeset.ts'
import { missingWords, wordsOf } from '../words.ts'
import type { Manner } from './runs.ts'
import { brutLines, type Segment, segmentsOf } from './segments.ts'
import { writeElements } from './write-elements.ts'

/** Writes a fiche that came back from Word as Markdown. Unchanged parts keep every sign of `source`. */
export function wordToFiche({ head, elements }: Pick<WordFiche, 'head' | 'elements'>, source: string | null) {
  const parts = source === null ? null : splitFrontMatter(source, '').parts
  const body = writeBody(elements, parts?.body ?? source)
  return { markdown: withHead(head, body.text, source), body }
}

/** A body, and where its segments stand in it: lines from 1 of the body. `plain`: words whose setting was given up. */
export type WrittenBody = { text: string; lines: number[]; plain: string[] }

/** Writes elements as Markdown. Segments that did not change since `source`, from which they were made, keep its exact text. */
function writeBody(elements: readonly FicheElement[], source: string | null = null): WrittenBody {
  const groups = groupSegments(elements)
  const segments = source === null ? [] : faithfulSegments(source)
  const unchanged = new Map(
    commonPart(
      groups.map(keyOf),
      segments.map(({ elements }) => keyOf(elements.map(typeset))),
    ),
  )
  const lines = (source ?? '').split('\n')
  const block = (from: number, to?: number) => lines.slice(from, to).map(line => `${line}\n`)
  const plain: string[] = []
  const starts: number[] = []
  const pieces: string[] = []
  let line = 1
  const add = (piece: string) => {
    pieces.push(piece)
    line += piece.split('\n').length - 1
  }
  add(block(0, segments[0]?.from ?? 0).join(''))
  for (const [index, group] of groups.entries()) {
    const [at, before] = [unchanged.get(index), unchanged.get(index - 1)]
    const segment = at === undefined ? undefined : segments[at]
    const above = at !== undefined && before === at - 1 ? segments[before] : undefined
    if (segment && above) add(`\n${block(above.to, segment.from).join('')}`)
    else if (index > 0) add('\n\n')
    starts.push(line)
    add(segment ? lines.slice(segment.from, segment.to).join('\n') : newText(group, plain))
  }
  const end = segments.at(-1)?.to
  add(end === undefined ? '\n' : ['', ...lines.slice(end)].join('\n'))
  const text = groups.length + segments.length === 0 ? (source ?? '') : pieces.join('')
  return { text, lines: starts, plain }
}

/** A segment that was made anew; where Markdown cannot set its words as Word did, without bold, italics and links. */
function newText(group: readonly FicheElement[], plain: string[]): string {
  const clean = group.map(cleaned)
  const text = markdownOf(clean)
  if (text !== null) return text
  const bare = clean.map(unset)
  plain.push(bare.map(wordsIn).join(' '))
  return markdownOf(bare) ?? writeElements(bare, { escape: true, italic: '*' })
}

const setAs = (element: FicheElement, change: (run: WordRun) => WordRun): FicheElement => {
  if (element.kind === 'picture')
    return { ...element, alt: untypeset(element.alt), legende: untypeset(element.legende) }
  return isBrut(element) ? element : mapRuns(element, runs => tidyRuns(runs.map(change)))
}

const cleaned = (element: FicheElement): FicheElement =>
  setAs(element, run => ({
    ...run,
    text: untypeset(run.text)
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n'),
  }))

const unset = (element: FicheElement): FicheElement => setAs(element, ({ text }) => plainRun(text))

export const wordsIn = (element: FicheElement): string =>
  element.kind === 'picture' ? `${element.alt} ${element.legende}` : runsIn(element).map(textOf).join(' ')

/** Gives the text to compare: editors end the address of a host with a slash. */
const keyOf = (elements: readonly FicheElement[]): string =>
  JSON.stringify(elements).replace(/"href":"(https?:\/\/[^/"]+)\/"/g, '"href":"$1"')

/** The segments of a body, each of which reads back from its elements alone, with all its words; the others are kept as they were written. */
export function faithfulSegments(source: string): Segment[] {
  const lines = source.split('\n')
  return segmentsOf(source).map(segment => {
    const written = markdownOf(segment.elements)
    const before = lines.slice(segment.from, segment.to).join('\n')
    const same = written !== null && missingWords(counted(before), counted(written)).length === 0
    return same ? segment : { ...segment, elements: [brutLines(lines, segment.from, segment.to)] }
  })
}

/** The numbers of a list are counted anew. */
const counted = (text: string) => wordsOf(text.replace(/^\s*\d+[.)]\s/gm, ''))

/** Plainest first: most paragraphs need no backslash. */
const manners: readonly Manner[] = [
  { escape: false, italic: '*' },
  { escape: false, italic: '_' },
  { escape: true, italic: '*' },
  { escape: true, italic: '_' },
]

/** Writes one segment as Markdown that reads back as the same elements; null when that fails. */
function markdownOf(elements: readonly FicheElement[]): string | null {
  const key = JSON.stringify(elements)
  for (const manner of manners) {
    const text = writeElements(elements, manner)
    const read = segmentsOf(text).flatMap(segment => segment.elements)
    if (JSON.stringify(read) === key) return text
  }
  return null
}
