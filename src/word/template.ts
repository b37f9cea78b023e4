import { fichePublieeSchema } from '../content/schemas/fiche.ts'
import { type Block, blocks } from '../markdown/blocks/index.ts'
import { typographText } from '../markdown/typography/index.ts'
import { type Element, paragraph, placeInList, plainRun, type Role, type Run } from './element.ts'
import { headLabels } from './front-matter.ts'
import { labelOf, styles } from './parts.ts'
import { numberLists } from './write/numbering.ts'
import { label, paragraphOf, type Sheet, styled } from './write/paragraphs.ts'
import type { Palette } from './write/style-sheet.ts'
import { headTable, tableOf } from './write/tables.ts'
import { writeWordFile } from './write/word-file.ts'

/** What each block is for, and how its parts are written: for those who write in Word. */
const consignes: Readonly<Record<string, string>> = {
  exemple:
    'Ce que fait un territoire. Le lieu se termine par le code du département : Métropole de Lyon (69).',
  chiffres:
    'Une ligne par chiffre ; le chiffre et son unité sont en gras. La dernière ligne donne la source.',
  citation: 'Des mots qui ont été dits, sans guillemets. La dernière ligne donne le nom et la fonction.',
  propos: 'Ce que quelqu’un soutient, dans nos mots. La dernière ligne donne le nom et la fonction.',
  definition: 'Le titre est le terme ; le texte l’explique.',
  loi: 'Ce que dit un texte de loi. Un seul par page.',
  info: 'Un encadré « Bon à savoir ».',
  'idees-recues': 'L’idée, deux-points, FAUX ou VRAI, un point, la réponse.',
  frise: 'Une date, deux-points, l’événement.',
  domaines: 'Le domaine en gras, deux-points, le texte.',
  graphique:
    'Avant le titre, le type : barres, barres-empilees, courbe ou anneau. Le tableau donne les valeurs, l’unité est dans l’en-tête.',
  schema: 'Avant le titre, le chemin de l’image. Le texte dit ce qu’elle montre, pour qui ne la voit pas.',
  ressources: 'Une ligne par ressource : le titre, avec son lien, l’éditeur, l’année. À la fin de la fiche.',
}

/** Bodies of blocks that are lists: an item of each. */
const items: Readonly<Record<string, Run[]>> = {
  chiffres: [plainRun('[2,7 millions]', { bold: true }), plainRun(' [de quoi]')],
  'idees-recues': [plainRun('[Idée] : FAUX. [Réponse]')],
  frise: [plainRun('[1901] : [événement]')],
  domaines: [plainRun('[Domaine]', { bold: true }), plainRun(' : [texte]')],
  ressources: [plainRun('[Titre], [éditeur], [année]')],
}

/** Signs of a word that a person has yet to replace: paragraphs that hold nothing else are not imported. */
export const isUntouched = (text: string): boolean =>
  /\[[^[\]]+\]/.test(text) && templateTexts.has(text.trim().replace(/\s+/g, ' '))

function* elementsOfBlock(block: Block): Generator<Element> {
  const bloc = block.nom
  const part = (role: Role, ...runs: Run[]) => paragraph(runs, { bloc, role })
  const type = bloc === 'graphique' ? 'barres' : bloc === 'schema' ? 'images/nom.svg' : null
  const titre = /^::: \S+ ?(.*)$/.exec(block.modele)?.[1] === '' ? null : `[Titre : ${labelOf(bloc)}]`
  const item = items[bloc]
  if (titre !== null)
    yield part('titre', ...(type ? [plainRun(type, { mark: true }), plainRun(' ')] : []), plainRun(titre))
  if (bloc === 'exemple') yield part('lieu', plainRun('[Lieu (69)]'))
  if (item) yield paragraph(item, { bloc, list: placeInList() })
  if (bloc === 'graphique')
    yield {
      kind: 'table',
      bloc,
      rows: [
        [[plainRun('[Année]')], [plainRun('[Part (%)]')]],
        [[plainRun('[2024]')], [plainRun('[12]')]],
      ],
      align: ['', ''],
    }
  if (!item && bloc !== 'graphique') yield part('texte', plainRun(`[Texte : ${labelOf(bloc)}]`))
  if (block.cloture)
    yield part(
      'cloture',
      plainRun(block.cloture.test('— Nom') ? '— [Nom], [fonction]' : 'Source : [organisme], [année]'),
    )
}

const opening: readonly [consigne: string, element: Element][] = [
  [
    'Le chapô : quelques phrases qui ouvrent la fiche, 500 signes au plus. Chaque paragraphe a un style : le choisir dans la liste des styles de Word. Les lignes en italique, comme celle-ci, et les mots entre crochets qui n’ont pas été remplacés ne sont pas importés.',
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

const shownBlocks = blocks.map(block => ({ nom: block.nom, elements: [...elementsOfBlock(block)] }))
const shown = [...opening.map(([, element]) => element), ...shownBlocks.flatMap(({ elements }) => elements)]
const templateTexts = new Set(['[Titre de la fiche]', ...shown.flatMap(wordsOf)])

function wordsOf(element: Element): string[] {
  if (element.kind === 'picture') return []
  const setWords = (runs: readonly Run[]) =>
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
  }
  return writeWordFile(file, sheet => [
    styled(styles.titre, [plainRun('[Titre de la fiche]')], sheet),
    consigne('Remplir la colonne de droite ; laisser vide ce que l’on ne sait pas.', sheet),
    headTable(headRows(), sheet),
    ...opening.flatMap(([words, element], index) => [
      words === '' ? '' : consigne(words, sheet),
      written(element, sheet, index === 0),
    ]),
    ...shownBlocks.flatMap(({ nom, elements }) => [
      consigne(consignes[nom] ?? '', sheet),
      label(nom, sheet),
      ...elements.map(element => written(element, sheet, false)),
    ]),
  ])
}

const consigne = (text: string, sheet: Sheet) =>
  styled(styles.consigne, [plainRun(typographText(text))], sheet)

function written(element: Element, sheet: Sheet, inChapo: boolean): string {
  if (element.kind === 'table') return tableOf(element, sheet)
  if (element.kind === 'picture') throw new Error('the template shows no picture')
  return paragraphOf(element, sheet, inChapo)
}

function headRows(): [label: string, value: string, consigne: string][] {
  const properties: Readonly<Record<string, { description?: string }>> = fichePublieeSchema.properties
  return Object.entries(headLabels).map(([key, name]) => [
    name,
    '',
    typographText(properties[key]?.description ?? ''),
  ])
}
