import { plainRun, textOf } from '../element.ts'
import type { Guess, Line, TextLine } from './line.ts'
import { after, capital } from './reading.ts'

/** A number typed before a heading: « 1. », « 2.1 », « 3) », « 4 – », « II. », « B. »; « 2.7 millions » is a figure. */
const number =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}(?:[.)]|\s?[-–—:](?=\s))|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=\S)(?!(?:millions?|milliards?|ans|fois|km|ha|[kM]€)(?![\p{L}\d])|[%€])/u
const lever = /^leviers?\s+(?:n°\s*)?\d{1,2}\s*[-–—:.]\s*(?=\S)/i
const levers = /^(?:les\s+)?leviers(?:\s+d['’]action)?$/i

/** Headings without the numbers that were typed before them, where two have one: the press sets its own before levers, and none before
 *  others. The section of levers is named as such. */
export function plainHeadings(lines: readonly Line[]): Line[] {
  const headings = lines.filter(isHeading)
  const isNumbered = headings.filter(({ text }) => number.test(text)).length > 1
  const plain = headings.map(heading => withoutNumber(heading, isNumbered))
  const first = plain.findIndex((heading, at) => heading !== headings[at])
  const named = plain.map((heading, at) => {
    const noted = at === first ? { ...heading, guesses: [...heading.guesses, unnumbered] } : heading
    const below = headings[at + 1]?.level ?? 0
    return levers.test(heading.text.trim()) && below > (heading.level ?? 0) ? ofLevers(noted) : noted
  })
  let at = 0
  return lines.map(line => (isHeading(line) ? (named[at++] ?? line) : line))
}

const isHeading = (line: Line): line is TextLine =>
  line.kind === 'line' && line.level !== null && !line.isTitle

const unnumbered: Guess = {
  what: 'des numéros tapés devant les titres : ils ne sont pas repris',
  confidence: 'sûre',
}

function withoutNumber(heading: TextLine, isNumbered: boolean): TextLine {
  const typed = (isNumbered ? number.exec(heading.text)?.[0] : undefined) ?? ''
  const length = typed.length + (lever.exec(heading.text.slice(typed.length))?.[0].length ?? 0)
  if (length === 0) return heading
  const runs = capital(after(heading, length))
  return { ...heading, text: textOf(runs), runs, sign: [heading.text.slice(0, length).trim()] }
}

const ofLevers = (heading: TextLine): TextLine => ({
  ...heading,
  runs: [...heading.runs, plainRun(' '), plainRun('{.leviers}', { mark: true })],
  guesses: [
    ...heading.guesses,
    { what: 'les leviers d’action : chaque titre au-dessous en est un', confidence: 'à vérifier' },
  ],
})
