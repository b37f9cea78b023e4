import { blockNamed } from '../blocks/index.ts'
import {
  ciblesOf,
  createRenderer,
  type FicheListee,
  type FichePubliee,
  isProposition,
  type Kit,
  licenceOf,
  type Relecture,
  wordsOfCible,
} from '../kit/index.ts'
import { formatDate } from '../problems/index.ts'
import { typographText } from '../text/index.ts'
import { type FicheElement, plainRun, textOf } from './element.ts'
import { type FicheText, textOfFiche } from './fiche-text.ts'
import { pictureOf as lineOfPicture } from './markdown/write-elements.ts'
import { styles } from './parts.ts'
import { hangComments } from './review/hang-comments.ts'
import { trackProposals } from './review/track-proposals.ts'
import type { WordPicture } from './write/markup.ts'
import { numberLists } from './write/numbering.ts'
import { drawing, hiddenLines, label, paragraphOf, styled, type WordSheet } from './write/paragraphs.ts'
import { paletteOf } from './write/style-sheet.ts'
import { headTable, tableOf } from './write/tables.ts'
import { type WordFile, writeWordFile } from './write/word-file.ts'

/** Everything a Word file needs besides the text of its fiche. */
export type WordSetting = Pick<WordFile, 'auteur' | 'jour' | 'tete' | 'pied' | 'palette'> & {
  titles: ReadonlyMap<string, string>
  /** The kit's pictures by path, as Word shows them. */
  pictures: ReadonlyMap<string, WordPicture>
  /** The drawings of the charts, in the order of the text, twice as many pixels as they are wide. */
  charts: readonly (WordPicture | null)[]
}

/** Drawings of a fiche: its charts as SVG files, in the order of the text, and the paths of its pictures. */
type DrawnOfFiche = { charts: string[]; pictures: string[] }

/** @throws when its body has mistakes */
export function drawnOf(kit: Kit, fiche: FichePubliee): DrawnOfFiche {
  const { html } = createRenderer(kit, 'print').fiche(fiche)
  return {
    charts: [...html.matchAll(/<svg class="graphe graphique"[\s\S]*?<\/svg>/g)].map(([svg]) =>
      withNamespace(svg),
    ),
    pictures: [...new Set(fiche.corps.images.map(({ path }) => path))],
  }
}

/** A page of HTML knows what its drawings are; a file of its own has to say it. */
const withNamespace = (svg: string) =>
  svg.replace(/^<svg (?!xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg" ')

/** A fiche of a kit as a Word file, in the colours of its family. The same bytes for the same kit and drawings.
 *  @param source its file. @param drawn what `drawnOf` names, as Word shows it @param threads its reviews: open ones go with it */
export function wordOfFiche(
  kit: Kit,
  fiche: FichePubliee,
  source: string,
  drawn: Pick<WordSetting, 'charts' | 'pictures'>,
  threads: readonly Relecture[] = [],
): Uint8Array {
  const couleur = kit.familles.find(({ id }) => id === fiche.famille)?.couleur ?? ''
  const setting: WordSetting = {
    palette: paletteOf(kit.tokens, couleur),
    auteur: kit.editeur.sigle ?? kit.editeur.nom,
    jour: `${fiche.maj}-01`,
    tete: kit.titre,
    pied: footerOf(kit, fiche),
    titles: new Map([...ciblesOf(kit)].map(([slug, cible]) => [slug, typographText(wordsOfCible(cible))])),
    ...drawn,
  }
  return ficheToWord(source, setting, threads)
}

/** Who made the text, its date, and what may be done with it. */
const footerOf = (kit: Kit, { maj }: FichePubliee): string =>
  `${kit.editeur.sigle ?? kit.editeur.nom}, ${kit.titre}, mise à jour en ${formatDate(maj)}. Licence ${licenceOf(kit)}.`

/** Names the Word file of a fiche: `08-commande-publique.docx`. */
export const wordName = ({ numero, slug }: Pick<FicheListee, 'numero' | 'slug'>): string =>
  `${String(numero).padStart(2, '0')}-${slug}.docx`

/** A fiche as a Word file, which `importWord` reads back as the same text. The same bytes for the same fiche.
 *  @param source its file. @param threads its reviews: open proposals are tracked changes, open remarks are comments */
export function ficheToWord(
  source: string,
  setting: WordSetting,
  threads: readonly Relecture[] = [],
): Uint8Array {
  const open = threads.filter(({ etat }) => etat === 'ouverte')
  const { text, comments } =
    open.length === 0 ? { text: textOfFiche(source), comments: [] } : reviewed(source, open)
  const { titre, titleRuns, elements } = text
  const { palette, titles, auteur, jour, tete, pied } = setting
  const lists = numberLists(elements)
  const file: WordFile = { titre, auteur, jour, tete, pied, palette, titles, lists, source, comments }
  return writeWordFile(file, sheet => [
    ...(titre === '' ? [] : [styled(styles.titre, titleRuns, sheet)]),
    ...headRows(text, sheet),
    ...bodyOf(elements, setting, sheet),
  ])
}

/** The text of a fiche with its open threads. */
function reviewed(source: string, threads: readonly Relecture[]) {
  const { text, rest } = trackProposals(source, threads.filter(isProposition))
  const remarks = threads.filter(thread => !isProposition(thread) || rest.includes(thread))
  return hangComments(text, remarks)
}

/** A table of what readers ask for; the rest is kept below it, unseen. */
function* headRows({ rows, hidden }: FicheText, sheet: WordSheet): Generator<string> {
  if (hidden.length > 0) yield hiddenLines(hidden, sheet)
  if (rows.length > 0) {
    yield headTable(
      rows.map(({ label, runs }) => [label, runs]),
      sheet,
    )
    yield space(sheet)
  }
}

/** Between the table and the text: two tables that touch are one in Word. */
const space = (sheet: WordSheet) => styled(styles.consigne, [], sheet)

function* bodyOf(
  elements: readonly FicheElement[],
  setting: WordSetting,
  sheet: WordSheet,
): Generator<string> {
  const chapo = elements.findIndex(element => element.kind === 'paragraph' && element.role === 'titre-2')
  const charts = setting.charts.values()
  let before: FicheElement | undefined
  for (const [index, element] of elements.entries()) {
    const opens = opensBlock(element, before)
    if (opens && element.bloc !== null && hasLabel(element)) yield label(element.bloc, sheet)
    if (element.kind === 'table' && before?.kind === 'table') yield space(sheet)
    yield elementXml(element, setting, sheet, index < chapo)
    if (opens && element.bloc === 'graphique') yield* chartOf(charts.next().value ?? null, element, sheet)
    if (opens && element.bloc !== null && blockNamed(element.bloc).image)
      yield* pictureOf(element, setting, sheet)
    before = element
  }
}

/** A block begins where another ends, or with a title. */
const opensBlock = (element: FicheElement, before: FicheElement | undefined): boolean =>
  element.bloc !== null &&
  (element.bloc !== before?.bloc || (element.kind === 'paragraph' && element.role === 'titre'))

/** A block of figures has its name in its title. */
const hasLabel = (element: FicheElement) =>
  !(element.bloc === 'chiffres' && element.kind === 'paragraph' && element.role === 'titre')

function elementXml(
  element: FicheElement,
  { pictures }: WordSetting,
  sheet: WordSheet,
  inChapo: boolean,
): string {
  if (element.kind === 'table') return tableOf(element, sheet)
  if (element.kind === 'paragraph') return paragraphOf(element, sheet, inChapo)
  const picture = pictures.get(element.path)
  if (!picture) return styled(styles.brut, [plainRun(lineOfPicture(element))], sheet)
  const shown = drawing(picture, { style: styles.image, name: element.path, alt: element.alt }, sheet)
  return element.legende === '' ? shown : shown + styled(styles.legende, [plainRun(element.legende)], sheet)
}

function chartOf(chart: WordPicture | null, element: FicheElement, sheet: WordSheet): string[] {
  if (!chart || element.kind !== 'paragraph') return []
  const titre = textOf(element.runs.filter(({ mark }) => !mark)).trim()
  const alt = `Graphique : ${titre}. Les données sont dans le tableau qui suit.`
  return [drawing(chart, { style: styles.dessin, name: 'graphique', alt, scale: 2 }, sheet)]
}

/** The picture that a block shows: its opening line begins with its path. */
function pictureOf(element: FicheElement, { pictures }: WordSetting, sheet: WordSheet): string[] {
  if (element.kind !== 'paragraph') return []
  const path = element.runs.find(({ mark }) => mark)?.text ?? ''
  const picture = pictures.get(path)
  const alt = textOf(element.runs.filter(({ mark }) => !mark)).trim()
  return picture ? [drawing(picture, { style: styles.dessin, name: path, alt }, sheet)] : []
}
