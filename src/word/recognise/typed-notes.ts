import { plainRun, type Run, sliceRuns, textOf, tidyRuns } from '../element.ts'
import type { Left } from '../read/manuscript.ts'
import { isProse, type Line, type TextLine } from './line.ts'

/** The raised number that a note typed by hand begins with. */
const opening = /^([⁰¹²³⁴-⁹]{1,2})[\s.):–-]*(?=\S)/
/** Raised numbers after a word are calls of notes; « m² » and « 10⁶ » are none. */
const call = /(?<=(\p{L}{3,}|[»”)])[.,;:!?]?)[⁰¹²³⁴-⁹]{1,2}(?![\p{L}\p{N}])/gu

/** Notes that were typed below the text, in brackets where their number stands: a fiche has no foot for them. A note that nothing calls, or
 *  that is called twice, stays where it is. */
export function placeTypedNotes(lines: readonly Line[]): { lines: Line[]; left: Left[] } {
  const notes = new Map<string, { line: TextLine; index: number }>()
  for (const [index, line] of lines.entries()) {
    const number = isProse(line) && line.text.length < 300 ? opening.exec(line.text)?.[1] : undefined
    if (isProse(line) && number !== undefined) notes.set(number, { line, index })
  }
  const calls = lines.flatMap((line, index) =>
    line.kind !== 'line'
      ? []
      : [...line.text.matchAll(call)].map(match => {
          const [number, word = ''] = match
          return { index, number, word, at: match.index }
        }),
  )
  const placed = calls.filter(({ number, index }) => {
    const note = notes.get(number)
    return note && note.index > index && calls.filter(one => one.number === number).length === 1
  })
  const taken = new Set(placed.map(({ number }) => notes.get(number)?.index))
  const left = placed.flatMap(({ number, word }): Left[] => [
    { rule: 'etiquette', text: word + number },
    { rule: 'etiquette', text: number },
  ])
  return {
    lines: lines.flatMap((line, index) => {
      if (taken.has(index)) return []
      const here = placed.filter(one => one.index === index)
      return line.kind === 'line' && here.length > 0 ? [withNotes(line, here)] : [line]
    }),
    left,
  }

  function withNotes(line: TextLine, here: typeof placed): TextLine {
    let from = 0
    const runs: Run[] = []
    for (const { number, at } of here) {
      const note = notes.get(number)?.line
      const words = note ? sliceRuns(note.runs, opening.exec(note.text)?.[0].length ?? 0) : []
      runs.push(...sliceRuns(line.runs, from, at), plainRun(' ('), ...withoutStop(words), plainRun(')'))
      from = at + number.length
    }
    const whole = tidyRuns([...runs, ...sliceRuns(line.runs, from)])
    return {
      ...line,
      runs: whole,
      text: textOf(whole),
      guesses: [
        ...line.guesses,
        {
          what: 'une note tapée à la main : entre parenthèses, dans sa phrase',
          confidence: 'à vérifier',
        },
      ],
    }
  }
}

const withoutStop = (runs: readonly Run[]): Run[] =>
  runs.map((run, at) => (at === runs.length - 1 ? { ...run, text: run.text.replace(/[.\s]+$/, '') } : run))
