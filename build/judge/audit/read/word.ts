import { posix } from 'node:path'
import { unzipSync } from 'fflate'
import { type Element, elementsOf, find, findAll, ownText, type Parent, parseXml } from './html.ts'

type WordRun = { text: string; bold: boolean; italic: boolean }

type WordParagraph = {
  /** What is seen of it, with a line for each line. */
  text: string
  runs: WordRun[]
  /** Name of its style; empty: that of every paragraph. */
  style: string
  /** Level of a heading, 1 for the first; null: it is none. */
  level: number | null
  /** How the list that it is an item of counts (`decimal`, `bullet`); null: it is none. */
  counted: string | null
  pictures: WordPicture[]
}

export type WordPicture = { alt: string; bytes: Uint8Array | null }

/** A table: whether its first row is repeated as the name of the columns, and how many columns that row sets to the right. */
type WordTable = { headed: boolean; right: number }

/** `mode`: of the relation that it leads by. */
type WordLink = { text: string; to: string; mode: string }

/** A Word file, read without any of the code that makes it. */
export type WordText = {
  paragraphs: WordParagraph[]
  tables: WordTable[]
  links: WordLink[]
  head: string
  foot: string
  /** `dc:creator` → what the file says of itself. */
  core: ReadonlyMap<string, string>
  /** Of text that says no other. */
  language: string
  /** Colours that its styles and its text ask for, as six hexadecimal digits. */
  colours: ReadonlySet<string>
}

type Parts = Readonly<Record<string, Uint8Array>>
type Relation = { to: string; mode: string; type: string }

const value = (parent: Parent | undefined, name: string): string | undefined =>
  find(parent, name)?.attribs['w:val']

/** A switch that is there is on, unless it says otherwise. */
const isOn = (parent: Parent | undefined, name: string): boolean => {
  const element = find(parent, name)
  return element !== undefined && !/^(?:0|false|off)$/.test(element.attribs['w:val'] ?? '')
}

/** @throws Error when the file is no archive, or lacks a part */
export function readWord(bytes: Uint8Array): WordText {
  const parts = unzipSync(bytes)
  const read = (path: string): Parent => {
    const part = parts[path]
    if (!part) throw new Error(`the Word file has no ${path}`)
    return parseXml(new TextDecoder().decode(part))
  }
  const document = read('word/document.xml')
  const styles = read('word/styles.xml')
  const relations = relationsIn(read('word/_rels/document.xml.rels'))
  const look = { parts, relations, styles: stylesIn(styles), counts: countsIn(read('word/numbering.xml')) }
  const margin = (type: string) =>
    [...relations.values()]
      .filter(one => one.type.endsWith(`/${type}`))
      .map(({ to }) => seenIn(read(posix.join('word', to))))
      .join(' ')
  return {
    paragraphs: findAll(document, 'w:p').map(element => paragraphOf(element, look)),
    tables: findAll(document, 'w:tbl').map(tableOf),
    links: findAll(document, 'w:hyperlink').map(element => ({
      text: seenIn(element),
      ...(relations.get(element.attribs['r:id'] ?? '') ?? { to: '', mode: '' }),
    })),
    head: margin('header'),
    foot: margin('footer'),
    core: new Map([...elementsOf(read('docProps/core.xml'))].map(one => [one.name, ownText(one)])),
    language: value(find(styles, 'w:docDefaults'), 'w:lang') ?? '',
    colours: new Set([styles, document].flatMap(coloursIn)),
  }
}

type Look = {
  parts: Parts
  relations: ReadonlyMap<string, Relation>
  styles: ReadonlyMap<string, { name: string; level: number | null }>
  counts: (list: string, depth: string) => string | null
}

function paragraphOf(element: Element, { parts, relations, styles, counts }: Look): WordParagraph {
  const style = styles.get(value(element, 'w:pStyle') ?? '')
  const place = find(element, 'w:numPr')
  const runs = runsIn(element)
  return {
    text: runs.map(({ text }) => text).join(''),
    runs,
    style: style?.name ?? '',
    level: style?.level ?? null,
    counted: place ? counts(value(place, 'w:numId') ?? '', value(place, 'w:ilvl') ?? '0') : null,
    pictures: findAll(element, 'w:drawing').map(drawing => {
      const to = relations.get(find(drawing, 'a:blip')?.attribs['r:embed'] ?? '')?.to
      const bytes = to === undefined ? undefined : parts[posix.join('word', to)]
      return { alt: find(drawing, 'wp:docPr')?.attribs['descr'] ?? '', bytes: bytes ?? null }
    }),
  }
}

/** The runs that are seen. */
const runsIn = (parent: Parent): WordRun[] =>
  findAll(parent, 'w:r')
    .filter(run => !isOn(find(run, 'w:rPr'), 'w:vanish'))
    .map(run => ({
      text: [...elementsOf(run)].map(signOf).join(''),
      bold: isOn(find(run, 'w:rPr'), 'w:b'),
      italic: isOn(find(run, 'w:rPr'), 'w:i'),
    }))

function signOf(element: Element): string {
  if (element.name === 'w:br') return '\n'
  if (element.name === 'w:tab') return '\t'
  return element.name === 'w:t' ? ownText(element) : ''
}

const seenIn = (parent: Parent): string =>
  runsIn(parent)
    .map(({ text }) => text)
    .join('')

function tableOf(table: Element): WordTable {
  const first = find(table, 'w:tr')
  const cells = findAll(first, 'w:tc')
  return {
    headed: isOn(find(first, 'w:trPr'), 'w:tblHeader'),
    right: cells.filter(cell => /^(?:right|end)$/.test(value(cell, 'w:jc') ?? '')).length,
  }
}

function relationsIn(rels: Parent): Map<string, Relation> {
  return new Map(
    findAll(rels, 'Relationship').map(({ attribs }) => [
      attribs['Id'] ?? '',
      { to: attribs['Target'] ?? '', mode: attribs['TargetMode'] ?? 'Internal', type: attribs['Type'] ?? '' },
    ]),
  )
}

/** Id of a style → its name, and its level where it is that of a heading. */
const stylesIn = (styles: Parent) =>
  new Map(
    findAll(styles, 'w:style').map(style => {
      const level = value(style, 'w:outlineLvl')
      return [
        style.attribs['w:styleId'] ?? '',
        // A tenth level is that of text.
        { name: value(style, 'w:name') ?? '', level: /^[0-8]$/.test(level ?? '') ? Number(level) + 1 : null },
      ]
    }),
  )

/** How a list counts at a depth. */
function countsIn(numbering: Parent): Look['counts'] {
  const abstracts = new Map(
    findAll(numbering, 'w:abstractNum').map(one => [one.attribs['w:abstractNumId'] ?? '', one]),
  )
  const lists = new Map(
    findAll(numbering, 'w:num').map(one => [
      one.attribs['w:numId'] ?? '',
      abstracts.get(value(one, 'w:abstractNumId') ?? ''),
    ]),
  )
  return (list, depth) => {
    const level = findAll(lists.get(list), 'w:lvl').find(({ attribs }) => attribs['w:ilvl'] === depth)
    return value(level, 'w:numFmt') ?? null
  }
}

const coloursIn = (root: Parent): string[] =>
  [...elementsOf(root)]
    .flatMap(({ name, attribs }) => [
      attribs['w:fill'],
      attribs['w:color'],
      name === 'w:color' ? attribs['w:val'] : '',
    ])
    .filter(colour => colour !== undefined && /^[\da-f]{6}$/i.test(colour))
    .map(colour => String(colour).toUpperCase())

/** The paragraphs of a Word file, in order, hidden words too. What stands in braces (anchors, pictograms) is for who writes, and left out.
 *  @throws Error when the file is no archive, or has no text */
export function paragraphsOfWord(bytes: Uint8Array): string[] {
  const document = unzipSync(bytes)['word/document.xml']
  if (!document) throw new Error('the Word file has no word/document.xml')
  const root = parseXml(new TextDecoder().decode(document))
  return findAll(root, 'w:p').map(paragraph =>
    [...elementsOf(paragraph)]
      .map(signOf)
      .join('')
      .replace(/[\n\t]/g, ' ')
      .replace(/\{(?:#|\.|picto=)[^{}\n]*\}/g, ' '),
  )
}
