/** The table of a chart, understood. */
export type ChartData = {
  /** Header of the first column: the kind of the rows. */
  header: string
  /** One a column of figures; `unit` is what its header says between brackets. The name of an only one is empty where the title of
   *  the chart says it. */
  series: { name: string; unit: string }[]
  /** One a row. `labels` are the figures as the author wrote them, thousands apart. */
  rows: { name: string; target: string | null; values: number[]; labels: string[] }[]
}

const unitWords = /\s*\(\s*(?:en\s+)?([^()]{1,20})\)\s*$/u
const targetWords = /\s*\(\s*(objectif[^()]{0,60})\)/iu
const figurePattern = /^([+−–-]?)\s*(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(%|€)?$/

/** `12,000`, `1.250.000`: thousands as other languages write them, which French reads as decimals. */
export const isAmbiguous = (text: string): boolean =>
  /^[+−–-]?\s*[1-9]\d{0,2}(?:[.,]\d{3})+\s*[%€]?$/.test(text.trim())

/** `1 234,5 %` → 1234.5; null for what is no number. */
export function numberOf(text: string): number | null {
  const match = figurePattern.exec(text.trim())
  if (!match) return null
  const digits = (match[2] ?? '').replace(/\s/g, '').replace(',', '.')
  return match[1] && match[1] !== '+' ? -Number(digits) : Number(digits)
}

/** @param headers the header row @param rows the rows below, as plain text: a name, then figures. */
export function dataOf(headers: readonly string[], rows: readonly (readonly string[])[]): ChartData {
  const series = headers.slice(1).map((header, index) => serieOf(header, columnOf(rows, index)))
  return {
    header: headers[0] ?? '',
    series,
    rows: rows.map(([header = '', ...cells]) => {
      const match = targetWords.exec(header)
      return {
        name: match ? header.replace(match[0], '') : header,
        target: match ? (match[1] ?? '').trim() : null,
        values: series.map((_, index) => numberOf(cells[index] ?? '') ?? 0),
        labels: series.map((column, index) => withUnit(cells[index] ?? '', column.unit)),
      }
    }),
  }
}

/** A cell whose sign is not that of its column, both counted from 0 after the names, and the words of what it contradicts. */
type Disagreement = { row: number; column: number; against: string }

/** Finds the cells that would get a wrong unit: a column has one unit, in its header or beside each figure. */
export function disagreementsOf(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): Disagreement[] {
  return headers.slice(1).flatMap((header, column) => {
    const cells = columnOf(rows, column)
    const announced = unitIn(header)
    const first = cells.find(cell => signOf(cell) !== null) ?? ''
    const contradicts = (cell: string): boolean => {
      const sign = signOf(cell)
      if (sign === null) return false
      return announced === null ? sign !== signOf(first) : sign !== '' && !unitSigns[sign].test(announced)
    }
    const against =
      announced === null ? `« ${first.trim()} », dans la même colonne` : `l'en-tête « ${header} »`
    return cells.flatMap((cell, row) => (contradicts(cell) ? [{ row, column, against }] : []))
  })
}

const columnOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows.map(cells => cells[index + 1] ?? '')

type SignKind = '%' | '€'

/** Words of a header for the sign in a cell: « pourcentage » for %. */
const unitSigns: Record<SignKind, RegExp> = {
  '%': /^(?:%|pour[\s-]cent|pourcentage)/iu,
  '€': /^(?:€|euro)/iu,
}

/** The sign after a cell's figure, '' for a bare one; null for what is no number. */
function signOf(cell: string): SignKind | '' | null {
  const match = figurePattern.exec(cell.trim())
  return match && ((match[3] ?? '') as SignKind | '')
}

/** A column's name and its unit: what its header says, else the sign that its figures have. */
function serieOf(header: string, cells: readonly string[]): ChartData['series'][number] {
  const announced = unitIn(header)
  if (announced !== null) return { name: header.replace(unitWords, ''), unit: announced }
  return { name: header, unit: cells.map(signOf).find(Boolean) ?? '' }
}

/** « (habitants) » after a header is a unit, « (2024) » a date. */
function unitIn(header: string): string | null {
  const words = unitWords.exec(header)?.[1] ?? ''
  return words === '' || /\d/.test(words) ? null : words.trim()
}

/** A figure as the author wrote it, its thousands apart as on an axis: a value is no year, and no postcode. */
function withUnit(cell: string, unit: string): string {
  const figure = cell
    .trim()
    .replace(/[\s\u00a0\u202f]*[%€]$/, '')
    .replace(/^[-–]/, '−')
    .replace(/^[+−]?\s*\d{4,}/, whole => whole.replace(/\d(?=(?:\d{3})+$)/g, '$&\u202f'))
  // A long unit is read once, in the table: an axis has no room for it either.
  const shown = unit === '' || isLong(unit) ? signOf(cell) : unit
  return figure === '' || !shown ? figure : `${figure}\u00a0${shown}`
}

/** Too long to stand beside each figure. */
export const isLong = (unit: string) => unit.length > 4

/** Tells of figures that are all written with their unit. */
export const writesUnits = ({ series }: Pick<ChartData, 'series'>): boolean =>
  series.every(({ unit }) => !isLong(unit))

/** Tells of a row that is a target; only bars draw it, other charts leave it to the table. */
export const hasTarget = ({ rows }: Pick<ChartData, 'rows'>): boolean =>
  rows.some(({ target }) => target !== null)

/** The unit of all series; null: they have several. */
export function commonUnit(series: ChartData['series']): string | null {
  const [unit = '', ...others] = new Set(series.map(column => column.unit))
  return others.length === 0 ? unit : null
}

/** Describes the picture for readers who cannot see it. */
export function describe({ series, rows }: ChartData): string {
  return rows
    .map(({ name, target, labels }) => {
      const values = labels.map((label, index) =>
        series.length > 1 ? `${series[index]?.name} ${label}` : label,
      )
      return `${name}\u00a0: ${values.join(', ')}${target === null ? '' : `, ${target}`}`
    })
    .join('\u202f; ')
}

/** The same, with all that its table says: in the place of the table. */
export function describeTable(data: ChartData): string {
  const { header, series } = data
  const names = [header, ...(series.length === 1 ? series.map(({ name }) => name) : [])].filter(Boolean)
  return [...(names.length > 0 ? [names.join(', ')] : []), describe(data)].join(' – ')
}
