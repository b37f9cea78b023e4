import {
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  type SelectionRange,
  StateEffect,
  type Text,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { plural } from '../../../../src/problems/index.ts'
import { inlinesOf } from './inline.ts'
import { blockOn, isHidden, readHead, type Shape, shapeOf, spanOf } from './shape.ts'
import { isFullLine } from './text.ts'

const refused = StateEffect.define<string>()

/** Says what a key or a command would have broken, and how many words were replaced at once; null: there is nothing to say. */
export function wordsOnChange(transaction: Transaction): string | null {
  const refusal = transaction.effects.find(effect => effect.is(refused))?.value
  if (refusal !== undefined || !transaction.isUserEvent('input.replace.all')) return refusal ?? null
  let count = 0
  transaction.changes.iterChanges(() => {
    count += 1
  }, true)
  return `${plural(count, 'remplacement')}.`
}

/** Keeps what the page does not show as it is: the cursor stays among the words, and no key breaks a block, a table, a title or the front
 *  matter that it does not take away whole. What is refused is told. */
export const guard: Extension = EditorState.transactionFilter.of(
  (transaction): TransactionSpec | readonly TransactionSpec[] => {
    const isTyped =
      transaction.docChanged && ['input', 'delete', 'move'].some(event => transaction.isUserEvent(event))
    const pad = isTyped ? padding(transaction) : null
    if (pad) return [transaction, { changes: pad, sequential: true }]
    const kept = isTyped ? besideTitle(transaction) : null
    if (kept) return kept
    const lost = isTyped ? lostPart(transaction) : null
    if (lost !== null)
      return transaction.isUserEvent('input.replace')
        ? replacedElsewhere(transaction)
        : { effects: refused.of(lost) }
    return isTyped || (transaction.selection && !transaction.docChanged)
      ? amongWords(transaction)
      : transaction
  },
)

/** Finds a part that stood there before and stands there no more, though it was not taken away whole: says so. null: there is none. */
function lostPart(transaction: Transaction): string | null {
  const { startState, newDoc, changes } = transaction
  const { doc } = startState
  const isTaken = ({ from, to }: { from: number; to: number }) => {
    let taken = false
    changes.iterChangedRanges((start, end) => {
      if (start <= from && to <= end) taken = true
    })
    return taken
  }
  const isSearch = transaction.isUserEvent('input.replace')
  // The front matter goes with no text; a style is another sign.
  const rest = drawnParts(doc, isSearch).filter(
    part =>
      part.kind === 'head' ||
      !(isTaken(part) || (part.kind === 'title' && transaction.isUserEvent('input.format'))),
  )
  const next = drawnParts(newDoc, isSearch)
  let at = 0
  for (const { sign } of next) if (sign === rest[at]?.sign) at += 1
  const lost = rest[at]
  return lost ? refusals[lost.kind] : null
}

/** Replaces words where they break nothing, and says how many stay. */
function replacedElsewhere({ startState: { doc }, changes }: Transaction): TransactionSpec {
  const parts = drawnParts(doc, false).filter(({ kind }) => kind === 'head' || kind === 'table')
  const rest: ChangeSpec[] = []
  let count = 0
  changes.iterChanges((from, to, _, __, insert) => {
    if (parts.some(part => part.from <= from && to <= part.to)) count += 1
    else rest.push({ from, to, insert })
  }, true)
  return {
    changes: rest,
    effects: refused.of(
      `${plural(rest.length, 'remplacement')}. Dans l’en-tête et les tableaux, ${plural(count, 'mot reste', 'mots restent')} : ce texte n’y tient pas.`,
    ),
    userEvent: 'input.replace',
  }
}

const refusals = {
  head: 'L’en-tête ne s’efface pas : ses champs se remplissent au-dessus du texte.',
  block:
    'Rien n’est effacé : un bloc se retire en entier, par son nom ou en le sélectionnant avec ce qui l’entoure.',
  table: 'Rien n’est effacé : un tableau se change ou se retire par « Modifier le tableau ».',
  title:
    'Rien n’est effacé : un titre reste un titre. Pour en faire un paragraphe, choisir le style « Texte ».',
} as const

/** The front matter, the blocks, the tables and the titles, each with what must not change of it. @param isShapeOnly their words may */
function drawnParts(doc: Text, isShapeOnly: boolean) {
  const shape = shapeOf(doc)
  const { head, blocks, tables } = shape
  const part = (kind: keyof typeof refusals, first: number, last: number, sign: (text: string) => string) => {
    const [{ from }, { to }] = [doc.line(first), doc.line(last)]
    return { kind, from, to, sign: `${kind} ${sign(doc.sliceString(from, to))}` }
  }
  const parts = [
    ...(head > 0 ? [part('head', 1, head, text => (isShapeOnly ? keysOf(text) : text))] : []),
    ...blocks.map(({ first, last, name }) => part('block', first, last, () => name)),
    ...tables.map(({ first, last }) =>
      part('table', first, last, text => (isShapeOnly ? text.replace(/[^|\n]|\\\|/g, '') : text)),
    ),
  ]
  let number = 0
  for (const text of doc.iterLines()) {
    number += 1
    if (number > head && /^#{2,4}[ \t]/.test(text))
      parts.push(part('title', number, number, () => /^#+/.exec(text)?.[0] ?? ''))
  }
  return parts
}

const keysOf = (head: string) => Object.keys(readHead(head) ?? {}).join()

/** The empty lines, or the space, that keep what is typed apart from what stands beside it. */
function padding({ startState: { doc }, newDoc, changes }: Transaction): ChangeSpec | null {
  const pads: { from: number; insert: string }[] = []
  const [former, next] = [shapeOf(doc), shapeOf(newDoc)]
  changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    if (fromA !== toA || inserted.length === 0) return
    const line = doc.lineAt(fromA)
    const block = blockOn(former, line.number)
    if (block?.first === line.number && line.text.length === block.lead && !/[ \t]$/.test(line.text))
      pads.push({ from: fromB, insert: ' ' })
    if (line.text.trim() !== '' || /^\s*$/.test(inserted.toString())) return
    const [above, below] = [newDoc.lineAt(fromB).number - 1, newDoc.lineAt(toB).number + 1]
    if (isText(newDoc, next, above, 'first')) pads.push({ from: newDoc.lineAt(fromB).from, insert: '\n' })
    if (isText(newDoc, next, below, 'last')) pads.push({ from: newDoc.lineAt(toB).to, insert: '\n' })
  })
  return pads.length > 0 ? pads : null
}

/** Tells of a line that words beside it are kept apart from. Within a block nothing is from its edges, `first` above and `last` below. */
function isText(doc: Text, shape: Shape, number: number, edge: 'first' | 'last'): boolean {
  return isFullLine(doc, number) && blockOn(shape, number)?.[edge] !== number
}

/** What takes a selection away that ends among the words of a title, without its sign; all of the title goes with its marks. */
function besideTitle(transaction: Transaction): TransactionSpec | null {
  const { changes } = transaction
  const { doc, selection } = transaction.startState
  const { from, to } = selection.main
  const line = doc.lineAt(to)
  const above = doc.lineAt(from)
  if (from >= line.from || !/^#{2,4}[ \t]/.test(line.text)) return null
  let insert: Text | null = null
  changes.iterChanges((start, end, _, __, text) => {
    if (start === from && end === to) insert = text
  })
  if (insert === null) return null
  const typed = insert as Text
  const shape = shapeOf(doc)
  const [first, last] = wordsOf(doc, shape, line.number)
  const [begin, tail] = wordsOf(doc, shape, above.number)
  const userEvent = transaction.annotation(Transaction.userEvent)
  const spec = (parts: ChangeSpec[], anchor: number) => ({
    changes: parts,
    selection: { anchor },
    ...(userEvent && { userEvent }),
  })
  const end = from + typed.length
  if (to === last && to > first)
    return line.to === last ? null : spec([{ from, to: line.to, insert: typed }], end)
  const rest = { from: first, to }
  if (from <= begin && typed.length === 0)
    return spec([{ from: above.from, to: line.from }, rest], first - line.from + above.from)
  let { number } = line
  do number -= 1
  while (number > above.number && !isFullLine(doc, number))
  const parts = [
    { from, to: Math.max(from, tail), insert: typed },
    { from: above.to, to: doc.line(number).to },
    rest,
  ]
  const isNothing = typed.length === 0 && parts.every(part => part.from === part.to)
  return isNothing ? { effects: refused.of(refusals.title) } : spec(parts, end)
}

function amongWords(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const { newDoc: doc, newSelection, startState } = transaction
  const shape = shapeOf(doc)
  // What is typed takes the cursor nowhere.
  const former = transaction.docChanged ? -1 : startState.selection.main.head
  const ranges = newSelection.ranges.map(range => {
    const place = settle(doc, shape, { to: range.head, from: former })
    const head = range.empty && !transaction.docChanged ? behindLink(doc, { from: former, to: place }) : place
    const settled = range.empty ? head : settle(doc, shape, { to: range.anchor, from: range.head })
    const shrinks =
      !transaction.isUserEvent('select.pointer') &&
      Math.abs(range.head - range.anchor) < Math.abs(former - range.anchor)
    const [anchor, end] = range.empty ? [head, head] : aroundBlocks(doc, shape, [settled, head], shrinks)
    return anchor === range.anchor && end === range.head ? range : moved(range, anchor, end)
  })
  if (ranges.every((range, index) => range === newSelection.ranges[index])) return transaction
  const selection = EditorSelection.create(ranges, newSelection.mainIndex)
  return [transaction, { selection, sequential: true }]
}

/** A selection that crosses the edge of a block holds all of it; one that goes back leaves it. */
function aroundBlocks(
  doc: Text,
  shape: Shape,
  [anchor, head]: readonly [number, number],
  shrinks: boolean,
): [anchor: number, head: number] {
  let ends: [number, number] = [anchor, head]
  for (const { first, last } of shape.blocks) {
    const [start, end] = [doc.line(first).from, doc.line(last).to]
    const isIn = (at: number) => start < at && at < end
    if (isIn(anchor) === isIn(head)) continue
    if (isIn(anchor)) ends = [head > anchor ? start : end, ends[1]]
    else if (shrinks)
      ends = [ends[0], visible(doc, shape, anchor < head ? first : last, anchor < head ? -1 : 1) ?? anchor]
    else ends = [ends[0], anchor < head ? end : start]
  }
  return ends
}

const moved = (range: SelectionRange, anchor: number, head: number) =>
  range.empty
    ? EditorSelection.cursor(head, range.assoc, undefined, range.goalColumn)
    : EditorSelection.range(anchor, head, range.goalColumn)

/** Finds the place among words that a cursor on its way `from` … `to` comes to. */
export function settle(doc: Text, shape: Shape, { from, to }: { from: number; to: number }): number {
  const line = doc.lineAt(to)
  if (!isHidden(shape, line.number)) {
    const [first, last] = wordsOf(doc, shape, line.number)
    // A step off the words goes on to the next line.
    if (to < first) return from === first ? (visible(doc, shape, line.number, -1) ?? first) : first
    if (to > last) return from === last ? (visible(doc, shape, line.number, 1) ?? last) : last
    return to
  }
  const way = to < from ? -1 : 1
  const { number } = line
  return visible(doc, shape, number, way) ?? visible(doc, shape, number, -way as 1 | -1) ?? line.to
}

/** A cursor that comes to the end of a link from outside is behind it: what is typed there is none of its words. */
function behindLink(doc: Text, { from, to }: { from: number; to: number }): number {
  const line = doc.lineAt(to)
  for (const part of inlinesOf(line.text)) {
    if (part.kind !== 'lien' || line.from + part.words.to !== to) continue
    const [start, end] = [line.from + part.from, line.from + part.to]
    return from > start && from < end ? to : end
  }
  return to
}

/** The end of the words before a line, or the beginning of those behind it; null: there are none. */
function visible(doc: Text, shape: Shape, number: number, way: 1 | -1): number | null {
  for (let next = number + way; next >= 1 && next <= doc.lines; next += way)
    if (!isHidden(shape, next)) return wordsOf(doc, shape, next)[way === 1 ? 0 : 1]
  return null
}

export function wordsOf(doc: Text, shape: Shape, number: number): [first: number, last: number] {
  const { from, text } = doc.line(number)
  const { lead, tail } = spanOf(shape, number, text)
  return [from + lead, from + tail]
}
