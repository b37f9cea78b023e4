import {
  type InList,
  inBrackets,
  placeInList,
  plainRun,
  sliceRuns,
  textOf,
  tidyRuns,
  type WordRun,
} from '../element.ts'
import type { Omission } from '../read/manuscript.ts'
import { after, capital, isProse, type ManuscriptLine, type TextLine } from './reading.ts'

/** Level of headings made by hand, below the headings of Word: 10 and deeper. */
const HAND = 10

/** Depth of a line that looks like a heading; null when it does not. */
export function headingLook(runs: readonly WordRun[], text: string, underlined: boolean): number | null {
  if (text.length > 90 || /[.;,…]$/.test(text) || /^(source|exemple)/i.test(text)) return null
  const words = runs.filter(run => run.text.trim() !== '')
  const bold = words.every(run => run.bold)
  if (/^[\p{Lu}\p{N}\s'’:,&-]{4,}$/u.test(text) && /\p{Lu}{4}/u.test(text) && bold) return HAND
  if (bold) return HAND + 1
  return underlined ? HAND + 2 : null
}

/** Words of a heading are set by the press. */
export const unset = (runs: readonly WordRun[]): WordRun[] =>
  tidyRuns(
    runs.map(run => ({ ...run, bold: false, italic: run.italic && !runs.every(entry => entry.italic) })),
  )

/** A number typed before a heading: « 1. », « 2.1 », « 3) », « 4 – », « II. », « B. ». « 2.7 millions » is a figure. */
const headingNumber =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}(?:[.)]|\s?[-–—:](?=\s))|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=\S)(?!(?:millions?|milliards?|ans|fois|km|ha|[kM]€)(?![\p{L}\d])|[%€])/u
const lever = /^leviers?\s+(?:n°\s*)?\d{1,2}\s*[-–—:.]\s*(?=\S)/i
const levers = /^(?:les\s+)?leviers(?:\s+d['’]action)?$/i

/** Removes typed numbers from headings, when at least two have one, or one « 1. »: the press numbers levers itself, and nothing else. Also
 *  gives the section of levers its usual name. */
export function plainHeadings(lines: readonly ManuscriptLine[]): ManuscriptLine[] {
  const headings = lines.filter(isHeading)
  const numbered = headings.filter(({ text }) => headingNumber.test(text))
  const isNumbered = numbered.length > 1 || /^1[.)]\s/.test(numbered[0]?.text ?? '')
  const plain = leversBelow(headings.map(heading => withoutNumber(heading, isNumbered)))
  const titles = plain.map((heading, at) => {
    const below = plain[at + 1]?.level ?? 0
    return levers.test(heading.text.trim()) && below > (heading.level ?? 0) ? ofLevers(heading) : heading
  })
  let at = 0
  return lines.map(line => (isHeading(line) ? (titles[at++] ?? line) : line))
}

/** « Levier 1 : … » stands below « Leviers d'action », also where both look alike. */
function leversBelow(headings: readonly TextLine[]): TextLine[] {
  let section: number | null = null
  return headings.map(heading => {
    if (levers.test(heading.text.trim())) section = heading.level
    const isLever = heading.sign.some(sign => /leviers?\s/i.test(sign))
    return section !== null && isLever && heading.level === section
      ? { ...heading, level: section + 0.5 }
      : heading
  })
}

const isHeading = (line: ManuscriptLine): line is TextLine =>
  line.kind === 'line' && line.level !== null && !line.isTitle

function withoutNumber(heading: TextLine, isNumbered: boolean): TextLine {
  const typed = (isNumbered ? headingNumber.exec(heading.text)?.[0] : undefined) ?? ''
  const length = typed.length + (lever.exec(heading.text.slice(typed.length))?.[0].length ?? 0)
  if (length === 0) return heading
  const runs = capital(after(heading, length))
  return { ...heading, text: textOf(runs), runs, sign: [heading.text.slice(0, length).trim()] }
}

const ofLevers = (heading: TextLine): TextLine => ({
  ...heading,
  runs: [...heading.runs, plainRun(' '), plainRun('{.leviers}', { mark: true })],
  guesses: [...heading.guesses, 'les leviers d’action : chaque titre au-dessous en est un'],
})

/** A line as an item of a list, without the sign that was typed before it. */
export const asItem = (line: TextLine, typed: string, list: InList): TextLine => ({
  ...line,
  text: line.text.slice(typed.length),
  runs: tidyRuns(sliceRuns(line.runs, typed.length)),
  list,
  sign: [typed.trim()],
})

const number = /^(\d{1,2}|[a-z])[.)][\s\u00a0]+(?=\S)/
/** Numbers typed by hand are a list where two follow each other. */
export function typedNumbers(lines: readonly ManuscriptLine[]): ManuscriptLine[] {
  const order = (line: ManuscriptLine | undefined): number | null => {
    if (line?.kind !== 'line' || line.list || line.level !== null || line.isTitle) return null
    const sign = number.exec(line.text)?.[1]
    if (sign === undefined) return null
    return /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 96
  }
  return lines.map((line, index) => {
    const ordinal = order(line)
    if (ordinal === null || line.kind !== 'line') return line
    if (order(lines[index - 1]) !== ordinal - 1 && order(lines[index + 1]) !== ordinal + 1) return line
    const [typed = ''] = number.exec(line.text) ?? []
    return asItem(line, typed, placeInList({ ordered: true, start: ordinal, opens: false }))
  })
}

/** The raised number that a note typed by hand begins with. */
const opening = /^([⁰¹²³⁴-⁹]{1,2})[\s.):–-]*(?=\S)/
/** Raised numbers after a word are calls of notes; « m² » and « 10⁶ » are none. */
const call = /(?<=(\p{L}{3,}|[»”)])[.,;:!?]?)[⁰¹²³⁴-⁹]{1,2}(?![\p{L}\p{N}])/gu

type TypedNote = { runs: WordRun[]; index: number }
type NoteCall = { number: string; word: string; index: number; at: number }

/** Moves notes typed below the text into brackets at their number: a fiche has no footnotes. A note called never or twice
 *  stays where it is. */
export function placeTypedNotes(lines: readonly ManuscriptLine[]): {
  lines: ManuscriptLine[]
  omissions: Omission[]
} {
  const notes = new Map<string, TypedNote>()
  const calls = new Map<string, NoteCall | null>()
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'line') continue
    const [head = '', opened] = (isProse(line) && line.text.length < 300 && opening.exec(line.text)) || []
    if (opened !== undefined) notes.set(opened, { runs: sliceRuns(line.runs, head.length), index })
    for (const match of line.text.matchAll(call)) {
      const [number, word = ''] = match
      calls.set(number, calls.has(number) ? null : { number, word, index, at: match.index })
    }
  }
  const placements = [...calls.values()].flatMap(entry => {
    const note = entry && notes.get(entry.number)
    return note && note.index > entry.index ? [{ ...entry, note }] : []
  })
  const noteLines = new Set(placements.map(({ note }) => note.index))
  return {
    lines: lines.flatMap((line, index) => {
      if (noteLines.has(index)) return []
      const here = placements.filter(entry => entry.index === index)
      return line.kind === 'line' && here.length > 0 ? [withNotes(line, here)] : [line]
    }),
    omissions: placements.flatMap(({ number, word }): Omission[] => [
      { rule: 'etiquette', text: word + number },
      { rule: 'etiquette', text: number },
    ]),
  }
}

/** @param placed the calls of the line, in their order */
function withNotes(line: TextLine, placements: readonly (NoteCall & { note: TypedNote })[]): TextLine {
  let from = 0
  const runs: WordRun[] = []
  for (const { number, at, note } of placements) {
    runs.push(...sliceRuns(line.runs, from, at), ...inBrackets(note.runs))
    from = at + number.length
  }
  const whole = tidyRuns([...runs, ...sliceRuns(line.runs, from)])
  const guess = 'une note tapée à la main : entre parenthèses, dans sa phrase'
  return { ...line, runs: whole, text: textOf(whole), guesses: [...line.guesses, guess] }
}
