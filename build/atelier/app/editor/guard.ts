import {
  type ChangeSpec,
  EditorSelection,
  EditorState,
  type Extension,
  type SelectionRange,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { inlinesOf } from './inline.ts'
import { blockOn, isHidden, type Shape, shapeOf, spanOf } from './shape.ts'
import { isFullLine } from './text.ts'

/** Keeps what the page does not show as it is: the cursor stays among the words, and no key breaks a block, a table or the front matter
 *  that it does not take away whole. */
export const guard: Extension = EditorState.transactionFilter.of(
  (transaction): TransactionSpec | readonly TransactionSpec[] => {
    const isTyped =
      transaction.docChanged && ['input', 'delete', 'move'].some(event => transaction.isUserEvent(event))
    const pad = isTyped ? padding(transaction) : null
    if (pad) return [transaction, { changes: pad, sequential: true }]
    if (isTyped && !keepsShape(transaction)) return []
    return isTyped || (transaction.selection && !transaction.docChanged)
      ? amongWords(transaction)
      : transaction
  },
)

/** Tells whether all that stood there before stands there still, but for what was taken away whole. */
function keepsShape({ startState: { doc }, newDoc, changes }: Transaction): boolean {
  const isTaken = ({ from, to }: { from: number; to: number }) => {
    let taken = false
    changes.iterChangedRanges((start, end) => {
      if (start <= from && to <= end) taken = true
    })
    return taken
  }
  const signs = (parts: ReturnType<typeof drawnParts>) => parts.map(({ sign }) => sign)
  // The front matter goes with no text.
  const rest = drawnParts(doc).filter(part => /^\ufeff?---/.test(part.sign) || !isTaken(part))
  return isWithin(signs(rest), signs(drawnParts(newDoc)))
}

/** The front matter, the blocks and the tables, each with what must not change of it. */
function drawnParts(doc: Text) {
  const { head, blocks, tables } = shapeOf(doc)
  const part = (first: number, last: number, name?: string) => {
    const [{ from }, { to }] = [doc.line(first), doc.line(last)]
    return { from, to, sign: name ?? doc.sliceString(from, to) }
  }
  return [
    ...(head > 0 ? [part(1, head)] : []),
    ...blocks.map(({ first, last, name }) => part(first, last, name)),
    ...tables.map(({ first, last }) => part(first, last)),
  ]
}

/** Tells whether the items of a list stand in another, in their order. */
function isWithin(items: readonly string[], list: readonly string[]): boolean {
  let at = 0
  for (const item of list) if (item === items[at]) at += 1
  return at === items.length
}

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

function amongWords(transaction: Transaction): TransactionSpec | readonly TransactionSpec[] {
  const { newDoc: doc, newSelection, startState } = transaction
  const shape = shapeOf(doc)
  // What is typed takes the cursor nowhere.
  const former = transaction.docChanged ? -1 : startState.selection.main.head
  const ranges = newSelection.ranges.map(range => {
    const place = settle(doc, shape, { to: range.head, from: former })
    const head = range.empty && !transaction.docChanged ? behindLink(doc, { from: former, to: place }) : place
    const anchor = range.empty ? head : settle(doc, shape, { to: range.anchor, from: range.head })
    return anchor === range.anchor && head === range.head ? range : moved(range, anchor, head)
  })
  if (ranges.every((range, index) => range === newSelection.ranges[index])) return transaction
  const selection = EditorSelection.create(ranges, newSelection.mainIndex)
  return [transaction, { selection, sequential: true }]
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
