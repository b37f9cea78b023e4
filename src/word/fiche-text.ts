import { splitFrontMatter } from '../kit/index.ts'
import { typographText } from '../text/index.ts'
import { type FicheElement, mapRuns, plainRun, runsIn, type WordRun } from './element.ts'
import { headLabels, headOf, keysForReaders } from './front-matter.ts'
import { faithfulSegments } from './markdown/write-body.ts'
import { typeset } from './typeset.ts'

/** All words of a fiche as its Word file shows them. */
export type FicheText = {
  /** As it is written, and as it is set. */
  titre: string
  titleRuns: WordRun[]
  /** What readers ask for of the front matter. */
  rows: { label: string; runs: WordRun[] }[]
  /** The rest of it, a line each, kept unseen. */
  hidden: string[]
  elements: FicheElement[]
}

/** @param source the file of the fiche */
export function textOfFiche(source: string): FicheText {
  const { yaml, body } = splitFrontMatter(source, '').parts ?? { yaml: '', body: source }
  const { titre, rows } = headOf(yaml)
  const labelled = rows.map(([key, value]) => ({
    key,
    label: headLabels[key] ?? key,
    value: prose.has(key) ? typographText(value) : value,
  }))
  return {
    titre,
    titleRuns: titre === '' ? [] : [plainRun(typographText(titre))],
    rows: labelled
      .filter(({ key }) => keysForReaders.has(key))
      .map(({ label, value }) => ({ label, runs: [plainRun(value)] })),
    hidden: labelled
      .filter(({ key }) => !keysForReaders.has(key))
      .map(({ label, value }) => `${label} : ${value}`),
    elements: faithfulSegments(body).flatMap(segment => segment.elements.map(typeset)),
  }
}

/** Keys whose values are sentences. */
const prose = new Set(['titre_court', 'resume'])

/** The lines of a text, in its order: the title, the values of the front matter, paragraphs, cells. */
export const linesOf = ({ titleRuns, rows, elements }: FicheText): WordRun[][] => [
  titleRuns,
  ...rows.map(({ runs }) => runs),
  ...elements.flatMap(runsIn),
]

/** The text with other lines in the place of its own. */
export function withLines(text: FicheText, lines: readonly WordRun[][]): FicheText {
  const rest = lines.values()
  const next = () => rest.next().value ?? []
  return {
    ...text,
    titleRuns: next(),
    rows: text.rows.map(row => ({ ...row, runs: next() })),
    elements: text.elements.map(element => mapRuns(element, next)),
  }
}
