import {
  type FicheElement,
  type InList,
  type Paragraph,
  type PictureElement,
  type Table,
  textOf,
  type WordRun,
} from '../element.ts'
import { type Manner, oneLine, writeRuns } from './runs.ts'

/** A paragraph of a list. */
type ListParagraph = { list: InList; runs: readonly WordRun[] }

/** Signs that open something at the start of a line, and how to write them as words. */
const leads: readonly [RegExp, string][] = [
  [/^([-+*])(?=\s|$)/, '\\$1'],
  [/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
  [/^(#{1,6})(?=\s|$)/, '\\$1'],
  [/^>/, '\\>'],
  [/^(:{3,})/, '\\$1'],
  [/^(\||`{3}|~{3}|-{3}|={3}|_{3})/, '\\$1'],
]

/** Lines of text that open nothing. */
function asWords(text: string): string {
  return text
    .split('\n')
    .map(line => leads.reduce((written, [lead, words]) => written.replace(lead, words), line))
    .join('\n')
}

/** Markdown of the elements of one segment: a paragraph, a heading, a list, a table, a quotation or a block. */
export function writeElements(elements: readonly FicheElement[], manner: Manner): string {
  const [first] = elements
  if (first?.bloc) return blocOf(first.bloc, elements, manner)
  return bodyOf(elements, manner)
}

function blocOf(bloc: string, elements: readonly FicheElement[], manner: Manner): string {
  const paragraphs = elements.filter(element => element.kind === 'paragraph')
  const [titre, lieu] = (['titre', 'lieu'] as const).map(role =>
    paragraphs.filter(element => element.role === role).flatMap(({ runs }) => oneLine(runs)),
  )
  const written = (runs: readonly WordRun[] | undefined) => writeRuns(runs ?? [], manner)
  const head = [written(titre), ...(lieu && lieu.length > 0 ? [written(lieu)] : [])].join(' · ')
  const apart = new Set<string>(['titre', 'lieu', 'close'])
  const rest = elements.filter(element => element.kind !== 'paragraph' || !apart.has(element.role))
  const closing = paragraphs.filter(({ role }) => role === 'close').map(({ runs }) => written(runs))
  const body = bodyOf(rest, manner)
  const last = elements.findLast(element => element.kind !== 'paragraph' || element.role !== 'close')
  // The source of a list stands right below it.
  const between = last?.kind === 'paragraph' && last.list && closing.length > 0 ? '\n' : '\n\n'
  const text = [body, closing.join('\n\n')].filter(part => part !== '').join(between)
  return [`::: ${bloc} ${head}`.trimEnd(), text, ':::'].filter(part => part !== '').join('\n')
}

/** Elements one below the other. Items of a list stand line on line, unless one of them has several paragraphs. */
function bodyOf(elements: readonly FicheElement[], manner: Manner): string {
  const parts: string[] = []
  for (let at = 0; at < elements.length; ) {
    const items = listAt(elements, at)
    parts.push(
      items.length > 0
        ? listOf(items, manner, markerAfter(parts.at(-1)))
        : elementOf(elements[at] as FicheElement, manner),
    )
    at += Math.max(1, items.length)
  }
  return joinParts(parts)
}

/** The paragraphs of the list that stands at a place: none where no list does. */
function listAt(elements: readonly FicheElement[], at: number): ListParagraph[] {
  const items: ListParagraph[] = []
  for (const element of elements.slice(at)) {
    if (element.kind !== 'paragraph' || !element.list || (items.length > 0 && element.list.opens)) break
    items.push({ list: element.list, runs: element.runs })
  }
  return items
}

/** Two lists that follow each other are told apart by their signs. */
const markerAfter = (before: string | undefined): '-' | '*' =>
  before !== undefined && /^- /.test(before) ? '*' : '-'

function joinParts(parts: readonly string[]): string {
  return parts.reduce((text, part) => {
    if (text === '') return part
    const last = text.slice(text.lastIndexOf('\n') + 1)
    return text + (part.startsWith('> ') && last.startsWith('> ') ? '\n>\n' : '\n\n') + part
  }, '')
}

function elementOf(element: FicheElement, manner: Manner): string {
  switch (element.kind) {
    case 'picture':
      return pictureOf(element)
    case 'table':
      return tableOf(element, manner)
    case 'paragraph':
      return paragraphOf(element, manner)
    default:
      return element satisfies never
  }
}

function paragraphOf({ role, runs }: Paragraph, manner: Manner): string {
  if (role === 'brut') return textOf(runs)
  const level = /^titre-(\d)$/.exec(role)?.[1]
  if (level) return `${'#'.repeat(Number(level))} ${writeRuns(oneLine(runs), manner)}`
  const text = asWords(writeRuns(runs, manner))
  return role === 'citation' ? text.replace(/^/gm, '> ') : text
}

/** The line of a picture in a body. */
export function pictureOf({ path, alt, legende }: PictureElement): string {
  const caption = legende && ` "${legende.replace(/["\\]/g, '\\$&')}"`
  return `![${alt.replace(/[[\]\\]/g, '\\$&')}](${path}${caption})`
}

function tableOf({ rows, align }: Table, manner: Manner): string {
  const width = Math.max(align.length, ...rows.map(row => row.length))
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const written = rows.map(row =>
    line(
      Array.from({ length: width }, (_, column) =>
        writeRuns(oneLine(row[column] ?? []), manner).replace(/\\?\|/g, '\\|'),
      ),
    ),
  )
  const sides = { '': '---', center: ':---:', right: '---:' }
  const rule = line(Array.from({ length: width }, (_, column) => sides[align[column] ?? '']))
  return [written[0] ?? rule, rule, ...written.slice(1)].join('\n')
}

function listOf(items: readonly ListParagraph[], manner: Manner, bullet: '-' | '*'): string {
  const indents: string[] = []
  const counts: number[] = []
  const loose = items.some(({ list }) => list.suite)
  const lines = items.map(({ list: { depth, ordered, start, suite }, runs }) => {
    const before = indents.slice(0, depth).join('')
    if (suite) {
      const inner = before + (indents[depth] ?? '  ')
      return indented(asWords(writeRuns(runs, manner)), inner, inner)
    }
    counts.length = depth + 1
    const number = (counts[depth] ?? start - 1) + 1
    counts[depth] = number
    const sign = ordered ? `${number}. ` : `${bullet} `
    indents.length = depth
    indents[depth] = ' '.repeat(sign.length)
    return indented(asWords(writeRuns(runs, manner)), before + sign, before + indents[depth])
  })
  return lines.join(loose ? '\n\n' : '\n')
}

const indented = (text: string, first: string, others: string) =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : others) + line)
    .join('\n')
