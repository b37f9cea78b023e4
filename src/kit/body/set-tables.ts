import type { Token } from 'markdown-it'
import { copyWith, plainText, type TableCell, tablesOf, withinBlocs } from '../../text/index.ts'

/** A number, and at most a unit after it: `12`, `-3,5 %`, `1 250 € HT`. */
const number = /^[−–+±-]?\s?\d[\d\s]*(?:,\d+)?(?:\s?[^\d\s,;]{1,3}(?:\s[^\d\s,;]{1,4})?)?$/
const thousands = /\d(\s)\d{3}/
/** A cell that holds no value. */
const none = /^[–—−-]?$/

/** Sets the tables of a text: columns of numbers stand right, their thousands alike; the first column names its rows where it is words; on
 *  paper a cell that is nothing but references shows their pages alone. */
export function setTables(tokens: readonly Token[]): void {
  for (const rows of tablesOf(tokens)) nameColumns(rows)
  const besideCharts = [...withinBlocs(tokens)].filter(({ bloc }) => bloc !== 'graphique')
  for (const rows of tablesOf(besideCharts.map(({ token }) => token))) setTable(rows)
}

/** Each value says the name of its column, where rows are read one by one. */
function nameColumns([head = [], ...rows]: readonly TableCell[][]): void {
  for (const row of rows)
    for (const [column, { open }] of row.entries()) {
      const title = head[column]
      if (column > 0) open.meta = { ...open.meta, colonne: title && textOf(title) }
    }
}

function setTable([head = [], ...rows]: readonly TableCell[][]): void {
  for (const [column, title] of head.entries()) {
    const cells = rows.flatMap(row => row[column] ?? [])
    const values = cells.map(textOf).filter(text => !none.test(text))
    for (const { inline } of cells) setReferences(inline)
    if (values.length > 0 && values.every(text => number.test(text))) setNumbers(title, cells)
    else if (column === 0 && rows.length > 1 && head.length > 1) nameRows(cells)
  }
}

const textOf = ({ inline }: TableCell): string => plainText(inline.children)

function setReferences({ children }: Token): void {
  const others = children?.filter(({ type }) => type !== 'renvoi')
  if (!children || others?.length === children.length) return
  if (others?.every(({ type, content }) => type === 'text' && /^[\s,;·]*(?:et\s+)?$/.test(content)))
    for (const child of children) if (child.type === 'renvoi') child.meta = { ...child.meta, pageAlone: true }
}

/** A title stands right too, as it is: `2025` is a year. */
function setNumbers(title: TableCell, cells: readonly TableCell[]): void {
  const [, space] = cells.flatMap(cell => thousands.exec(textOf(cell)) ?? [])
  for (const { open, inline } of [title, ...cells]) {
    if (!open.attrGet('style')) open.attrSet('style', 'text-align:right')
    if (space && inline !== title.inline && inline.children)
      inline.children = inline.children.map(child =>
        child.type === 'text' ? copyWith(child, grouped(child.content, space)) : child,
      )
  }
}

const grouped = (text: string, space: string): string =>
  text.replace(/(?<![\d,])\d{4,}/, digits => digits.replace(/\B(?=(?:\d{3})+$)/g, space))

/** Each says another row: a voice repeats it before the figures of that row. */
function nameRows(cells: readonly TableCell[]): void {
  const names = new Set(cells.map(textOf))
  if (names.size < cells.length || names.has('')) return
  for (const { open, close } of cells) {
    open.tag = close.tag = 'th'
    open.attrSet('scope', 'row')
  }
}
