import { blocks } from '../../../../src/blocks/index.ts'
import {
  type Form,
  type FormPart,
  leverForm,
  type Parts,
  pictureForm,
  readParts,
  rowsOf,
  tableForm,
  writeParts,
} from '../../../../src/text/index.ts'
import type { DrawnBlock } from '../../worker/render-item.ts'
import { button, drawingsIn, h, partsOf } from '../dom.ts'
import { type FieldSources, fieldOf, menuOf } from './fields.ts'

const DRAW_MS = 200

/** What the atelier asks for in parts, as blocks say it themselves. Its output is ordinary Markdown. */
export const forms: readonly Form[] = [leverForm, ...blocks.map(({ form }) => form), tableForm, pictureForm]

/** Finds the form of a block as it stands in a text; null: it has none. */
export function formOf(block: string): { form: Form; parts: Parts } | null {
  for (const form of forms) {
    const parts = readParts(form, block)
    if (parts) return { form, parts }
  }
  return null
}

/** Creates the fields of a form. @param draw shows what a block becomes, or what is wrong with it */
export function fieldsOf(
  form: Form,
  parts: Parts,
  { draw, ...sources }: FieldSources & { draw(block: string): Promise<DrawnBlock> },
): HTMLElement[] {
  const fields = form.parts.map(part =>
    part.items || part.kind === 'table' ? grid(part, parts) : fieldOf(part, parts, sources),
  )
  return form.isDrawn ? [withDrawing(form, fields, draw)] : fields
}

/** The fields with the drawing beside them, which follows what is filled in. */
function withDrawing(
  form: Form,
  fields: HTMLElement[],
  draw: (block: string) => Promise<DrawnBlock>,
): HTMLElement {
  const drawing = h('div.trace')
  const problems = h('div.faux', { role: 'status' })
  const all = h('div.graphique-saisi', h('div', ...fields), h('div', drawing, problems))
  let due: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  const drawSoon = () => {
    clearTimeout(due)
    const drawTurn = ++turn
    due = setTimeout(async () => {
      const element = all.closest('form')
      if (!element) return
      const answer = await draw(writeParts(form, partsOf(element)))
      if (drawTurn !== turn) return
      // The last drawing stays while a figure is being typed.
      if ('html' in answer) drawing.replaceChildren(...drawingsIn(answer.html, '.dessin > svg'))
      const isBegun = [...all.querySelectorAll<HTMLInputElement>('tbody tr + tr td + td input')].some(
        ({ value }) => value,
      )
      problems.replaceChildren(
        ...(isBegun && 'messages' in answer ? answer.messages : []).map(message => h('p', message)),
      )
    }, DRAW_MS)
  }
  all.addEventListener('input', drawSoon)
  drawSoon()
  return all
}

const SIZE = { rows: 3, columns: 2 }

/** Creates the rows of a list or a table, one after the other, and what adds one. A row that stays empty is not written. */
function grid({ name, label, items, kind }: FormPart, parts: Parts): HTMLElement {
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
