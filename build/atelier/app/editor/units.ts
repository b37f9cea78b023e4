import type { ChangeSpec, Text } from '@codemirror/state'
import type { Command, EditorView } from '@codemirror/view'
import { blockOn, type Lines, type Shape, shapeOf } from './shape.ts'
import { isFullLine } from './text.ts'

const LEVEL = /^(#{2,4})[ \t]/
const ITEM = /^[ \t]*(?:[-*]|\d+[.)])[ \t]/

const levelAt = (doc: Text, number: number) => LEVEL.exec(doc.line(number).text)?.[1]?.length ?? null

/** The lines that a text moves as one: a block, a table, a title with all below it, an item, a paragraph. null: an empty line, or the front matter. */
function unitAt(doc: Text, shape: Shape, number: number): Lines | null {
  if (number <= shape.head || !isFullLine(doc, number)) return null
  const whole =
    blockOn(shape, number) ?? shape.tables.find(({ first, last }) => first <= number && number <= last)
  if (whole) return { first: whole.first, last: whole.last }
  const level = levelAt(doc, number)
  if (level !== null) return { first: number, last: sectionEnd(doc, shape, number, level) }
  if (ITEM.test(doc.line(number).text)) return { first: number, last: number }
  const isParagraph = (at: number) =>
    isFullLine(doc, at) && at > shape.head && !blockOn(shape, at) && levelAt(doc, at) === null
  let [first, last] = [number, number]
  while (isParagraph(first - 1)) first -= 1
  while (isParagraph(last + 1)) last += 1
  return { first, last }
}

/** The last line with words before the next title of the same rank. */
function sectionEnd(doc: Text, shape: Shape, number: number, level: number): number {
  let last = number
  for (let at = number + 1; at <= doc.lines; at++) {
    const next = blockOn(shape, at) ? null : levelAt(doc, at)
    if (next !== null && next <= level) break
    if (isFullLine(doc, at)) last = at
  }
  return last
}

/** The unit above or below another one, of the same rank; null: nothing there changes places with it. */
function neighbour(doc: Text, shape: Shape, unit: Lines, way: 1 | -1): Lines | null {
  const level = blockOn(shape, unit.first) ? null : levelAt(doc, unit.first)
  let number = way === 1 ? unit.last + 1 : unit.first - 1
  while (number >= 1 && number <= doc.lines && !isFullLine(doc, number)) number += way
  if (number < 1 || number > doc.lines) return null
  if (level !== null) {
    // A title goes above the one before it, whatever stands between.
    const rank = (at: number) => (at > shape.head && !blockOn(shape, at) ? levelAt(doc, at) : null)
    while (number > shape.head && number <= doc.lines && (rank(number) ?? 9) > level) number += way
    return rank(number) === level ? unitAt(doc, shape, number) : null
  }
  const inside = blockOn(shape, unit.first)
  const block = blockOn(shape, number)
  if (inside && inside.first !== unit.first && block !== inside) return null
  if (inside && (number === inside.first || number === inside.last)) return null
  const next = unitAt(doc, shape, number)
  // A block goes past the title above it, not past all that stands below that.
  return next && levelAt(doc, next.first) !== null ? { first: number, last: number } : next
}

/** Has the unit at an offset change places with the one above or below. */
export const moveUnit =
  (way: 1 | -1, at?: number): Command =>
  view => {
    const { doc, selection } = view.state
    const shape = shapeOf(doc)
    const cursor = at ?? selection.main.head
    const unit = unitAt(doc, shape, doc.lineAt(cursor).number)
    const other = unit && neighbour(doc, shape, unit, way)
    if (!unit || !other) return unit !== null
    const [above, below] = way === 1 ? [unit, other] : [other, unit]
    const [start, end] = [doc.line(above.first).from, doc.line(above.last).to]
    const [from, to] = [doc.line(below.first).from, doc.line(below.last).to]
    const [upper, gap, lower] = [doc.slice(start, end), doc.slice(end, from), doc.slice(from, to)]
    const anchor = way === 1 ? start + lower.length + gap.length : start
    view.dispatch({
      changes: { from: start, to, insert: lower.append(gap).append(upper) },
      selection: { anchor: anchor + cursor - doc.line(unit.first).from },
      scrollIntoView: true,
      userEvent: 'unit.move',
    })
    return true
  }

/** Takes the unit at an offset away. */
export const removeUnit =
  (at: number): Command =>
  view => {
    const { doc } = view.state
    const unit = unitAt(doc, shapeOf(doc), doc.lineAt(at).number)
    return unit !== null && remove(view, unit)
  }

/** Takes lines away, with the empty line between them and what follows. */
export function remove(view: EditorView, { first, last }: Lines): boolean {
  const { doc } = view.state
  let end = last
  while (end < doc.lines && !isFullLine(doc, end + 1)) end += 1
  const isLast = end === doc.lines
  let start = first
  while (isLast && start > 1 && !isFullLine(doc, start - 1)) start -= 1
  const from = isLast && start > 1 ? doc.line(start - 1).to : doc.line(first).from
  const change: ChangeSpec = isLast
    ? { from, to: doc.length, insert: start > 1 ? '\n' : '' }
    : { from, to: doc.line(end + 1).from, insert: isFullLine(doc, first - 1) ? '\n' : '' }
  view.dispatch({
    changes: change,
    selection: { anchor: from },
    userEvent: 'unit.remove',
    scrollIntoView: true,
  })
  return true
}
