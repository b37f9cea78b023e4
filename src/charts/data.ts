/** The table of a chart, understood. */
export type ChartData = {
  /** Header of the first column: the kind of the rows. */
  entete: string
  /** One a column of figures; `unite` is what its header says between brackets. The name of an only one is empty where the title of
   *  the chart says it. */
  series: { nom: string; unite: string }[]
  /** One a row. `textes` are the figures as the author wrote them, thousands apart. */
  lignes: { nom: string; objectif: string | null; valeurs: number[]; textes: string[] }[]
}

const unite = /\s*\(\s*(?:en\s+)?([^()]{1,20})\)\s*$/u
const objectif = /\s*\(\s*(objectif[^()]{0,60})\)/iu
const nombre = /^([+−–-]?)\s*(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(%|€)?$/

/** `12,000`, `1.250.000`: thousands as other languages write them, which French reads as decimals. */
export const isAmbiguous = (text: string): boolean =>
  /^[+−–-]?\s*[1-9]\d{0,2}(?:[.,]\d{3})+\s*[%€]?$/.test(text.trim())

/** `1 234,5 %` → 1234.5; null for what is no number. */
export function numberOf(text: string): number | null {
  const match = nombre.exec(text.trim())
  if (!match) return null
  const digits = (match[2] ?? '').replace(/\s/g, '').replace(',', '.')
  return match[1] && match[1] !== '+' ? -Number(digits) : Number(digits)
}

/** @param entetes the header row @param lignes the rows below, as plain text: a name, then figures. */
export function dataOf(entetes: readonly string[], lignes: readonly (readonly string[])[]): ChartData {
  const series = entetes.slice(1).map((entete, index) => serieOf(entete, columnOf(lignes, index)))
  return {
    entete: entetes[0] ?? '',
    series,
    lignes: lignes.map(([entete = '', ...cells]) => {
      const but = objectif.exec(entete)
      return {
        nom: but ? entete.replace(but[0], '') : entete,
        objectif: but ? (but[1] ?? '').trim() : null,
        valeurs: series.map((_, index) => numberOf(cells[index] ?? '') ?? 0),
        textes: series.map((serie, index) => withUnit(cells[index] ?? '', serie.unite)),
      }
    }),
  }
}

/** A cell whose sign is not that of its column, both counted from 0 after the names, and the words of what it contradicts. */
type Disagreement = { ligne: number; colonne: number; avec: string }

/** Finds the cells that would get a wrong unit: a column has one unit, in its header or beside each figure. */
export function disagreementsOf(
  entetes: readonly string[],
  lignes: readonly (readonly string[])[],
): Disagreement[] {
  return entetes.slice(1).flatMap((entete, colonne) => {
    const cells = columnOf(lignes, colonne)
    const announced = unitIn(entete)
    const first = cells.find(cell => signOf(cell) !== null) ?? ''
    const contradicts = (cell: string): boolean => {
      const sign = signOf(cell)
      if (sign === null) return false
      return announced === null ? sign !== signOf(first) : sign !== '' && !ecrit[sign].test(announced)
    }
    const avec = announced === null ? `« ${first.trim()} », dans la même colonne` : `l'en-tête « ${entete} »`
    return cells.flatMap((cell, ligne) => (contradicts(cell) ? [{ ligne, colonne, avec }] : []))
  })
}

const columnOf = (lignes: readonly (readonly string[])[], index: number): string[] =>
  lignes.map(cells => cells[index + 1] ?? '')

type SignKind = '%' | '€'

/** Words of a header for the sign in a cell: « pourcentage » for %. */
const ecrit: Record<SignKind, RegExp> = { '%': /^(?:%|pour[\s-]cent|pourcentage)/iu, '€': /^(?:€|euro)/iu }

/** The sign after a cell's figure, '' for a bare one; null for what is no number. */
function signOf(cell: string): SignKind | '' | null {
  const match = nombre.exec(cell.trim())
  return match && ((match[3] ?? '') as SignKind | '')
}

/** A column's name and its unit: what its header says, else the sign that its figures have. */
function serieOf(entete: string, cells: readonly string[]): ChartData['series'][number] {
  const announced = unitIn(entete)
  if (announced !== null) return { nom: entete.replace(unite, ''), unite: announced }
  return { nom: entete, unite: cells.map(signOf).find(Boolean) ?? '' }
}

/** « (habitants) » after a header is a unit, « (2024) » a date. */
function unitIn(entete: string): string | null {
  const words = unite.exec(entete)?.[1] ?? ''
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
  series.every(({ unite }) => !isLong(unite))

/** Tells of a row that is a target; only bars draw it, other charts leave it to the table. */
export const hasTarget = ({ lignes }: Pick<ChartData, 'lignes'>): boolean =>
  lignes.some(({ objectif }) => objectif !== null)

/** The unit of all series; null: they have several. */
export function commonUnit(series: ChartData['series']): string | null {
  const [unite = '', ...others] = new Set(series.map(column => column.unite))
  return others.length === 0 ? unite : null
}

/** Describes the picture for readers who cannot see it. */
export function describe({ series, lignes }: ChartData): string {
  return lignes
    .map(({ nom, objectif: but, textes }) => {
      const values = textes.map((texte, index) =>
        series.length > 1 ? `${series[index]?.nom} ${texte}` : texte,
      )
      return `${nom}\u00a0: ${values.join(', ')}${but === null ? '' : `, ${but}`}`
    })
    .join('\u202f; ')
}

/** The same, with all that its table says: in the place of the table. */
export function describeTable(donnees: ChartData): string {
  const { entete, series } = donnees
  const names = [entete, ...(series.length === 1 ? series.map(({ nom }) => nom) : [])].filter(Boolean)
  return [...(names.length > 0 ? [names.join(', ')] : []), describe(donnees)].join(' – ')
}
