import {
  type FicheElement,
  paragraph,
  placeInList,
  plainRun,
  sliceRuns,
  textOf,
  tidyRuns,
  type WordRun,
} from '../element.ts'
import { unset } from './by-hand.ts'
import { figure, isFiguresCue, isResourcesCue, isSource } from './cues.ts'
import {
  leave,
  lineAt,
  linesFrom,
  type ManuscriptLine,
  type ManuscriptReading,
  put,
  type RecognitionRule,
  type TextLine,
  want,
} from './reading.ts'

/** « Chiffres clés », and the figures below it. */
export const figures: RecognitionRule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || !isFiguresCue(line.text)) return null
  const isItem = ({ level, list, text }: TextLine) =>
    level === null && (list !== null || figure.test(text)) && !isSource(text)
  const items = linesFrom(reading, at + 1, isItem)
  if (items.length === 0) return null
  const bloc = 'chiffres'
  const titre = tidyRuns([plainRun(line.text.replace(/\s*:\s*$/, ''))])
  const head = put(reading, paragraph(titre, { bloc, role: 'titre' }))
  for (const [index, item] of items.entries()) {
    const list = placeInList({ opens: index === 0 })
    const runs = withFigure(item.runs, item.text)
    const element = put(reading, paragraph(runs ?? item.runs, { bloc, list }), ...item.guesses)
    if (!runs) want(reading, element, 'le chiffre, en gras, au début de la ligne')
  }
  return closing(reading, bloc, at + 1 + items.length, head)
}

/** An item whose figure is bold: as it was, or made so; null without a figure. */
function withFigure(runs: readonly WordRun[], text: string): WordRun[] | null {
  if (runs[0]?.bold) return [...runs]
  const digits = figure.exec(text)?.[0].trimEnd()
  if (!digits) return null
  const before = sliceRuns(runs, 0, digits.length).map(run => ({ ...run, bold: true }))
  return tidyRuns([...before, ...sliceRuns(runs, digits.length)])
}

/** « Source : … » below a block, which lacks it else. */
function closing(reading: ManuscriptReading, bloc: string, at: number, head: FicheElement): number {
  const line = lineAt(reading, at)
  if (line && isSource(line.text)) {
    put(reading, paragraph(line.runs, { bloc, role: 'close' }))
    return at + 1
  }
  want(reading, head, `la source : une ligne « Source : … » à la fin du bloc`)
  return at
}

/** « Pour aller plus loin », and what stands below it. */
export const resources: RecognitionRule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || !isResourcesCue(line.text)) return null
  const items = linesFrom(reading, at + 1, ({ level }) => level === null)
  if (items.length === 0) return null
  const titre = line.text.replace(/\s*:\s*$/, '')
  put(reading, paragraph([plainRun(titre)], { role: 'titre-2' }))
  for (const [index, item] of items.entries()) {
    const list = placeInList({ opens: index === 0 })
    const runs = withLinkedTitle(reading, item.runs)
    const element = put(reading, paragraph(runs, { bloc: 'ressources', list }))
    if (!runs.some(({ href }) => href !== null)) want(reading, element, 'l’adresse de cette ressource')
  }
  return at + 1 + items.length
}

/** A resource whose one link is an address written out, as « Un guide, 2024. https://… »: the title leads there. */
function withLinkedTitle(reading: ManuscriptReading, runs: readonly WordRun[]): readonly WordRun[] {
  const links = runs.filter(({ href }) => href !== null)
  const [link] = links
  const address = link?.text.trim() ?? ''
  if (!link || links.length > 1 || !/^(?:https?:\/\/|www\.)\S+$/.test(address)) return runs
  const words = runs.filter(run => run !== link)
  const text = textOf(words)
  const [from, to] = titleIn(text)
  if (from === to) return runs
  leave(reading, address)
  const end = text.replace(/[\s:<(–—-]+$/, '').length
  const title = sliceRuns(words, from, to).map(run => ({ ...run, href: link.href }))
  return tidyRuns([...sliceRuns(words, 0, from), ...title, ...sliceRuns(words, to, end)])
}

/** Where the title of a resource stands: in quotation marks; behind the acronym of who wrote it; else at the start. */
function titleIn(text: string): [from: number, to: number] {
  const quoted = /(?<=«\s*)\S[^«»]*?(?=\s*»)/.exec(text)
  const title =
    quoted ??
    /(?<=^[\p{Lu}\d][\p{Lu}\d &/-]*[,.:]\s+)\p{L}[^,.(:]{2,}/u.exec(text) ??
    /^[^,.(:]{3,}/.exec(text)
  return title ? [title.index, title.index + title[0].trimEnd().length] : [0, 0]
}

export function readTable(
  reading: ManuscriptReading,
  at: number,
  line: Extract<ManuscriptLine, { kind: 'table' }>,
): number {
  const width = Math.max(...line.rows.map(row => row.length))
  const rows = line.rows.map(row => Array.from({ length: width }, (_, column) => row[column] ?? []))
  // Heads are bold in every edition.
  const [head = [], ...others] = rows
  put(reading, { kind: 'table', bloc: null, rows: [head.map(unset), ...others], align: line.align })
  return at + 1
}
