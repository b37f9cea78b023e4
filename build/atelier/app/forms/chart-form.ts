import { oneLine, type Parts } from '../../../../src/text/index.ts'
import type { DrawnBlock } from '../../worker/render-item.ts'
import { button, drawingsIn, field, h, partsOf } from '../dom.ts'
import type { BlockForm } from './block-form.ts'

const types: Record<string, string> = {
  barres: 'Barres : comparer des valeurs',
  'barres-empilees': 'Barres empilées : les parts de plusieurs tout',
  courbe: 'Courbe : une évolution dans le temps',
  anneau: 'Anneau : les parts d’un tout',
}
const SIZE = { rows: 3, columns: 2 }
const DRAW_MS = 200

/** A chart: a small table, with its drawing beside it. A row or a column that is empty is not written. */
export const chartForm: BlockForm = { title: 'Un graphique', read, write, fields }

function read(block: string): Parts | null {
  const [, type = '', titre = '', table = '', source = ''] =
    /^::: graphique ([\w-]+) (.*)\n((?:\|.*\|\n)+)\nSource : (.*)\n:::$/.exec(block) ?? []
  if (!Object.hasOwn(types, type)) return null
  const rows = table
    .trimEnd()
    .split('\n')
    .map(cellsOf)
    .filter((_, index) => index !== 1)
  return { type, titre, source, ...named(rows) }
}

function write(parts: Parts): string {
  const rows = rowsOf(parts)
  const columns = (rows[0] ?? []).map((_, column) => column).filter(column => rows.some(row => row[column]))
  const written = rows
    .filter((row, index) => index === 0 || row.some(Boolean))
    .map(row => lineOf(columns.map(column => row[column] ?? '')))
  const [head = '', ...body] = written
  const table = [head, lineOf(columns.map(() => '---')), ...body].join('\n')
  return `::: graphique ${parts['type']} ${oneLine(parts['titre'])}\n${table}\n\nSource : ${oneLine(parts['source'])}\n:::`
}

const lineOf = (cells: readonly string[]) =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`

const cellsOf = (line: string): string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(cell => cell.trim().replaceAll('\\|', '|'))

const nameOf = (row: number, column: number) => `cellule-${row}-${column}`

const named = (rows: readonly (readonly string[])[]): Parts =>
  Object.fromEntries(rows.flatMap((row, at) => row.map((cell, column) => [nameOf(at, column), cell])))

/** The cells by their names, as a table: the first row heads the columns. */
function rowsOf(parts: Parts): string[][] {
  const rows: string[][] = []
  for (const [name, text] of Object.entries(parts)) {
    const [, row, column] = /^cellule-(\d+)-(\d+)$/.exec(name) ?? []
    if (row === undefined || column === undefined) continue
    rows[Number(row)] ??= []
    const cells = rows[Number(row)]
    if (cells) cells[Number(column)] = oneLine(text)
  }
  return rows
}

function fields(parts: Parts, draw: (block: string) => Promise<DrawnBlock>): Node[] {
  const rows = rowsOf(parts)
  const height = rows.length || SIZE.rows
  let width = rows[0]?.length || SIZE.columns
  const body = h('tbody')
  const drawing = h('div.trace')
  const problems = h('div.faux', { role: 'status' })

  const cell = (row: number, column: number, text = '') => {
    const input = h('input', {
      name: nameOf(row, column),
      'aria-label': row === 0 ? `En-tête de la colonne ${column + 1}` : `Ligne ${row}, colonne ${column + 1}`,
      placeholder: row === 0 ? (column === 0 ? 'Années' : 'Emplois (%)') : column === 0 ? '2024' : '12,5',
    })
    input.value = text
    return h('td', input)
  }
  const addRow = (texts: readonly string[] = []) =>
    body.append(
      h('tr', ...Array.from({ length: width }, (_, column) => cell(body.rows.length, column, texts[column]))),
    )
  const addColumn = () => {
    for (const [row, line] of [...body.rows].entries()) line.append(cell(row, width))
    width += 1
  }
  for (let row = 0; row < height; row++) addRow(rows[row])

  const type = h(
    'select',
    { name: 'type' },
    ...Object.entries(types).map(([value, label]) =>
      h('option', { value, selected: value === parts['type'] }, label),
    ),
  )
  const text = (name: string, placeholder: string) => {
    const input = h('input', { name, required: true, placeholder })
    input.value = parts[name] ?? ''
    return input
  }
  const all = h(
    'div.graphique-saisi',
    { oninput: () => drawSoon() },
    h(
      'div',
      field('Type', type),
      field('Titre', text('titre', 'Part de l’ESS dans l’emploi')),
      h('div.saisie', h('table', body)),
      h(
        'p.boutons',
        button('Ajouter une ligne', () => addRow()),
        button('Ajouter une colonne', addColumn),
      ),
      field('Source : organisme, année', text('source', 'Insee, 2024')),
    ),
    h('div', drawing, problems),
  )

  let due: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const drawSoon = () => {
    clearTimeout(due)
    const asked = ++turn
    due = setTimeout(async () => {
      const form = all.closest('form')
      if (!form) return
      const typed = partsOf(form)
      const answer = await draw(write(typed))
      if (asked !== turn) return
      // The last drawing stays while a figure is being typed.
      if ('html' in answer) drawing.replaceChildren(...drawingsIn(answer.html, '.dessin > svg'))
      const isBegun = rowsOf(typed).some((row, at) => at > 0 && row.slice(1).some(Boolean))
      const messages = isBegun && 'messages' in answer ? answer.messages : []
      problems.replaceChildren(...messages.map(message => h('p', message)))
    }, DRAW_MS)
  }
  if (rows.length > 0) drawSoon()
  return [all]
}
