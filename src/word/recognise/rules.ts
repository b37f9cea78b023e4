import { paragraph, plainRun, sliceRuns, textOf, tidyRuns } from '../element.ts'
import { exampleCue, isFiguresCue, isResourcesCue, isSource, quoted, titledCue } from './cues.ts'
import { figures, resources } from './lists.ts'
import {
  after,
  capital,
  isProse,
  leave,
  lineAt,
  linesFrom,
  type ManuscriptLine,
  type ManuscriptReading,
  put,
  putLine,
  type RecognitionRule,
  type TextLine,
  toComplete,
  want,
} from './reading.ts'

/** Tells of a line that begins something new, so that no block runs on over it. */
export function isCue(line: ManuscriptLine | undefined): boolean {
  if (line?.kind !== 'line') return line !== undefined
  const { text, level, isTitle, isQuote } = line
  if (level !== null || isTitle || isQuote) return true
  return (
    exampleCue(text) !== null ||
    isFiguresCue(text) ||
    isSource(text) ||
    titledCue(text) !== null ||
    isResourcesCue(text) ||
    typeof quoted(text)?.author === 'number'
  )
}

/** The text of a block: a paragraph and the list below it; all paragraphs to the next cue under a heading. */
function body(reading: ManuscriptReading, bloc: string, at: number, whole: boolean): number {
  let next = at
  let paragraphs = 0
  for (; next < reading.lines.length; next++) {
    const line = reading.lines[next]
    if (isCue(line) || line?.kind !== 'line') break
    if (isProse(line) && ++paragraphs > 1 && !whole) break
    putLine(reading, bloc, line)
  }
  return next
}

const example: RecognitionRule = (reading, at) => {
  const line = lineAt(reading, at)
  const cue = line && exampleCue(line.text)
  if (!line || !cue) return null
  leave(reading, `${cue.etiquette} ${cue.codes.replace(/[\dAB]+/g, '')}`)
  // A title may be parted from its text by a line break alone.
  const [first = ''] = cue.reste.split('\n')
  const isTitle = first !== '' && first.length <= 100 && !/[.!?]/.test(first)
  const end = isTitle ? cue.length + first.length : cue.length
  const guess = `« ${line.text.slice(0, 40).trim()}… » : un exemple`
  const bloc = 'exemple'
  const titre = isTitle ? capital(tidyRuns(sliceRuns(line.runs, cue.length, end))) : toComplete('Titre')
  const head = put(reading, paragraph(titre, { bloc, role: 'titre' }), guess)
  if (!isTitle) want(reading, head, 'le titre de l’exemple')
  const lieu = cue.codes === '' ? cue.lieu : `${cue.lieu} (${cue.codes.replace(/\s*(?:,| et )\s*/g, '/')})`
  put(reading, paragraph([plainRun(lieu)], { bloc, role: 'lieu' }))
  if (cue.codes === '') want(reading, head, 'le code du département de l’exemple')
  const text = after(line, end)
  if (textOf(text).trim() !== '') {
    put(reading, paragraph(capital(text), { bloc }))
    const items = linesFrom(reading, at + 1, item => item.list !== null && !isCue(item))
    for (const item of items) putLine(reading, bloc, item)
    return at + 1 + items.length
  }
  return body(reading, bloc, at + 1, line.level !== null)
}

const author = /^\(?[—–-]\s*(?=\p{L})/u

const quotation: RecognitionRule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || line.level !== null || line.list || line.isTitle) return null
  const quote = quoted(line.text)
  if (!quote && !line.isQuote) return null
  const bloc = 'citation'
  const isMore = ({ isQuote, text }: TextLine) => isQuote && line.isQuote && !author.test(text)
  const words = [line, ...linesFrom(reading, at + 1, isMore)]
  const next = at + words.length
  const signed = lineAt(reading, next)
  const below =
    typeof quote?.author !== 'number' &&
    signed &&
    signed.level === null &&
    author.test(signed.text) &&
    signed.text.length < 120
      ? signed
      : null
  if (!line.isQuote && quote?.author === null && !below) return null
  const guesses = line.isQuote ? [] : ['des guillemets et un nom : une citation']
  const [first] = words.map((line, index) => {
    const part = index === 0 && quote ? sliceRuns(line.runs, ...quote.words) : line.runs
    return put(reading, paragraph(part, { bloc }), ...(index === 0 ? guesses : []))
  })
  const runs = below
    ? after(below, author.exec(below.text)?.[0].length ?? 0)
    : quote?.author
      ? after(line, quote.author)
      : null
  if (runs) put(reading, paragraph([plainRun('— '), ...runs], { bloc, role: 'close' }))
  else if (first) want(reading, first, 'qui parle : une ligne « — Nom, fonction » à la fin de la citation')
  return below ? next + 1 : next
}

const box: RecognitionRule = (reading, at) => {
  const line = lineAt(reading, at)
  const cue = line && titledCue(line.text)
  const next = reading.lines[at + 1]
  if (!line || !cue || isCue(next) || next?.kind !== 'line') return null
  leave(reading, line.text.slice(0, cue.length))
  put(
    reading,
    paragraph(capital(after(line, cue.length)), { bloc: cue.bloc, role: 'titre' }),
    `« ${line.text.slice(0, cue.length).trim()} » : un encadré`,
  )
  return body(reading, cue.bloc, at + 1, line.level !== null)
}

/** Order matters: the first rule that claims a line keeps it. */
export const rules: readonly RecognitionRule[] = [example, figures, box, resources, quotation]
