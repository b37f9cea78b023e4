import { blockNamed, blocks } from '../blocks/index.ts'
import { type FicheElement, plainRun, tidyRuns, type WordRole, type WordRun } from './element.ts'

/** Part of a fiche that a paragraph style stands for. `dropped`: written for the reader of Word alone, never imported. */
type Part =
  | TextPart
  | { kind: 'cell'; bloc: string | null }
  | { kind: 'fiche-titre' | 'entete-lignes' | 'entete-cle' | 'entete-valeur' | 'picture' | 'dropped' }

export type TextPart = { kind: 'text'; bloc: string | null; role: WordRole; list: 'item' | 'suite' | null }

export type StyleName = string

/** Names of the styles outside blocks; built-in styles keep Word's own names. */
export const styles = {
  titre: 'Title',
  texte: 'Body Text',
  chapo: 'Chapô',
  liste: 'List Paragraph',
  suite: 'List Continue',
  citation: 'Quote',
  brut: 'Markdown',
  image: 'Image',
  legende: 'caption',
  cellule: 'Tableau',
  colonne: 'Tableau : colonne',
  lignes: 'En-tête : repères',
  cle: 'En-tête : clé',
  valeur: 'En-tête : valeur',
  etiquette: 'Étiquette',
  consigne: 'Consigne',
  dessin: 'Dessin',
  pied: 'footer',
  tete: 'header',
} as const

/** Character styles. */
export const signs = {
  mark: 'Repère',
  reference: 'Renvoi',
  code: 'Code',
  link: 'Hyperlink',
  figure: 'Chiffre : valeur',
} as const

/** The mark of a cross-reference, `[[slug]]`. */
export const isReference = (mark: string): boolean => /^\[\[[^[\]\n]+\]\]$/.test(mark)

const typedMark =
  /\[\[\s*[a-z0-9-]+\s*\]\]|\{\s*(?:\.\s*leviers|picto\s*=\s*[\w-]+|#[a-z0-9-]+)(?:\s+(?:picto\s*=\s*[\w-]+|#[a-z0-9-]+))?\s*\}/gi

/** Runs with the marks for the press in them, also where Word has changed what was typed: `{ .Leviers }`, `{picto = Coins}`. */
export const withMarks = (runs: readonly WordRun[]): WordRun[] => tidyRuns(runs.flatMap(marksIn))

function marksIn(run: WordRun): WordRun[] {
  if (run.mark || run.code) return [run]
  const parts: WordRun[] = []
  let from = 0
  for (const { 0: typed, index } of run.text.matchAll(typedMark)) {
    const mark = typed
      .toLowerCase()
      .replace(/(?<=[[{=.])\s+|\s+(?=[\]}=])/g, '')
      .replace(/\s+/g, ' ')
    parts.push({ ...run, text: run.text.slice(from, index) }, plainRun(mark, { mark: true }))
    from = index + typed.length
  }
  return [...parts, { ...run, text: run.text.slice(from) }]
}

/** The style of a part of a block: « Exemple : titre », « Chiffre », « Citation : auteur ». */
export function blockStyle(
  bloc: string,
  part: WordRole | 'liste' | 'suite' | 'tableau' | 'colonne',
): StyleName {
  const { label, close, word } = blockNamed(bloc)
  if (part === 'liste' && word.itemStyle) return word.itemStyle
  const closing = close && isSigned(close) ? 'auteur' : 'source'
  return `${label} : ${part === 'close' ? closing : part}`
}

/** Tells of a closing line with a signature. */
export const isSigned = (close: RegExp): boolean => close.test('— Nom')

const text = (role: WordRole, set: Partial<Pick<TextPart, 'bloc' | 'list'>> = {}): TextPart => ({
  kind: 'text',
  bloc: null,
  role,
  list: null,
  ...set,
})

/** Text in a style that is none of the kit's. */
export const runningText = text('texte')

/** Gives the parts that a block can have; its schema of writing has those of the template. */
export function blockParts(bloc: string): Map<StyleName, Part> {
  const roles: WordRole[] = [
    'titre',
    ...(blockNamed(bloc).word.place ? (['lieu'] as const) : []),
    'texte',
    'close',
  ]
  return new Map([
    ...roles.map((role): [StyleName, Part] => [blockStyle(bloc, role), text(role, { bloc })]),
    [blockStyle(bloc, 'liste'), text('texte', { bloc, list: 'item' })],
    [blockStyle(bloc, 'suite'), text('texte', { bloc, list: 'suite' })],
    [blockStyle(bloc, 'tableau'), { kind: 'cell', bloc }],
    [blockStyle(bloc, 'colonne'), { kind: 'cell', bloc }],
  ])
}

const headings = [2, 3, 4, 5, 6].map((level): [StyleName, Part] => [
  `heading ${level - 1}`,
  text(`titre-${level}` as WordRole),
])

/** Every paragraph style of a fiche, and what it says. */
const parts: ReadonlyMap<StyleName, Part> = new Map<StyleName, Part>([
  [styles.titre, { kind: 'fiche-titre' }],
  [styles.texte, text('texte')],
  [styles.chapo, text('texte')],
  ...headings,
  [styles.liste, text('texte', { list: 'item' })],
  [styles.suite, text('texte', { list: 'suite' })],
  [styles.citation, text('citation')],
  [styles.brut, text('brut')],
  [styles.image, { kind: 'picture' }],
  [styles.legende, text('texte')],
  [styles.cellule, { kind: 'cell', bloc: null }],
  [styles.colonne, { kind: 'cell', bloc: null }],
  [styles.lignes, { kind: 'entete-lignes' }],
  [styles.cle, { kind: 'entete-cle' }],
  [styles.valeur, { kind: 'entete-valeur' }],
  [styles.etiquette, { kind: 'dropped' }],
  [styles.consigne, { kind: 'dropped' }],
  [styles.dessin, { kind: 'dropped' }],
  ...blocks.flatMap(({ name }) => [...blockParts(name)]),
])

/** The style that an element is written in. */
export function styleOf(element: FicheElement, inChapo: boolean): StyleName {
  if (element.kind === 'picture') return styles.image
  if (element.kind === 'table')
    return element.bloc === null ? styles.cellule : blockStyle(element.bloc, 'tableau')
  const { bloc, role, list } = element
  if (bloc !== null) return blockStyle(bloc, list ? (list.suite ? 'suite' : 'liste') : role)
  if (list) return list.suite ? styles.suite : styles.liste
  const level = /^titre-(\d)$/.exec(role)?.[1]
  if (level) return `heading ${Number(level) - 1}`
  if (role === 'citation' || role === 'brut') return styles[role]
  return inChapo ? styles.chapo : styles.texte
}

/** Ids of styles are letters alone: editors rewrite others. */
export const styleId = (name: StyleName): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .split(' ')
    .map(word => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')

/** Names as they are compared: editors change case and add aliases. */
export const plainName = (name: string): string =>
  (name.normalize('NFC').split(/[;,]/)[0] ?? '').trim().toLowerCase().replace(/\s+/g, ' ')

/** Tells of the style that Word has for what stands below a picture; LibreOffice writes it by its French name too. */
export const isCaption = (style: string): boolean => /^(caption|légende)$/.test(plainName(style))

const byPlainName = new Map([...parts].map(([name, part]) => [plainName(name), part]))

/** Gives the part of a kit's style; undefined for styles made by Word or a person. */
export const partOfStyle = (name: string): Part | undefined => byPlainName.get(plainName(name))
