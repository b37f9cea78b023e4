import { EditorState, type Extension, Facet, type Text } from '@codemirror/state'
import { betweenCommon } from '../../../../src/text/index.ts'

/** A file in the editor, where LF ends each line, as what keys and forms write; `lineEnd`: in the file. */
type OpenText = { text: string; lineEnd: '\n' | '\r\n' }

export const fileLineEnd = Facet.define<OpenText['lineEnd'], OpenText['lineEnd']>({
  combine: ([lineEnd = '\n']) => lineEnd,
})

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()

/** Opens a file so that unedited text comes back byte for byte. The byte order mark is its first character. The line end is
 *  CRLF if every line has it, else LF, and any CR stays a character of its line.
 *  @returns null for bytes that are not UTF-8: they may be looked at, not edited */
export function openText(bytes: Uint8Array): OpenText | null {
  try {
    const text = decoder.decode(bytes)
    const ends = text.match(/\r\n|\r|\n/g) ?? []
    return ends.length > 0 && ends.every(end => end === '\r\n')
      ? { text: text.replaceAll('\r\n', '\n'), lineEnd: '\r\n' }
      : { text, lineEnd: '\n' }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** @param extensions beside the line ends, which a file has from when it was opened */
export const stateOf = ({ text, lineEnd }: OpenText, extensions: Extension = []): EditorState =>
  EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of('\n'), fileLineEnd.of(lineEnd), extensions],
  })

/** The bytes of what stands in the editor. A lone surrogate, which no file may hold, becomes U+FFFD. */
export const bytesOf = (state: EditorState): Uint8Array =>
  encoder.encode(state.sliceDoc().replaceAll('\n', state.facet(fileLineEnd)))

type Difference = { from: number; to: number; insert: Text }

/** Finds the parts that differ, line by line: the cursor and the view stay, and what was typed beside them can still be undone. */
export function whatDiffers(state: EditorState, text: string): Difference[] {
  const [old, recent] = [state.doc.toString(), text].map(whole => whole.split(/(?=\n)/)) as [
    string[],
    string[],
  ]
  const differences: Difference[] = []
  let at = 0
  for (const { before, now } of betweenCommon(old, recent)) {
    const [some, others] = [old.slice(...before), recent.slice(...now)]
    const isPaired = some.length === others.length
    for (const [index, former] of (isPaired ? some : [some.join('')]).entries()) {
      const next = isPaired ? (others[index] ?? '') : others.join('')
      if (former !== next) differences.push(differenceOf(state, at, former, next))
      at += former.length
    }
    at += old[before[1]]?.length ?? 0
  }
  return differences
}

/** The part between the common ends of two texts, the one of which stands at an offset. */
function differenceOf(state: EditorState, at: number, current: string, target: string): Difference {
  const least = Math.min(current.length, target.length)
  let from = 0
  while (from < least && current[from] === target[from]) from += 1
  let end = 0
  while (end < least - from && current.at(-1 - end) === target.at(-1 - end)) end += 1
  return {
    from: at + from,
    to: at + current.length - end,
    insert: state.toText(target.slice(from, target.length - end)),
  }
}

/** Converts a place of the checker, whose lines end by CRLF, CR or LF and whose columns skip the byte order mark, to an offset. */
export function offsetOf(doc: Text, line: number, column: number): number {
  const lines = linesIn(doc)
  const { from, to } = lines[line - 1] ?? { from: doc.length, to: doc.length }
  return Math.min(from + column - 1, to)
}

export const lineAt = (doc: Text, offset: number): number =>
  // Before the byte order mark it is the first.
  Math.max(1, linesIn(doc).findLastIndex(({ from }) => from <= offset) + 1)

type Line = { from: number; to: number }

/** Keeps the lines of each text: each mark of a long one asks for them. */
const linesOfTexts = new WeakMap<Text, Line[]>()

function linesIn(doc: Text): Line[] {
  const former = linesOfTexts.get(doc)
  if (former) return former
  const text = doc.toString()
  const lines: Line[] = []
  let from = text.startsWith('\ufeff') ? 1 : 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, to: index })
    from = index + end.length
  }
  lines.push({ from, to: text.length })
  linesOfTexts.set(doc, lines)
  return lines
}

export const isFullLine = (doc: Text, number: number): boolean =>
  number >= 1 && number <= doc.lines && doc.line(number).text.trim() !== ''

/** Places a block below the line of the cursor, with an empty line around it. In the front matter stands none: it goes to the end.
 *  `after`: makes the empty line where there is none; writing goes on there. */
export function placeOf(doc: Text, cursor: number): { from: number; before: string; after: string } {
  const isFull = (number: number) => isFullLine(doc, number)
  let { number } = doc.lineAt(cursor)
  if (number <= headEnd(doc)) for (number = doc.lines; number > headEnd(doc) && !isFull(number); ) number -= 1
  const isLast = number === doc.lines
  return {
    from: doc.line(number).to,
    before: isFull(number) ? '\n\n' : isFull(number - 1) ? '\n' : '',
    after: isFull(number + 1) || isLast ? '\n' : '',
  }
}

/** Returns the last line of the front matter; 0: there is none. One that is not closed goes on to the end. */
export function headEnd(doc: Text): number {
  const isFence = (number: number) => /^\ufeff?---\s*$/.test(doc.line(number).text)
  if (!isFence(1)) return 0
  let last = 2
  while (last < doc.lines && !isFence(last)) last += 1
  return Math.min(last, doc.lines)
}

/** Parts of a line that are for the press: marks, references, addresses and paths, and keys that say no words. */
const forPress =
  /\{[^{}]*\}|\[\[[^\]]*\]\]|\]\([^)]*\)|https?:\S+|^:::\s*\S*|^(?:numero|slug|famille|statut|maj|verifie|soutien|anciens_slugs):.*/g

/** Tells whether a stretch of a text stands among its words. */
export function isInWords(_: string, { doc }: EditorState, from: number, to: number): boolean {
  const line = doc.lineAt(from)
  return ![...line.text.matchAll(forPress)].some(
    ({ 0: part, index }) => from < line.from + index + part.length && to > line.from + index,
  )
}
