import { plainRun } from '../element.ts'
import type { Line, TextLine } from './line.ts'
import { after, capital } from './reading.ts'

/** A number typed before a heading: « 1. », « 2.1 », « 3) », « 4 – », « II. », « B. ». */
const number =
  /^(?:\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}(?:[.)]|\s?[-–—:](?=\s))|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=\S)/
const lever = /^leviers?\s+(?:n°\s*)?\d{1,2}\s*[-–—:.]\s*(?=\S)/i
const levers = /^(?:les\s+)?leviers(?:\s+d['’]action)?$/i

/** Headings without the numbers that were typed before them, where two have one: the press sets its own before levers, and none before
 *  others. The section of levers is named as such. */
export function plainHeadings(lines: readonly Line[]): Line[] {
  const headings = lines.filter(
    (line): line is TextLine => line.kind === 'line' && line.level !== null && !line.isTitle,
  )
  const isNumbered = headings.filter(({ text }) => number.test(text)).length > 1
  let isTold = false
  return lines.map(line => {
    const at = headings.indexOf(line as TextLine)
    const heading = headings[at]
    if (!heading) return line
    const plain = withoutNumber(heading, isNumbered)
    if (plain !== heading && !isTold) {
      isTold = true
      plain.guesses.push({
        what: 'des numéros tapés devant les titres : ils ne sont pas repris',
        confidence: 'sûre',
      })
    }
    const below = headings[at + 1]?.level ?? 0
    return levers.test(plain.text.trim()) && below > (heading.level ?? 0) ? ofLevers(plain) : plain
  })
}

function withoutNumber(heading: TextLine, isNumbered: boolean): TextLine {
  const typed = (isNumbered ? number.exec(heading.text)?.[0] : undefined) ?? ''
  const rest = heading.text.slice(typed.length)
  const length = typed.length + (lever.exec(rest)?.[0].length ?? 0)
  if (length === 0) return heading
  const runs = capital(after(heading, length))
  const text = runs.map(run => run.text).join('')
  const sign = [heading.text.slice(0, length).trim()]
  return { ...heading, text, runs, sign, guesses: [...heading.guesses] }
}

const ofLevers = (heading: TextLine): TextLine => ({
  ...heading,
  runs: [...heading.runs, plainRun(' '), plainRun('{.leviers}', { mark: true })],
  guesses: [
    ...heading.guesses,
    { what: 'les leviers d’action : chaque titre au-dessous en est un', confidence: 'à vérifier' },
  ],
})
