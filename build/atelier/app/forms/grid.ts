import { type FormPart, type Parts, rowsOf } from '../../../../src/text/index.ts'
import { button, h } from '../dom.ts'
import { menuOf } from './fields.ts'

const SIZE = { rows: 3, columns: 2 }

/** Creates the rows of a list or a table, one after the other, and what adds one. A row that stays empty is not written. */
export function grid({ name, label, items, kind }: FormPart, parts: Parts): HTMLElement {
  const rows = rowsOf(name, parts)
  const isTable = kind === 'table'
  let width = items?.columns.length ?? (rows[0]?.length || SIZE.columns)
  const body = h('tbody')
  const cell = (row: number, column: number, text = '') => {
    const { label: head, example = '', choices, kind: sort } = items?.columns[column] ?? {}
    const place = items
      ? `${head}, ligne ${row + 1}`
      : row === 0
        ? `En-tête de la colonne ${column + 1}`
        : `Ligne ${row}, colonne ${column + 1}`
    const properties = {
      name: `${name}-${row}-${column}`,
      'aria-label': place,
      placeholder: items ? example : (samples[Math.min(row, 1)]?.[Math.min(column, 1)] ?? ''),
    }
    if (choices || sort) return h('td', menuOf(properties, choices ?? null, text))
    const input = text.includes('\n') ? h('textarea', { ...properties, rows: '3' }) : h('input', properties)
    input.value = text
    return h('td', input)
  }
  const addRow = (texts: readonly string[] = []) => {
    const row = body.rows.length
    body.append(h('tr', ...Array.from({ length: width }, (_, column) => cell(row, column, texts[column]))))
  }
  const addColumn = () => {
    for (const [row, line] of [...body.rows].entries()) line.append(cell(row, width))
    width += 1
  }
  for (let row = 0; row < (rows.length || SIZE.rows); row++) addRow(rows[row])
  const heads = items?.columns.map(column => h('th', { scope: 'col' }, column.label)) ?? []
  return h(
    'fieldset.champ',
    h('legend', label),
    h(
      isTable ? 'div.saisie.table' : 'div.saisie',
      h(isTable ? 'table.table' : 'table', items ? h('thead', h('tr', ...heads)) : null, body),
    ),
    h(
      'p.boutons',
      button('Ajouter une ligne', () => addRow()),
      isTable && button('Ajouter une colonne', addColumn),
    ),
  )
}

/** What stands in a table, head and body, first column and others. */
const samples = [
  ['Années', 'Emplois (%)'],
  ['2024', '12,5'],
]
