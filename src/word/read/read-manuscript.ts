import { inBrackets, plainRun, textOf, tidyRuns, type WordRun } from '../element.ts'
import { partOfStyle } from '../parts.ts'
import { wordsOf } from '../words.ts'
import { SOURCE } from '../write/markup.ts'
import { type Manuscript, NOTE, paragraphsOf, type WordElement, type WordParagraph } from './manuscript.ts'
import { openPackage, type WordPackage } from './open-package.ts'
import { type Anchor, commentThreads } from './read-comments.ts'
import { type RunSource, readRuns } from './read-runs.ts'
import { relationsOf } from './relations.ts'
import { type Accepts, settleChanges, trackedChanges } from './settle-changes.ts'
import { indentOf, listTable, numberingOf, styleTable, type WordStyle } from './style-table.ts'
import {
  alternative,
  childOf,
  childrenBy,
  dayOf,
  elementsOf,
  parseXml,
  seenIn,
  settingOf,
  textIn,
  type XmlElement,
} from './xml.ts'

/** Reads a Word file, in the order of its text. @param accepts whose tracked changes are in it: those of all
 *  @throws UnreadableWord with the reason in French */
export function readManuscript(bytes: Uint8Array, accepts: Accepts = () => true): Manuscript {
  const word = openPackage(bytes)
  const whole = (path: string): XmlElement | undefined => {
    const data = word.read(path)
    return data && parseXml(data)
  }
  const part = (path: string) => {
    const root = whole(path)
    return root && settleChanges(root, accepts)
  }
  const document = whole('word/document.xml')
  const body = childOf(document && settleChanges(document, accepts), 'w:body')
  const styleOf = styleTable(part('word/styles.xml'))
  const listOf = listTable(part('word/numbering.xml'))
  const relationsFrom = (name: string) => relationsOf(part(`word/_rels/${name}.xml.rels`))
  const relations = {
    document: relationsFrom('document'),
    footnote: relationsFrom('footnotes'),
    endnote: relationsFrom('endnotes'),
  }
  /** The words of the text, a paragraph a line, and the anchors of comments in them. */
  let words = ''
  const anchors: Anchor[] = []
  const notes = {
    footnote: childrenBy(part('word/footnotes.xml'), 'w:footnote', 'w:id'),
    endnote: childrenBy(part('word/endnotes.xml'), 'w:endnote', 'w:id'),
  }
  const manuscript: Manuscript = {
    elements: [],
    comments: [],
    notes: [],
    omissions: [],
    changes: trackedChanges(document),
    savedBy: savedBy(whole('docProps/core.xml')),
    flattened: [],
    struck: [],
    hidden: [],
    visibleWords: [],
    source: markdownIn(word),
    partOf: word.read,
  }

  const blocksIn = (parent: XmlElement): WordElement[] =>
    elementsOf(parent).flatMap(child => {
      if (child.name === 'w:p') return paragraphs(child)
      if (child.name === 'w:tbl') return [tableOf(child, blocksIn, manuscript.flattened)]
      if (child.name === 'mc:AlternateContent') return blocksIn(alternative(child))
      return /Pr$/.test(child.name) ? [] : blocksIn(child)
    })

  /** A paragraph, then what stands in boxes that are anchored to it. */
  function paragraphs(element: XmlElement): WordElement[] {
    const boxes: WordElement[] = []
    const sourceOf = (where: keyof typeof relations): RunSource => ({
      manuscript,
      styleOf,
      target: id => (id === undefined ? null : relations[where](id)),
      onBox: content => void boxes.push(...blocksIn(content)),
    })
    const content = readRuns(element, sourceOf('document'))
    const notesHere = content.notes.map(({ kind, id }) => {
      const note = notes[kind].get(id)
      const runs = under(note, 'w:p').flatMap((inNote, index) => [
        ...(index === 0 ? [] : [plainRun(' ')]),
        ...readRuns(inNote, sourceOf(kind)).runs,
      ])
      return { text: proseOf(note), runs: tidyRuns(runs) }
    })
    const sentence = textOf(content.runs).replaceAll(NOTE, '').replace(/\s+/g, ' ').trim()
    manuscript.notes.push(...notesHere.map(({ text }) => ({ text, sentence })))
    const set = childOf(element, 'w:pPr')
    const style = styleOf(settingOf(set, 'w:pStyle'))
    anchors.push(...content.anchors.map(anchor => ({ ...anchor, at: words.length + anchor.at })))
    // A comment on a label is one on what stands below it.
    words += isLabel(style.name) ? '\n' : `${content.visible}\n`
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      ...settingsOf(set, style, listOf),
      runs: withNotes(
        content.runs,
        notesHere.map(({ runs }) => runs),
      ),
      pictures: content.pictures,
      underlined: style.underlined || (content.underlined.length > 0 && content.underlined.every(Boolean)),
    }
    return [paragraph, ...boxes]
  }

  if (body) manuscript.elements = blocksIn(body)
  const parts = { comments: part('word/comments.xml'), extended: part('word/commentsExtended.xml') }
  manuscript.comments = commentThreads(parts, words, anchors)
  const margins = word.paths.filter(path => /^word\/(header|footer)\d*\.xml$/.test(path))
  for (const path of margins) {
    const text = proseOf(part(path))
    if (text !== '') manuscript.omissions.push({ rule: 'en-tete', text })
  }
  manuscript.visibleWords = wordsOf([seenIn(body), ...manuscript.notes.map(({ text }) => text)].join('\n'))
  return manuscript
}

/** Reads a table. @param flattened notes what a table of Markdown cannot hold */
function tableOf(
  element: XmlElement,
  blocksIn: (cell: XmlElement) => WordElement[],
  flattened: string[],
): WordElement {
  /** Words of the last cell that goes on in the rows below. */
  let merged = ''
  const rows = under(element, 'w:tr').map(row =>
    under(row, 'w:tc').flatMap(cell => {
      const inside = blocksIn(cell)
      const set = childOf(cell, 'w:tcPr')
      const text = proseOf(cell)
      if (inside.some(({ kind }) => kind === 'table')) flattened.push(`le tableau d’une cellule, « ${text} »`)
      const span = Number(settingOf(set, 'w:gridSpan') ?? 1) || 1
      const begins = settingOf(set, 'w:vMerge') === 'restart'
      const follows = childOf(set, 'w:vMerge') && !begins
      if (begins) merged = text
      if (span > 1 || follows) flattened.push(`la cellule fusionnée « ${follows ? merged : text} »`)
      return [paragraphsOf(inside), ...Array.from({ length: Math.min(span, 64) - 1 }, () => [])]
    }),
  )
  return { kind: 'table', rows }
}

/** How a paragraph is set, by itself or by its style. */
function settingsOf(set: XmlElement | undefined, style: WordStyle, listOf: ReturnType<typeof listTable>) {
  const numbering = numberingOf(set) ?? style.numbering
  const numbered = numbering && listOf(numbering.id, numbering.depth)
  // « List Bullet 2 » is the second level, a list of its own in Word.
  const depth = Math.max(numbering?.depth ?? 0, levelNamed(style.name))
  const outline = settingOf(set, 'w:outlineLvl')
  return {
    style: style.name,
    heading: outline !== undefined && Number(outline) < 9 ? Number(outline) + 1 : style.heading,
    list: numbered && numbering ? { ...numbering, ...numbered, depth } : null,
    indent: indentOf(set) ?? style.indent ?? 0,
    align: settingOf(set, 'w:jc') ?? '',
  }
}

const isLabel = (style: string) => /^(dropped|entete-cle)$/.test(partOfStyle(style)?.kind ?? '')

/** From 0: Word saves its own names in English, other editors may not. */
const levelNamed = (style: string): number =>
  Number(
    /^(?:list (?:bullet|number)|liste (?:à puces|à numéros|numérotée)) ([2-5])$/i.exec(style)?.[1] ?? 1,
  ) - 1

/** The elements of one name in another, also within content controls. */
const under = (element: XmlElement | undefined, name: string): XmlElement[] =>
  elementsOf(element).flatMap(child => {
    if (child.name === name) return [child]
    return /^w:(sdt|sdtContent|customXml)$/.test(child.name) ? under(child, name) : []
  })

/** The words of a note, a comment or a margin: its paragraphs on one line. */
const proseOf = (element: XmlElement | undefined): string =>
  element === undefined ? '' : seenIn(element).replace(/\s+/g, ' ').trim()

/** Each note goes in brackets where its number stood, with its links. */
function withNotes(runs: readonly WordRun[], notes: readonly (readonly WordRun[])[]): WordRun[] {
  const rest = notes.values()
  return runs.flatMap(run =>
    run.text.split(new RegExp(`(${NOTE})`)).flatMap(text => {
      return text === NOTE ? inBrackets(rest.next().value ?? []) : [{ ...run, text }]
    }),
  )
}

/** Who saved a file last, and on which day. */
const savedBy = (properties: XmlElement | undefined): Manuscript['savedBy'] => {
  const textOfChild = (name: string) =>
    textIn(childOf(properties, name) ?? { name, attributes: {}, children: [] })
  return {
    auteur: textOfChild('cp:lastModifiedBy').trim(),
    date: dayOf(textOfChild('dcterms:modified')),
  }
}

/** The Markdown that the kit put into a file it made. */
function markdownIn(word: WordPackage): string | null {
  for (const path of word.paths.filter(path => /^customXml\/item\d+\.xml$/.test(path))) {
    const bytes = word.read(path)
    const root = bytes && parseXml(bytes)
    if (root?.attributes['xmlns'] === SOURCE) return textIn(root)
  }
  return null
}
