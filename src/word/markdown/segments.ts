import type { Token } from 'markdown-it'
import { blockNamed } from '../../blocks/index.ts'
import { createMarkdown, endOf, type ParseEnv } from '../../kit/index.ts'
import { cutOpening, tablesOf } from '../../text/index.ts'
import {
  type Align,
  brut,
  type FicheElement,
  goesOn,
  paragraph,
  plainRun,
  type WordRole,
} from '../element.ts'
import { runsOf, Unmapped } from './runs.ts'

/** A piece of a body that stands between empty lines: lines `from` to `to`, `to` apart, from 0. */
export type Segment = { from: number; to: number; elements: FicheElement[] }

const md = createMarkdown()

/** Environment for reading when problems are of no interest. */
const unheard = (): ParseEnv => ({ spent: new Set(), report: () => {} })

/** Tokens in the pieces that stand side by side, each with what it holds. */
function* partsOf(tokens: readonly Token[]): Generator<Token[]> {
  for (let index = 0; index < tokens.length; ) {
    const end = endOf(tokens, index) + 1
    yield tokens.slice(index, end)
    index = end
  }
}

/** Cuts a body into segments for Word. Parts that Word cannot show are kept as they were written (`brut`). Every line that
 *  is not empty is in a segment. */
export function segmentsOf(source: string): Segment[] {
  const lines = source.split('\n')
  const segments: Segment[] = []
  let line = 0
  for (const part of partsOf(md.parse(source, unheard()))) {
    const [from, to] = extent(part[0]?.map, lines)
    if (from < line) continue
    segments.push(...skipped(lines, line, from))
    const elements = elementsOf(part, lines, from)
    const above = segments.at(-1)?.elements.at(-1)
    // Word shows two quotations, or two blocks of one kind without a title, as one.
    const isApart = elements?.[0] && !(above && goesOn(above, elements[0]))
    segments.push({ from, to, elements: isApart ? elements : [brutLines(lines, from, to)] })
    line = to
  }
  segments.push(...skipped(lines, line, lines.length))
  return segments
}

/** Keeps lines without a token: a failed opening line, a stray `:::`. */
function skipped(lines: readonly string[], from: number, to: number): Segment[] {
  let [start, end] = [from, to]
  while (start < end && lines[start]?.trim() === '') start++
  while (end > start && lines[end - 1]?.trim() === '') end--
  return start < end ? [{ from: start, to: end, elements: [brutLines(lines, start, end)] }] : []
}

/** Lines as they were written. */
export const brutLines = (lines: readonly string[], from: number, to: number): FicheElement =>
  brut(lines.slice(from, to).join('\n'))

/** The lines of a token, without the empty ones that follow. */
function extent(map: readonly number[] | null | undefined, lines: readonly string[]): [number, number] {
  const [from = 0, end = 0] = map ?? []
  let to = end
  while (to > from + 1 && lines[to - 1]?.trim() === '') to--
  return [from, to]
}

/** Gives the elements of one top-level token and its content; null when Word has nothing like them. */
function elementsOf(tokens: readonly Token[], lines: readonly string[], from: number): FicheElement[] | null {
  try {
    const [open] = tokens
    if (open?.type === 'bloc_open') return blocOf(tokens, lines[from] ?? '')
    return inside(tokens, null)
  } catch (error) {
    if (error instanceof Unmapped) return null
    throw error
  }
}

function blocOf(tokens: readonly Token[], line: string): FicheElement[] {
  const bloc = String(tokens[0]?.meta?.['nom'])
  const body = tokens.slice(1, -1).filter(token => !token.meta?.['role'])
  const closing = tokens.find(token => token.meta?.['role'] === 'close')
  return [
    ...headOf(bloc, line),
    ...inside(body, bloc),
    ...(closing ? [paragraph(inlineRuns(closing.content), { bloc, role: 'close' })] : []),
  ]
}

const inlineRuns = (text: string) => runsOf(md.parseInline(text, unheard())[0]?.children ?? null)

/** The opening line of a block: what is for readers in a title and a place, what is for the press in marks. */
function headOf(bloc: string, line: string): FicheElement[] {
  const { words = '', ancre = null } = cutOpening(line) ?? {}
  const { parts } = blockNamed(bloc).open(words, () => {})
  const lieu = parts.find(({ role }) => role === 'lieu')
  const mark = parts.find(({ role }) => role === 'marque')?.texte ?? ''
  const titre = parts.find(({ role }) => role === 'titre')?.texte ?? ''
  const anchor = ancre === null ? '' : ` {#${ancre}}`
  const head = (role: WordRole, text: string) => paragraph(inlineRuns(text), { bloc, role })
  const { runs } = head('titre', lieu ? titre : titre + anchor)
  const marked = mark ? [plainRun(mark, { mark: true }), plainRun(' '), ...runs] : runs
  return [
    ...(marked.length > 0 ? [paragraph(marked, { bloc, role: 'titre' })] : []),
    // Its codes stand with a place.
    ...(lieu ? [head('lieu', words.slice(lieu.offset) + anchor)] : []),
  ]
}

/** Gives the elements at the margin of a body or of a block. */
function inside(tokens: readonly Token[], bloc: string | null): FicheElement[] {
  const elements: FicheElement[] = []
  for (const part of partsOf(tokens)) {
    const [open, inline] = part
    if (open?.type === 'paragraph_open') elements.push(aloneOrText(inline, bloc))
    else if (open?.type === 'heading_open' && bloc === null && open.tag !== 'h1')
      elements.push(
        paragraph(runsOf(inline?.children ?? null), { role: `titre-${open.tag.slice(1)}` as WordRole }),
      )
    else if (open?.type === 'bullet_list_open' || open?.type === 'ordered_list_open')
      elements.push(...listOf(part, bloc, 0))
    else if (open?.type === 'table_open') elements.push(tableOf(part, bloc))
    else if (open?.type === 'blockquote_open' && bloc === null) elements.push(...quotation(part.slice(1, -1)))
    else throw new Unmapped(open?.type ?? 'nothing')
  }
  return elements
}

function aloneOrText(inline: Token | undefined, bloc: string | null): FicheElement {
  const [picture, more] = inline?.children ?? []
  if (picture?.type !== 'image' || more || bloc !== null)
    return paragraph(runsOf(inline?.children ?? null), { bloc })
  const words = picture.children ?? []
  if (words.some(({ type }) => type !== 'text')) throw new Unmapped('a picture with set words')
  return {
    kind: 'picture',
    bloc: null,
    path: String(picture.attrGet('src') ?? ''),
    alt: words.map(({ content }) => content).join(''),
    legende: String(picture.attrGet('title') ?? ''),
  }
}

function quotation(tokens: readonly Token[]): FicheElement[] {
  return inside(tokens, null).map(element => {
    if (element.kind !== 'paragraph' || element.role !== 'texte' || element.list)
      throw new Unmapped('a quotation that holds more than paragraphs')
    return { ...element, role: 'citation' as const }
  })
}

function listOf(tokens: readonly Token[], bloc: string | null, depth: number): FicheElement[] {
  const [list] = tokens
  const ordered = list?.type === 'ordered_list_open'
  const start = ordered ? Number(list?.attrGet('start') ?? 1) : 1
  const elements: FicheElement[] = []
  for (const [, ...item] of partsOf(tokens.slice(1, -1))) {
    const parts = [...partsOf(item.slice(0, -1))]
    if (item[0]?.type !== 'paragraph_open') throw new Unmapped('an item that does not begin with words')
    for (const [index, part] of parts.entries()) {
      const [open, inline] = part
      const place = { depth, ordered, start, suite: index > 0, opens: elements.length === 0 && depth === 0 }
      if (open?.type === 'paragraph_open')
        elements.push(paragraph(runsOf(inline?.children ?? null), { bloc, list: place }))
      else if (open?.type.endsWith('_list_open')) elements.push(...listOf(part, bloc, depth + 1))
      else throw new Unmapped(open?.type ?? 'nothing')
    }
  }
  return elements
}

function tableOf(tokens: readonly Token[], bloc: string | null): FicheElement {
  const [rows = []] = tablesOf(tokens)
  const align = (rows[0] ?? []).map(({ open }): Align => {
    const side = /text-align:(\w+)/.exec(String(open.attrGet('style') ?? ''))?.[1]
    return side === 'center' || side === 'right' ? side : ''
  })
  const runs = rows.map(row => row.map(({ inline }) => runsOf(inline.children)))
  return { kind: 'table', bloc, rows: runs, align }
}
