import { blocks } from '../blocks/index.ts'
import { fichePublieeSchema } from '../kit/index.ts'
import { type Block, typographText } from '../text/index.ts'
import {
  type FicheElement,
  paragraph,
  placeInList,
  plainRun,
  type WordRole,
  type WordRun,
} from './element.ts'
import { headLabels } from './front-matter.ts'
import { isSigned, styles } from './parts.ts'
import { numberLists } from './write/numbering.ts'
import { label, paragraphOf, styled, type WordSheet } from './write/paragraphs.ts'
import type { Palette } from './write/style-sheet.ts'
import { headTable, tableOf } from './write/tables.ts'
import { writeWordFile } from './write/word-file.ts'

/** Tells of a paragraph of the template with a word still to replace, `[mots]`: it is not imported. */
export const isUntouched = (text: string): boolean =>
  /\[[^[\]]+\]/.test(text) && templateTexts.has(text.trim().replace(/\s+/g, ' '))

function* elementsOfBlock({ name: bloc, label, template, close, word }: Block): Generator<FicheElement> {
  const { mark, place, item, table } = word
  const part = (role: WordRole, ...runs: WordRun[]) => paragraph(runs, { bloc, role })
  if (template !== `::: ${bloc}`)
    yield part(
      'titre',
      ...(mark ? [plainRun(mark, { mark: true }), plainRun(' ')] : []),
      plainRun(`[Titre : ${label}]`),
    )
  if (place) yield part('lieu', plainRun(place))
  if (item) yield paragraph(itemRuns(item), { bloc, list: placeInList() })
  if (table)
    yield {
      kind: 'table',
      bloc,
      rows: table.map(row => row.map(cell => [plainRun(cell)])),
      align: table[0]?.map(() => '') ?? [],
    }
  if (!item && !table) yield part('texte', plainRun(`[Texte : ${label}]`))
  if (close)
    yield part('close', plainRun(isSigned(close) ? '— [Nom], [fonction]' : 'Source : [organisme], [année]'))
}

/** `**[Domaine]** : [texte]`: every other piece is in bold. */
const itemRuns = (item: string): WordRun[] =>
  item.split('**').flatMap((text, index) => (text === '' ? [] : [plainRun(text, { bold: index % 2 === 1 })]))

const opening: readonly [consigne: string, element: FicheElement][] = [
  [
    'Le chapô : quelques phrases qui ouvrent la fiche, 650 signes au plus. Chaque paragraphe a un style : le choisir dans la liste des styles de Word. Les lignes en italique, comme celle-ci, et les mots entre crochets qui n’ont pas été remplacés ne sont pas importés.',
    paragraph([plainRun('[Chapô]')]),
  ],
  [
    'Un titre de section est en « Titre 1 », un titre dans la section en « Titre 2 ». Après le titre d’une section de leviers, écrire {.leviers} ; après celui d’un levier, {picto=nom} s’il a un pictogramme.',
    paragraph([plainRun('[Titre de section]')], { role: 'titre-2' }),
  ],
  ['', paragraph([plainRun('[Titre dans la section]')], { role: 'titre-3' })],
  [
    'Le texte est en « Corps de texte ». Gras, italique, liens, listes à puces ou numérotées et tableaux se font comme toujours dans Word. Un renvoi à une autre fiche s’écrit [[nom-de-la-fiche]].',
    paragraph([plainRun('[Texte]')]),
  ],
]

const shownBlocks = blocks.map(block => ({ block, elements: [...elementsOfBlock(block)] }))
const shown = [...opening.map(([, element]) => element), ...shownBlocks.flatMap(({ elements }) => elements)]
const templateTexts = new Set(['[Titre de la fiche]', ...shown.flatMap(wordsOf)])

function wordsOf(element: FicheElement): string[] {
  if (element.kind === 'picture') return []
  const setWords = (runs: readonly WordRun[]) =>
    runs
      .map(({ text }) => typographText(text))
      .join('')
      .trim()
      .replace(/\s+/g, ' ')
  return element.kind === 'table'
    ? element.rows.map(row => row.map(setWords).join(' '))
    : [setWords(element.runs)]
}

/** `modele-fiche.docx`: every style of a fiche, what it is for, and a place for each part. The same bytes each time. */
export function wordTemplate(palette: Palette): Uint8Array {
  const lists = numberLists(shown)
  const file = {
    titre: 'Modèle de fiche',
    auteur: 'Kit',
    jour: '2025-11-01',
    tete: 'Modèle de fiche',
    pied: 'Écrire dans les styles du modèle, puis : kit import FICHIER.docx',
    palette,
    titles: null,
    lists,
    source: null,
    comments: [],
  }
  return writeWordFile(file, sheet => [
    styled(styles.titre, [plainRun('[Titre de la fiche]')], sheet),
    consigne('Remplir la colonne de droite ; laisser vide ce que l’on ne sait pas.', sheet),
    headTable(headRows(), sheet),
    ...opening.flatMap(([words, element], index) => [
      words === '' ? '' : consigne(words, sheet),
      written(element, sheet, index === 0),
    ]),
    ...shownBlocks.flatMap(({ block, elements }) => [
      consigne(block.help, sheet),
      label(block.name, sheet),
      ...elements.map(element => written(element, sheet, false)),
    ]),
  ])
}

const consigne = (text: string, sheet: WordSheet) =>
  styled(styles.consigne, [plainRun(typographText(text))], sheet)

function written(element: FicheElement, sheet: WordSheet, inChapo: boolean): string {
  if (element.kind === 'table') return tableOf(element, sheet)
  if (element.kind === 'picture') throw new Error('the template shows no picture')
  return paragraphOf(element, sheet, inChapo)
}

function headRows(): [label: string, value: WordRun[], consigne: string][] {
  const properties: Readonly<Record<string, { description?: string }>> = fichePublieeSchema.properties
  return Object.entries(headLabels).map(([key, name]) => [
    name,
    [plainRun('')],
    typographText(properties[key]?.description ?? ''),
  ])
}
