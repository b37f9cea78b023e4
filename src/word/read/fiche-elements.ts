import { blockNamed } from '../../blocks/index.ts'
import {
  brut,
  type FicheElement,
  type InList,
  newPicture,
  paragraph,
  placeInList,
  plainRun,
  putCaption,
  textOf,
  type WordRun,
} from '../element.ts'
import { type HeadTable, keyOfLabel } from '../front-matter.ts'
import { isCaption, partOfStyle, plainName, runningText, styles, type TextPart, withMarks } from '../parts.ts'
import { isUntouched } from '../template.ts'
import { depthOfIndent } from '../write/numbering.ts'
import type { Omission, WordElement, WordImage, WordParagraph, WordTable } from './manuscript.ts'
import { listNumbers } from './manuscript.ts'

/** A fiche in the styles of the kit, read. `pictures`: those that the kit does not have yet, each with its place in `elements` and no path. */
export type WordFiche = {
  head: HeadTable
  elements: FicheElement[]
  omissions: Omission[]
  pictures: Map<FicheElement, WordImage>
}

/** The elements of a file that is written in the styles of the kit. Paragraphs in other styles are text of the block they
 *  stand in, or of the fiche. */
export function ficheElements(words: readonly WordElement[]): WordFiche {
  const fiche: WordFiche = { head: { titre: '', rows: [] }, elements: [], omissions: [], pictures: new Map() }
  const numbers = listNumbers(words)
  let list: OpenList | null = null
  for (const [index, word] of words.entries()) {
    if (word.kind === 'table') {
      readTable(word, fiche)
      // A cell holds words alone: its pictures stand below the table.
      for (const { pictures } of word.rows.flat(2)) putPictures(pictures, fiche)
      list = null
      continue
    }
    const part = partOfStyle(word.style)
    // A drawing shows what its block says; an author may put a picture into any other.
    if (plainName(word.style) !== plainName(styles.dessin)) putPictures(word.pictures, fiche)
    if (part?.kind === 'dropped' || isLabelOf(words[index + 1], word)) {
      fiche.omissions.push({ rule: 'habillage', text: textOf(word.runs) })
      list = null
      continue
    }
    if (textOf(word.runs).trim() === '') continue
    if (isCaption(word.style) && putCaption(fiche.elements, word.runs)) continue
    if (isUntouched(textOf(word.runs))) {
      fiche.omissions.push({ rule: 'habillage', text: textOf(word.runs) })
      continue
    }
    if (part?.kind === 'fiche-titre') {
      fiche.head.titre = [fiche.head.titre, textOf(word.runs).trim()].filter(Boolean).join(' ')
      continue
    }
    if (part?.kind === 'entete-lignes') {
      for (const line of textOf(word.runs).split('\n')) {
        const [, key = '', value = ''] = /^([^:]*):(.*)$/.exec(line) ?? []
        if (key !== '') fiche.head.rows.push([keyOfLabel(key), value.trim()])
      }
      continue
    }
    const textPart = part?.kind === 'text' ? part : runningText
    if (textPart.role === 'brut') {
      fiche.elements.push(brut(textOf(word.runs)))
      continue
    }
    const place = placeOf(word, textPart, { before: list, number: numbers.get(word) })
    if (place && !place.suite && place.depth === 0)
      list = { id: word.list?.id ?? '', bloc: textPart.bloc, start: place.start }
    else if (!place) list = null
    const runs = withMarks(word.runs)
    fiche.elements.push(paragraph(runs, { bloc: textPart.bloc, role: textPart.role, list: place }))
  }
  return fiche
}

/** Tells of the label of the block that follows, in whatever style: LibreOffice gives it that of a paragraph deleted above. */
function isLabelOf(next: WordElement | undefined, { style, runs }: WordParagraph): boolean {
  const below =
    next && partOfStyle(next.kind === 'table' ? (next.rows[0]?.[0]?.[0]?.style ?? '') : next.style)
  if (!below || !('bloc' in below) || below.bloc === null) return false
  const part = partOfStyle(style)
  const isTitle = part?.kind === 'text' && part.role === 'titre'
  const opens =
    (below.kind === 'text' && below.role === 'titre') ||
    !part ||
    !('bloc' in part) ||
    part.bloc !== below.bloc
  return opens && !isTitle && textOf(runs).trim() === blockNamed(below.bloc).label
}

/** A picture that the kit gave bears its path as a name; any other was put in with Word. */
function putPictures(images: readonly WordImage[], { elements, pictures }: WordFiche): void {
  for (const image of images) {
    const isOfKit = image.name.startsWith('images/')
    const picture = isOfKit ? { ...newPicture(''), path: image.name, alt: image.alt } : newPicture(image.alt)
    if (!isOfKit) pictures.set(picture, image)
    elements.push(picture)
  }
}

/** The list at the margin that the last paragraph belongs to. */
type OpenList = { id: string; bloc: string | null; start: number }

function placeOf(
  word: WordParagraph,
  { bloc, role, list }: TextPart,
  { before, number }: { before: OpenList | null; number: number | undefined },
): InList | null {
  if (list === 'suite' && before)
    return placeInList({ depth: depthOfIndent(word.indent), suite: true, opens: false })
  if (role !== 'texte' || (list === null && !word.list)) return null
  const { id = before?.id ?? '', ...place }: Partial<NonNullable<WordParagraph['list']>> = word.list ?? {}
  const follows = before !== null && before.bloc === bloc && before.id === id
  if (place.depth) return placeInList({ ...place, opens: false })
  return placeInList({ ...place, start: follows ? before.start : (number ?? 1), opens: !follows })
}

function readTable({ rows }: WordTable, fiche: WordFiche): void {
  const first = rows[0]?.[0]?.[0]
  const part = first && partOfStyle(first.style)
  if (part?.kind === 'entete-cle') {
    for (const row of rows) {
      const [key = '', value = ''] = row.map(cell => cellText(cell, fiche))
      if (key !== '') fiche.head.rows.push([keyOfLabel(key), value])
    }
    return
  }
  const texts = rows.map(row => row.map(cell => textOf(runsOfCell(cell))).join(' '))
  if (texts.every(isUntouched)) {
    fiche.omissions.push(...texts.map((text): Omission => ({ rule: 'habillage', text })))
    return
  }
  const bloc = part?.kind === 'cell' || part?.kind === 'text' ? part.bloc : null
  const width = Math.max(...rows.map(row => row.length))
  fiche.elements.push({
    kind: 'table',
    bloc,
    rows: rows.map(row => row.map(cell => paragraph(runsOfCell(cell)).runs)),
    align: Array.from({ length: width }, (_, column) => {
      const align = rows[0]?.[column]?.[0]?.align ?? ''
      return align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : ''
    }),
  })
}

/** The words of a cell of the head, without what the template says of it. */
function cellText(cell: readonly WordParagraph[], fiche: WordFiche): string {
  const isConsigne = ({ style }: WordParagraph) => partOfStyle(style)?.kind === 'dropped'
  const consignes = cell
    .filter(isConsigne)
    .map(({ runs }): Omission => ({ rule: 'habillage', text: textOf(runs) }))
  fiche.omissions.push(...consignes)
  return cell
    .filter(paragraph => !isConsigne(paragraph))
    .map(({ runs }) => textOf(runs))
    .join(' ')
    .trim()
}

/** The paragraphs of a cell, which holds one line in Markdown. */
const runsOfCell = (cell: readonly WordParagraph[]): WordRun[] =>
  cell.flatMap(({ runs }, index) => (index === 0 ? runs : [plainRun(' '), ...runs]))
