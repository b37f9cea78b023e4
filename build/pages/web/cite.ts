/** The fiche that is cited, and who published it. */
export type CitedSource = {
  /** Name of the fiche in citations: `kit-2026:scic`. */
  cle: string
  titre: string
  numero: number
  kit: string
  editeur: string
  /** `2025-11` */
  mois: string
  /** Its month in words. */
  date: string
}

/** Cited part. `precision`: its place, or where a figure comes from; '' where nothing is to be said. */
export type Cited = { titre: string; ancre: string; precision: string }

/** A citation, in words and for programs that keep references. */
export type BibliographicReference = { texte: string; bibtex: string }

/** Cites a fiche, or an example or a figure of it. @param adresse absolute, with the anchor of what is cited;
 *  null: it is not known */
export function cite(
  source: CitedSource,
  cited: Cited | null,
  adresse: string | null,
): BibliographicReference {
  const { cle, titre, numero, kit, editeur, mois, date } = source
  const [year = '', month = ''] = mois.split('-')
  const where = `fiche\u00a0${numero}, ${kit}`
  const precision = cited?.precision ?? ''
  const part = cited ? `«\u00a0${cited.titre}\u00a0»${precision && ` (${precision})`}, dans ` : ''
  const words = `${part}«\u00a0${titre}\u00a0», ${where}`
  const fields = {
    title: `{${texOf(cited?.titre ?? titre)}}`,
    booktitle: texOf(cited ? `${titre}, ${kit}` : kit),
    author: `{${texOf(editeur)}}`,
    publisher: texOf(editeur),
    year,
    month: String(Number(month)),
    chapter: String(numero),
    ...(precision !== '' && { note: texOf(precision) }),
    ...(adresse !== null && { url: adresse }),
  }
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`)
  return {
    texte: [editeur, words, date, ...(adresse === null ? [] : [adresse])].join(', '),
    bibtex: [`@incollection{${[cle, cited?.ancre].filter(Boolean).join(':')},`, ...lines, '}'].join('\n'),
  }
}

/** Words between braces of BibTeX: what TeX would take for a command is written as a sign, a no-break space as `~`. */
const texOf = (words: string) =>
  words
    .replace(/\\/g, '\\textbackslash ')
    .replace(/[{}&%$#_]/g, '\\$&')
    .replace(/~/g, '\\textasciitilde ')
    .replace(/\^/g, '\\textasciicircum ')
    .replace(/[\u00a0\u202f]/g, '~')
