import { numberOf } from '../../markdown/charts/donnees.ts'
import { type Element, paragraph, plainRun, type Run, type Table, textOf } from '../element.ts'
import type { Line } from './line.ts'
import { put, type Reading } from './reading.ts'
import { closing } from './rules.ts'

/** A table: a chart where each column but the first holds numbers and something names it, else a table. */
export function readTable(reading: Reading, at: number, line: Extract<Line, { kind: 'table' }>): number {
  const width = Math.max(...line.rows.map(row => row.length))
  const rows = line.rows.map(row => Array.from({ length: width }, (_, column) => row[column] ?? []))
  const caption = captionOf(reading.elements.at(-1))
  const drawn = caption === null ? null : chartRows(rows)
  if (!drawn || caption === null) {
    const table: Table = { kind: 'table', bloc: null, rows, align: line.align }
    put(reading, table, { what: 'un tableau, gardé en tableau', confidence: 'à vérifier' })
    return at + 1
  }
  reading.elements.pop()
  const bloc = 'graphique'
  const years = drawn.slice(1).every(([first]) => /^(19|20)\d\d$/.test(textOf(first ?? []).trim()))
  const type = years && drawn.length > 3 ? 'courbe' : 'barres'
  const head = put(
    reading,
    paragraph([plainRun(type, { mark: true }), plainRun(' '), ...caption], { bloc, role: 'titre' }),
    { what: `un tableau de nombres : un graphique en ${type}`, confidence: 'à vérifier' },
  )
  put(reading, { kind: 'table', bloc, rows: drawn, align: line.align })
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
