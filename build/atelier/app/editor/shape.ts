import type { Text } from '@codemirror/state'
import { blocks } from '../../../../src/blocks/index.ts'
import { parseYaml } from '../../../../src/kit/index.ts'
import { cutOpening, rememberOf } from '../../../../src/text/index.ts'
import { headEnd } from './text.ts'

/** Lines of a text, from 1. */
export type Lines = { first: number; last: number }

/** A block that is opened and closed as it should be. `lead`: what its opening line has before the title, in characters. */
type ShapedBlock = Lines & { name: string; label: string; lead: number }

/** What the page draws in its own way. Whatever is not well formed is in none of these: its source is shown. */
export type Shape = {
  /** Last line of a front matter that can be read; 0: there is none. */
  head: number
  blocks: readonly ShapedBlock[]
  tables: readonly Lines[]
}

const known = new Map(blocks.map(block => [block.name as string, block]))

export const shapeOf: (doc: Text) => Shape = rememberOf(readShape)

function readShape(doc: Text): Shape {
  const end = headEnd(doc)
  const isClosed = end > 1 && /^---\s*$/.test(doc.line(end).text)
  const head = isClosed && isReadable(doc.sliceString(0, doc.line(end).to)) ? end : 0
  const shaped: ShapedBlock[] = []
  const tables: Lines[] = []
  let open: ShapedBlock | null = null
  let table: Lines | null = null
  let number = 0
  for (const text of doc.iterLines()) {
    number += 1
    if (number <= end) continue
    if (/^\|.*\|\s*$/.test(text)) {
      if (table) table.last = number
      else table = { first: number, last: number }
      continue
    }
    if (table && table.last > table.first) tables.push(table)
    table = null
    if (!text.startsWith(':::')) continue
    if (!/^:::+\s*$/.test(text)) open = openingOf(text, number)
    else if (open) {
      shaped.push({ ...open, last: number })
      open = null
    }
  }
  if (table && table.last > table.first) tables.push(table)
  return { head, blocks: shaped, tables }
}

/** Reads `::: schema images/x.svg Titre`: all before the title is for the press. */
function openingOf(text: string, number: number): ShapedBlock | null {
  const { name = '', words = '', offset = 0 } = cutOpening(text) ?? {}
  const block = known.get(name)
  if (!block) return null
  const title = block.open(words, () => {}).parts.find(({ role }) => role !== 'marque')
  const end = offset + words.length
  const lead = title ? offset + title.offset : end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0)
  return { name, label: block.label, first: number, last: number, lead }
}

let latest = { head: '', isReadable: false }

/** Tells of a front matter that a form can show. Each key that is pressed asks for it. */
function isReadable(head: string): boolean {
  if (latest.head !== head) latest = { head, isReadable: readHead(head) !== null }
  return latest.isReadable
}

/** Reads a front matter between its fences. @returns null: it is none, or can be read only in part */
export function readHead(head: string): Readonly<Record<string, unknown>> | null {
  const yaml = head.split('\n').slice(1, -1).join('\n')
  const { value, sound } = parseYaml(yaml, { file: '', firstLine: 2 })
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  return sound && isMap ? (value as Record<string, unknown>) : null
}

export const blockOn = ({ blocks: all }: Shape, number: number): ShapedBlock | undefined =>
  all.find(({ first, last }) => first <= number && number <= last)

/** Tells of a line that the page does not show, or shows as something else than text. */
export const isHidden = ({ head, blocks: all, tables }: Shape, number: number): boolean =>
  number <= head ||
  all.some(({ last }) => last === number) ||
  tables.some(({ first, last }) => first <= number && number <= last)

/** A mark of attributes, `{picto=search #reperer}`, as the parse reads it. */
const MARK = /\{\s*(?:(?:\.[\w-]+|[\w-]+=[\p{L}\d_,;-]+|#[^\s{}#.=]+)\s*)+\}/gu

/** The words of a line, between what is drawn before and behind them: offsets within it. */
export type Span = { lead: number; tail: number; marks: { from: number; to: number; text: string }[] }

export function spanOf(shape: Shape, number: number, text: string): Span {
  const block = blockOn(shape, number)
  const lead =
    block?.first === number ? block.lead : (/^(?:#{2,4}[ \t]+|[ \t]*[-*][ \t]+)/.exec(text)?.[0].length ?? 0)
  if (lead === 0) return { lead, tail: text.length, marks: [] }
  const marks = [...text.matchAll(MARK)].map(({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
    text: mark,
  }))
  const tail = /[ \t]*(?:\{[^{}]*\}[ \t]*)+$/.exec(text)
  const isTail = tail !== null && tail[0].replace(MARK, '').trim() === ''
  return { lead, tail: isTail ? Math.max(lead, tail.index) : text.length, marks }
}

/** A part of the text that has a form: offsets, and its lines. */
type FormedPart = { from: number; to: number; text: string }

/** The block, the table, the picture or the lever at an offset, or the table above an empty line; null: there is none. */
export function formedAt(doc: Text, offset: number): FormedPart | null {
  const shape = shapeOf(doc)
  const here = doc.lineAt(offset)
  const { number } = here
  const isBelow = here.text.trim() === ''
  const lines =
    blockOn(shape, number) ??
    shape.tables.find(({ first, last }) => first <= number && number <= (isBelow ? last + 1 : last))
  if (!lines && !/^(?:!\[|###\s)/.test(here.text)) return null
  const [from, to] = lines ? [doc.line(lines.first).from, doc.line(lines.last).to] : [here.from, here.to]
  return { from, to, text: doc.sliceString(from, to) }
}

/** Where a lever goes when the cursor stands outside the section of levers: to its end. null: there is no such section. */
export function leversEnd(doc: Text, offset: number): number | null {
  const section = /^##[ \t].*\{[^}]*\.leviers\b.*(?:\n(?!##[ \t]).*)*/m.exec(doc.sliceString(0))
  if (!section) return null
  const [{ length }, end] = [section[0], section.index + section[0].trimEnd().length]
  return section.index <= offset && offset <= section.index + length ? offset : end
}
