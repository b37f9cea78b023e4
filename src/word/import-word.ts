import { type FicheElement, groupSegments, paragraph, plainRun } from './element.ts'
import { type HeadTable, headLabels, headValue } from './front-matter.ts'
import { type HeadSetting, headToComplete, importHead, type Remark } from './import-head.ts'
import { segmentsOf } from './markdown/segments.ts'
import { type WrittenBody, wordsIn, wordToFiche } from './markdown/write-body.ts'
import { partOfStyle, plainName, styles } from './parts.ts'
import { ficheElements } from './read/fiche-elements.ts'
import {
  type Manuscript,
  type Omission,
  paragraphsOf,
  type WordElement,
  type WordImage,
} from './read/manuscript.ts'
import { readManuscript } from './read/read-manuscript.ts'
import { additionsOf, type Recognised, recognise } from './recognise/recognise.ts'
import { missingWords, wordsOf } from './words.ts'

export type ImportSetting = HeadSetting & {
  /** Paths of the kit that are taken. */
  taken: ReadonlySet<string>
}

export type Imported = {
  markdown: string
  head: HeadTable
  /** The number that the document says, or its name. */
  ownNumber: number | null
  /** Remarks for parts that a person has to add. */
  complete: Remark[]
  /** Guesses about lines. */
  readAs: Remark[]
  /** Pictures to put beside the text: their path in the kit, and their bytes. */
  pictures: { path: string; bytes: Uint8Array }[]
  comments: Manuscript['comments']
  /** Parts left out or moved, a sentence each. */
  messages: string[]
  /** Words of the file, and those missing from the Markdown: none, unless the press has a fault. */
  words: number
  lost: string[]
}

/** A Word file as Markdown: written in the styles of the kit, or as people write. @throws UnreadableWord */
export const importWord = (bytes: Uint8Array, setting: ImportSetting): Imported =>
  importManuscript(readManuscript(bytes), setting)

export function importManuscript(manuscript: Manuscript, setting: ImportSetting): Imported {
  const fiche = isOfKit(manuscript) ? fromStyles(manuscript.elements) : recognise(manuscript.elements)
  const { head, messages, ownNumber } = importHead(fiche.head, setting)
  const pictures = namePictures(fiche, headValue(head, 'slug') || 'fiche', manuscript, setting)
  const { markdown, body } = wordToFiche({ head, elements: fiche.elements }, manuscript.source)
  const above = markdown.slice(0, markdown.length - body.text.trimStart().length).split('\n').length - 1
  const lines = linesOf(fiche.elements, body, above - leading(body))
  const inBody = segmentsOf(body.text).flatMap(({ elements }) => elements.map(wordsIn))
  const texts = [
    head.titre,
    ...fiche.head.rows.map(([, value]) => value),
    ...head.rows.map(([key, value]) => `${headLabels[key] ?? ''} ${key} ${value}`),
    ...inBody,
    ...[...fiche.omissions, ...manuscript.omissions.filter(({ rule }) => rule === 'renvoi')].map(
      ({ text }) => text,
    ),
    ...messages,
  ]
  return {
    markdown,
    head,
    ownNumber,
    complete: [...headToComplete(head, markdown), ...remarks(fiche.additions, lines)].sort(byLine),
    readAs: remarks(fiche.guesses, lines).sort(byLine),
    pictures: pictures.files,
    comments: manuscript.comments,
    messages: [
      ...messages,
      ...messagesOf(manuscript, fiche.omissions),
      ...pictures.messages,
      ...body.plain.map(plainMessage),
    ],
    words: manuscript.visibleWords.length,
    lost: missingWords(manuscript.visibleWords, wordsOf(texts.join('\n'))),
  }
}

const byLine = (a: Remark, b: Remark) => a.line - b.line
const leading = ({ text }: WrittenBody) =>
  text.slice(0, text.length - text.trimStart().length).split('\n').length - 1
const plainMessage = (text: string) => `Mise en forme simplifiée : « ${short(text)} »`

/** Styles that Word has too say nothing of where a file comes from. */
const words = new Set(
  Object.values({ ...styles, etiquette: '', consigne: '', cle: '', valeur: '' }).map(plainName),
)

export function isOfKit({ source, elements }: Manuscript): boolean {
  const isKitStyle = (style: string) =>
    partOfStyle(style) !== undefined && !words.has(plainName(style)) && !/^heading \d$/.test(plainName(style))
  return source !== null || paragraphsOf(elements).some(({ style }) => isKitStyle(style))
}

/** Of a file in the styles of the kit, nothing is guessed. */
function fromStyles(elements: readonly WordElement[]): Recognised {
  const fiche = ficheElements(elements)
  const additions = [...fiche.pictures].map(([element, image]) => [element, additionsOf(image)] as const)
  return { ...fiche, guesses: new Map(), additions: new Map(additions) }
}

/** Gives each picture a name in the kit; those that no reader shows are reported. */
function namePictures(fiche: Recognised, slug: string, { partOf }: Manuscript, { taken }: ImportSetting) {
  const files: Imported['pictures'] = []
  const messages: string[] = []
  for (const [element, image] of fiche.pictures) {
    const index = fiche.elements.indexOf(element)
    const bytes = image.part === null ? undefined : partOf(image.part)
    const kind = extensionOf(image)
    if (bytes && kind && element.kind === 'picture') {
      let number = files.length + 1
      while (
        taken.has(`images/${slug}-${number}.${kind}`) ||
        files.some(({ path }) => path.includes(`-${number}.`))
      )
        number++
      element.path = `images/${slug}-${number}.${kind}`
      files.push({ path: element.path, bytes })
      continue
    }
    const { legende = '' } = element.kind === 'picture' ? element : {}
    fiche.elements.splice(index, 1, ...(legende === '' ? [] : [paragraph([plainRun(legende)])]))
    fiche.additions.delete(element)
    const name = image.part?.split('/').at(-1)
    messages.push(
      name === undefined
        ? 'Une image est hors du fichier : elle n’a pas été cherchée. L’insérer dans le document, puis recommencer.'
        : !bytes
          ? `Une image manque dans le fichier Word (${name}) : l’y insérer de nouveau, puis recommencer.`
          : `Une image n’est ni en PNG ni en JPEG (${name}) : l’enregistrer à l’un de ces formats et l’ajouter à la main.`,
    )
  }
  return { files, messages }
}

function extensionOf({ part }: WordImage): 'png' | 'jpg' | null {
  if (part === null) return null
  return /\.png$/i.test(part) ? 'png' : /\.jpe?g$/i.test(part) ? 'jpg' : null
}

/** The line of each element in the Markdown: that of the piece it is in. */
function linesOf(
  elements: readonly FicheElement[],
  { lines }: WrittenBody,
  offset: number,
): Map<FicheElement, number> {
  const places = new Map<FicheElement, number>()
  for (const [index, group] of groupSegments(elements).entries())
    for (const element of group) places.set(element, (lines[index] ?? 1) + offset)
  return places
}

/** Lists the remarks about elements with their lines, each remark once a line. */
function remarks(
  byElement: ReadonlyMap<FicheElement, readonly string[]>,
  lines: ReadonlyMap<FicheElement, number>,
): Remark[] {
  const all = [...byElement].flatMap(([element, texts]) =>
    texts.map(text => ({ text, line: lines.get(element) ?? 1 })),
  )
  return [...new Map(all.map(entry => [JSON.stringify(entry), entry])).values()]
}

const hasWords = (text: string) => text.trim() !== ''
const short = (text: string) => (text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text)

function* messagesOf(manuscript: Manuscript, omissions: readonly Omission[]): Generator<string> {
  const { changes, flattened, struck, hidden, notes } = manuscript
  const insertions = changes.filter(({ kind }) => kind === 'insertion').length
  const deletions = changes.length - insertions
  const margins = manuscript.omissions.filter(({ rule }) => rule === 'en-tete').map(({ text }) => text)
  const contents = omissions.filter(({ rule }) => rule === 'sommaire')
  if (insertions > 0) yield `Suivi des modifications : insertions acceptées (${insertions}).`
  if (deletions > 0) yield `Suivi des modifications : suppressions laissées de côté (${deletions}).`
  for (const text of struck.filter(hasWords))
    yield `Texte barré, gardé comme du texte : « ${short(text)} ». Le supprimer dans la fiche s’il ne devait plus y être.`
  for (const text of new Set(flattened.map(short)))
    yield `Mis à plat : ${text}. Relire ce passage dans la fiche.`
  for (const text of hidden.filter(hasWords)) yield `Texte masqué, laissé de côté : « ${short(text)} »`
  for (const { text, sentence } of notes)
    yield `Note de bas de page mise entre parenthèses : « ${short(text)} »${sentence === '' ? '' : `, dans « ${short(sentence)} »`}`
  if (contents.length > 0) yield 'La table des matières a été laissée : la presse en fait une.'
  for (const text of new Set(margins)) yield `En-tête ou pied de page laissé : « ${short(text)} »`
}
