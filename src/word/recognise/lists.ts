import { numberOf } from '../../markdown/charts/donnees.ts'
import {
  type Element,
  paragraph,
  placeInList,
  plainRun,
  type Run,
  sliceRuns,
  type Table,
  textOf,
  tidyRuns,
} from '../element.ts'
import { figure, isFiguresCue, isResourcesCue, isSource } from './cues.ts'
import {
  type Line,
  leave,
  lineAt,
  put,
  type Reading,
  type Rule,
  sure,
  type TextLine,
  unsure,
  want,
} from './reading.ts'

/** « Chiffres clés », and the figures below it. */
export const figures: Rule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || !isFiguresCue(line.text)) return null
  const isItem = (item: TextLine | null) =>
    item !== null &&
    item.level === null &&
    (item.list !== null || figure.test(item.text)) &&
    !isSource(item.text)
  if (!isItem(lineAt(reading, at + 1))) return null
  const bloc = 'chiffres'
  const titre = tidyRuns([plainRun(line.text.replace(/\s*:\s*$/, ''))])
  const head = put(
    reading,
    paragraph(titre, { bloc, role: 'titre' }),
    sure('« Chiffres clés » : un bloc de chiffres'),
  )
  let next = at + 1
  for (let item = lineAt(reading, next); item && isItem(item); item = lineAt(reading, ++next)) {
    const list = placeInList({ opens: next === at + 1 })
    const runs = withFigure(item.runs, item.text)
    const element = put(reading, paragraph(runs ?? item.runs, { bloc, list }), ...item.guesses)
    if (!runs) want(reading, element, 'le chiffre, en gras, au début de la ligne')
  }
  return closing(reading, bloc, next, head)
}

/** An item whose figure is bold: as it was, or made so; null without a figure. */
function withFigure(runs: readonly Run[], text: string): Run[] | null {
  if (runs[0]?.bold) return [...runs]
  const digits = figure.exec(text)?.[0].trimEnd()
  if (!digits) return null
  const before = sliceRuns(runs, 0, digits.length).map(run => ({ ...run, bold: true }))
  return tidyRuns([...before, ...sliceRuns(runs, digits.length)])
}

/** « Source : … » below a block, which lacks it else. */
function closing(reading: Reading, bloc: string, at: number, head: Element): number {
  const line = lineAt(reading, at)
  if (line && isSource(line.text)) {
    put(reading, paragraph(line.runs, { bloc, role: 'close' }), sure('« Source : » : la source du bloc'))
    return at + 1
  }
  want(reading, head, `la source : une ligne « Source : … » à la fin du bloc`)
  return at
}

/** « Pour aller plus loin », and what stands below it. */
export const resources: Rule = (reading, at) => {
  const line = lineAt(reading, at)
  if (!line || !isResourcesCue(line.text)) return null
  const items: TextLine[] = []
  for (
    let next = lineAt(reading, at + 1 + items.length);
    next && next.level === null;
    next = lineAt(reading, at + 1 + items.length)
  )
    items.push(next)
  if (items.length === 0) return null
  const titre = line.text.replace(/\s*:\s*$/, '')
  put(
    reading,
    paragraph([plainRun(titre)], { role: 'titre-2' }),
    sure('« Pour aller plus loin » : les ressources'),
  )
  for (const [index, item] of items.entries()) {
    const list = placeInList({ opens: index === 0 })
    const runs = withLinkedTitle(reading, item.runs)
    const element = put(reading, paragraph(runs, { bloc: 'ressources', list }))
    if (!runs.some(({ href }) => href !== null)) want(reading, element, 'l’adresse de cette ressource')
  }
  return at + 1 + items.length
}

/** A resource whose one link is an address written out, as « Un guide, 2024. https://… »: the title leads there. */
function withLinkedTitle(reading: Reading, runs: readonly Run[]): readonly Run[] {
  const links = runs.filter(({ href }) => href !== null)
  const [link] = links
  const address = link?.text.trim() ?? ''
  if (!link || links.length > 1 || !/^(?:https?:\/\/|www\.)\S+$/.test(address)) return runs
  const words = runs.filter(run => run !== link)
  const length = /^[^,.(:]{3,}/.exec(textOf(words))?.[0].trimEnd().length ?? 0
  if (length === 0) return runs
  leave(reading, address)
  const end = textOf(words).replace(/[\s:<(–—-]+$/, '').length
  const title = sliceRuns(words, 0, length).map(run => ({ ...run, href: link.href }))
  return tidyRuns([...title, ...sliceRuns(words, length, end)])
}

/** A table: a chart where each column but the first holds numbers and something names it, else a table. */
export function readTable(reading: Reading, at: number, line: Extract<Line, { kind: 'table' }>): number {
  const width = Math.max(...line.rows.map(row => row.length))
  const rows = line.rows.map(row => Array.from({ length: width }, (_, column) => row[column] ?? []))
  const caption = captionOf(reading.elements.at(-1))
  const chart = caption === null ? null : chartRows(rows)
  if (!chart || caption === null) {
    const table: Table = { kind: 'table', bloc: null, rows, align: line.align }
    put(reading, table, unsure('un tableau, gardé en tableau'))
    return at + 1
  }
  reading.elements.pop()
  const bloc = 'graphique'
  const years = chart.slice(1).every(([first]) => /^(19|20)\d\d$/.test(textOf(first ?? []).trim()))
  const type = years && chart.length > 3 ? 'courbe' : 'barres'
  const head = put(
    reading,
    paragraph([plainRun(type, { mark: true }), plainRun(' '), ...caption], { bloc, role: 'titre' }),
    unsure(`un tableau de nombres : un graphique en ${type}`),
  )
  put(reading, { kind: 'table', bloc, rows: chart, align: line.align })
  return closing(reading, bloc, at + 1, head)
}

/** A short paragraph right above names the table. */
function captionOf(element: Element | undefined): Run[] | null {
  if (element?.kind !== 'paragraph' || element.bloc !== null || element.role !== 'texte' || element.list)
    return null
  const text = textOf(element.runs)
  const named = /^(graphique|figure|tableau)\b/i.test(text) || !/[.!?;:]$/.test(text)
  return text.length < 140 && named ? element.runs.map(run => ({ ...run, bold: false, italic: false })) : null
}

/** The rows of a chart, its units in the heads of the columns; null when a cell is no number. */
function chartRows(rows: readonly Run[][][]): Run[][][] | null {
  const [head = [], ...data] = rows
  if (data.length < 2 || head.length < 2 || head.some(cell => textOf(cell).trim() === '')) return null
  const units = head.map((_, column) => {
    if (column === 0) return ''
    const signs = data.map(row => /\s*([%€])\s*$/.exec(textOf(row[column] ?? []))?.[1] ?? '')
    return signs.every(sign => sign === signs[0]) ? (signs[0] ?? '') : null
  })
  if (units.includes(null)) return null
  const bare = (cell: Run[]) =>
    textOf(cell)
      .replace(/\s*[%€]\s*$/, '')
      .trim()
  if (!data.every(row => row.slice(1).every(cell => numberOf(bare(cell)) !== null))) return null
  return [
    head.map((cell, column) => {
      const text = textOf(cell).trim()
      const unit = units[column] ?? ''
      return [plainRun(unit === '' || text.includes(unit) ? text : `${text} (${unit})`)]
    }),
    ...data.map(row =>
      row.map((cell, column) => (column === 0 ? [plainRun(textOf(cell).trim())] : [plainRun(bare(cell))])),
    ),
  ]
}
