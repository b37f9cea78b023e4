import { plainRun, type Table, type WordRun } from '../element.ts'
import { blockStyle, type StyleName, styleOf, styles } from '../parts.ts'
import { xml } from './markup.ts'
import { styled, type WordSheet } from './paragraphs.ts'

/** Width of the text, in twentieths of a pt. */
const WIDTH = 9638

type Cell = { runs: readonly WordRun[]; style: StyleName; align?: string; consigne?: string }

/** A table of a fiche; its first row names the columns. */
export function tableOf(element: Table, sheet: WordSheet): string {
  const style = styleOf(element, false)
  const columns = Math.max(1, ...element.rows.map(row => row.length))
  const head = element.bloc === null ? styles.colonne : blockStyle(element.bloc, 'colonne')
  const rows = element.rows.map((row, rank) =>
    Array.from({ length: columns }, (_, index): Cell => {
      const align = element.align[index]
      return { runs: row[index] ?? [], style: rank === 0 ? head : style, ...(align ? { align } : {}) }
    }),
  )
  return table(
    rows,
    Array.from({ length: columns }, () => Math.floor(WIDTH / columns)),
    sheet.ground,
    sheet,
  )
}

/** Writes the front matter as a table: a key and its value per row; in the template, what to write there. */
export function headTable(
  rows: readonly (readonly [label: string, value: readonly WordRun[], consigne?: string])[],
  sheet: WordSheet,
): string {
  const cells = rows.map(([label, value, consigne]): Cell[] => [
    { runs: [plainRun(label)], style: styles.cle },
    { runs: value, style: styles.valeur, ...(consigne ? { consigne } : {}) },
  ])
  return table(cells, [2400, WIDTH - 2400], null, sheet)
}

function table(
  rows: readonly Cell[][],
  widths: readonly number[],
  ground: string | null,
  sheet: WordSheet,
): string {
  return xml('w:tbl', {}, [
    xml('w:tblPr', {}, [
      xml('w:tblStyle', { 'w:val': 'TableauDuKit' }),
      xml('w:tblW', { 'w:w': widths.reduce((sum, width) => sum + width, 0), 'w:type': 'dxa' }),
      xml('w:tblLayout', { 'w:type': 'fixed' }),
      '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>',
    ]),
    xml(
      'w:tblGrid',
      {},
      widths.map(width => xml('w:gridCol', { 'w:w': width })),
    ),
    ...rows.map((row, index) => rowOf(row, widths, index === 0 ? ground : null, sheet)),
  ])
}

/** @param ground of the row that names the columns; null in others */
function rowOf(
  row: readonly Cell[],
  widths: readonly number[],
  ground: string | null,
  sheet: WordSheet,
): string {
  const shade = ground && xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': ground })
  return xml('w:tr', {}, [
    xml('w:trPr', {}, [xml('w:cantSplit'), ground ? xml('w:tblHeader') : '']),
    ...row.map(({ runs, style, align, consigne }, column) =>
      xml('w:tc', {}, [
        xml('w:tcPr', {}, [xml('w:tcW', { 'w:w': widths[column] ?? 0, 'w:type': 'dxa' }), shade ?? '']),
        styled(style, runs, sheet, align ? xml('w:jc', { 'w:val': align }) : ''),
        consigne ? styled(styles.consigne, [plainRun(consigne)], sheet) : '',
      ]),
    ),
  ])
}
