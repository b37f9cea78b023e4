/** The table of a chart, understood. */
export type Donnees = {
  /** One a column of figures; `unite` is what its header says between brackets. */
  series: { nom: string; unite: string }[]
  /** One a row. `textes` are the figures as the author wrote them. */
  lignes: { nom: string; objectif: string | null; valeurs: number[]; textes: string[] }[]
}

const unite = /\s*\(\s*(?:en\s+)?([^()]{1,20})\)\s*$/u
const objectif = /\s*\(\s*(objectif[^()]{0,60})\)/iu
const nombre = /^([+−–-]?)\s*(\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?)\s*(%|€)?$/

/** `1 234,5 %` → 1234.5; null for what is no number. */
export function numberOf(text: string): number | null {
  const found = nombre.exec(text.trim())
  if (!found) return null
  const digits = (found[2] ?? '').replace(/\s/g, '').replace(',', '.')
  return found[1] && found[1] !== '+' ? -Number(digits) : Number(digits)
}

/** @param entetes the header row @param lignes the rows below, as plain text: a name, then figures. */
export function donneesOf(entetes: readonly string[], lignes: readonly (readonly string[])[]): Donnees {
  const typed = lignes.flatMap(cells => cells.slice(1)).map(cell => nombre.exec(cell.trim())?.[3])
  const common = typed.find(Boolean) ?? ''
  const series = entetes.slice(1).map(entete => {
    const found = unite.exec(entete)
    return found && isUnit(found[1] ?? '')
      ? { nom: entete.slice(0, found.index), unite: (found[1] ?? '').trim() }
      : { nom: entete, unite: common }
  })
  return {
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

/** « (2024) » after a header is a date, « (habitants) » a unit. */
function isUnit(text: string): boolean {
  return !/\d/.test(text)
}

function withUnit(cell: string, unit: string): string {
  const figure = cell
    .trim()
    .replace(/[\s\u00a0\u202f]*[%€]$/, '')
    .replace(/^[-–]/, '−')
  // A long unit is read once, on the axis or in the table.
  return unit === '' || unit.length > 4 || figure === '' ? figure : `${figure}\u00a0${unit}`
}

/** What the picture says, for those who do not see it. */
export function describe({ series, lignes }: Donnees): string {
  return lignes
    .map(({ nom, objectif: but, textes }) => {
      const values = textes.map((texte, index) =>
        series.length > 1 ? `${series[index]?.nom} ${texte}` : texte,
      )
      return `${nom}\u00a0: ${values.join(', ')}${but === null ? '' : `, ${but}`}`
    })
    .join('\u202f; ')
}
