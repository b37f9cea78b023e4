import { inBrackets, type Run, sliceRuns, textOf, tidyRuns } from '../element.ts'
import type { Left } from '../read/manuscript.ts'
import { isProse, type Line, type TextLine } from './line.ts'

/** The raised number that a note typed by hand begins with. */
const opening = /^([⁰¹²³⁴-⁹]{1,2})[\s.):–-]*(?=\S)/
/** Raised numbers after a word are calls of notes; « m² » and « 10⁶ » are none. */
const call = /(?<=(\p{L}{3,}|[»”)])[.,;:!?]?)[⁰¹²³⁴-⁹]{1,2}(?![\p{L}\p{N}])/gu

type Note = { runs: Run[]; index: number }
type Call = { number: string; word: string; index: number; at: number }

/** Notes that were typed below the text, in brackets where their number stands: a fiche has no foot for them. A note that nothing calls, or
 *  that is called twice, stays where it is. */
export function placeTypedNotes(lines: readonly Line[]): { lines: Line[]; left: Left[] } {
  const notes = new Map<string, Note>()
  const calls = new Map<string, Call | null>()
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'line') continue
    const [head = '', opened] = (isProse(line) && line.text.length < 300 && opening.exec(line.text)) || []
    if (opened !== undefined) notes.set(opened, { runs: sliceRuns(line.runs, head.length), index })
    for (const match of line.text.matchAll(call)) {
      const [number, word = ''] = match
      calls.set(number, calls.has(number) ? null : { number, word, index, at: match.index })
    }
  }
  const placed = [...calls.values()].flatMap(one => {
    const note = one && notes.get(one.number)
    return note && note.index > one.index ? [{ ...one, note }] : []
  })
  const taken = new Set(placed.map(({ note }) => note.index))
  return {
    lines: lines.flatMap((line, index) => {
      if (taken.has(index)) return []
      const here = placed.filter(one => one.index === index)
      return line.kind === 'line' && here.length > 0 ? [withNotes(line, here)] : [line]
    }),
    left: placed.flatMap(({ number, word }): Left[] => [
      { rule: 'etiquette', text: word + number },
      { rule: 'etiquette', text: number },
    ]),
  }
}

/** @param placed the calls of the line, in their order */
function withNotes(line: TextLine, placed: readonly (Call & { note: Note })[]): TextLine {
  let from = 0
  const runs: Run[] = []
  for (const { number, at, note } of placed) {
    runs.push(...sliceRuns(line.runs, from, at), ...inBrackets(note.runs))
    from = at + number.length
  }
  const whole = tidyRuns([...runs, ...sliceRuns(line.runs, from)])
  const what = 'une note tapée à la main : entre parenthèses, dans sa phrase'
  return {
    ...line,
    runs: whole,
    text: textOf(whole),
    guesses: [...line.guesses, { what, confidence: 'à vérifier' }],
  }
}
