import { type ChangeSpec, EditorSelection, type EditorState } from '@codemirror/state'
import type { Command, EditorView, KeyBinding } from '@codemirror/view'
import { wordsOf } from './guard.ts'
import { type Inline, inlinesOf } from './inline.ts'
import { markNext } from './marks.ts'
import { blockOn, isHidden, shapeOf } from './shape.ts'
import { isFullLine } from './text.ts'
import { moveUnit, remove } from './units.ts'

const LIST = /^([ \t]*)(?:([-*])|(\d+)([.)]))[ \t]+/

/** The words of the line of the cursor, and what stands before them. */
function lineOf(state: EditorState) {
  const { doc, selection } = state
  const { head } = selection.main
  const line = doc.lineAt(head)
  const shape = shapeOf(doc)
  const [first, last] = wordsOf(doc, shape, line.number)
  return { doc, head, line, shape, first, last }
}

function edit(view: EditorView, changes: ChangeSpec, anchor: number, userEvent = 'input'): boolean {
  view.dispatch({ changes, selection: { anchor }, scrollIntoView: true, userEvent })
  return true
}

/** Steps behind the signs that close bold words, italics or a link at the cursor, with the spaces before them; signs around nothing go.
 *  @returns false where nothing of these kinds ends */
function stepOut(view: EditorView, ...kinds: Inline['kind'][]): boolean {
  const { head, empty } = view.state.selection.main
  const { from, text } = view.state.doc.lineAt(head)
  const at = head - from
  // As if a letter was typed: `**mot ¦**` is bold with it.
  const part = [...inlinesOf(`${text.slice(0, at)}x${text.slice(at)}`)].findLast(
    part => kinds.includes(part.kind) && 'words' in part && part.words.to === at + 1,
  )
  if (!empty || !part || !('words' in part)) return false
  const words = text.slice(part.words.from, at)
  const { length } = words.trimEnd()
  const start = from + (length === 0 ? part.from : part.words.from + length)
  const end = head + part.to - part.words.to
  const insert = (length === 0 ? '' : text.slice(at, end - from)) + words.slice(length)
  return edit(view, { from: start, to: end, insert }, start + insert.length)
}

/** Ends a paragraph, as in a word processor: the next one begins after an empty line. A list goes on with its sign, and ends where
 *  nothing was written behind it. */
const breakLine: Command = view => {
  while (stepOut(view, 'gras', 'italique', 'lien'));
  const { doc, line, shape, first, last } = lineOf(view.state)
  const { from, to } = view.state.selection.main
  if (from < first || to > last) return false
  const [sign = '', indent = '', bullet, number, dot] = LIST.exec(line.text) ?? []
  if (sign && from >= line.from + sign.length) {
    if (line.text.trim() === sign.trim()) return edit(view, { from: line.from, to: line.to }, line.from)
    return breakWith(`\n${indent}${bullet ?? `${Number(number) + 1}${dot}`} `)
  }
  const block = blockOn(shape, line.number)
  const isOpening = block?.first === line.number
  if (block && !isOpening && line.number === block.last - 1 && line.text.trim() === '')
    return leave(view, block)
  return breakWith(line.text.trim() === '' || isOpening ? '\n' : '\n\n')

  function breakWith(end: string): boolean {
    // Before a title, all of it goes down.
    if (from === first && from === to && /^#/.test(line.text))
      return edit(view, { from: line.from, insert: end }, from + end.length)
    // What is written behind the words, `{picto=search}`, stays on their line.
    const tail = line.to - last
    const after = doc.sliceString(to, last)
    const changes = tail
      ? [
          { from, to: last },
          { from: line.to, insert: end + after },
        ]
      : { from, to, insert: end }
    return edit(view, changes, from + tail + end.length)
  }
}

/** Goes on below a block, from its empty last line, which goes. */
function leave(view: EditorView, { first, last }: { first: number; last: number }): boolean {
  const { doc } = view.state
  let end = last - 1
  while (end > first + 1 && !isFullLine(doc, end)) end -= 1
  const [from, to, below] = [doc.line(end).to, doc.line(last - 1).to, doc.line(last).to]
  const changes = [
    { from, to },
    { from: below, insert: '\n\n' },
  ]
  return edit(view, changes, below - (to - from) + 2)
}

/** At the head of a paragraph, joins it to the one above: the empty line between them goes too. A title and an item become paragraphs. */
const joinLines: Command = view => {
  const { doc, head, line, shape, first } = lineOf(view.state)
  if (!view.state.selection.main.empty || head !== first) return false
  if (takeEmptyFrame(view)) return true
  if (styleOf(view.state) !== 'texte') return restyle('texte')(view)
  if (first !== line.from || line.number < 3 || line.text.trim() === '') return false
  const [gap, above] = [doc.line(line.number - 1), doc.line(line.number - 2)]
  const isEdge = blockOn(shape, above.number)?.last === above.number
  if (gap.text.trim() !== '' || above.text.trim() === '' || isEdge) return false
  const [, last] = wordsOf(doc, shape, above.number)
  const changes = [
    { from: last, insert: line.text },
    { from: above.to, to: line.to },
  ]
  return edit(view, changes, last, 'delete.backward')
}

/** At the end of a paragraph, joins the next one to it, without the sign of an item. A title stays one, and a block does: that is told. */
const joinBelow: Command = view => {
  if (takeEmptyFrame(view)) return true
  const { doc, head, line, shape, last } = lineOf(view.state)
  if (!view.state.selection.main.empty || head !== last || line.text.trim() === '') return false
  let number = line.number + 1
  while (number < doc.lines && !isFullLine(doc, number)) number += 1
  const isWords = isFullLine(doc, number) && !isHidden(shape, number) && !blockOn(shape, number)
  if (!isWords || blockOn(shape, line.number) || /^#/.test(doc.line(number).text)) return false
  const [start, end] = wordsOf(doc, shape, number)
  const changes = [
    { from: last, insert: doc.sliceString(start, end) },
    { from: line.to, to: doc.line(number).to },
  ]
  return edit(view, changes, last, 'delete.forward')
}

/** Takes away a block in which nothing is written. */
function takeEmptyFrame(view: EditorView): boolean {
  const { doc, line, shape } = lineOf(view.state)
  const block = blockOn(shape, line.number)
  if (!block || !view.state.selection.main.empty) return false
  const [first, tail] = wordsOf(doc, shape, block.first)
  const words =
    doc.sliceString(first, tail) + doc.sliceString(doc.line(block.first).to, doc.line(block.last).from)
  return words.trim() === '' && remove(view, block)
}

/** Moves to the beginning or the end of the words of a line. */
const toEdge =
  (forward: boolean): Command =>
  view => {
    const { main } = view.state.selection
    const { head } = view.moveToLineBoundary(main, forward)
    const { first, last } = lineOf(view.state)
    view.dispatch({ selection: { anchor: Math.min(last, Math.max(first, head)) }, scrollIntoView: true })
    return true
  }

/** Puts the selection, or the word at the cursor, between two signs; takes them away where it stands between them, and leaves them at
 *  their end. Where there is no word, what is typed next gets them. */
export const between =
  (sign: '**' | '*'): Command =>
  view => {
    const kind = sign === '**' ? 'gras' : 'italique'
    if (stepOut(view, kind)) return true
    const { doc, selection } = view.state
    const chosen = selection.main.empty
      ? (view.state.wordAt(selection.main.head) ?? selection.main)
      : selection.main
    const line = doc.lineAt(chosen.from)
    if (chosen.to > line.to) return false
    const words = doc.sliceString(chosen.from, chosen.to)
    if (words.trim() === '') {
      view.dispatch({ selection: { anchor: selection.main.head }, effects: markNext.of(sign) })
      view.focus()
      return true
    }
    const from = chosen.from + words.length - words.trimStart().length
    const to = chosen.to - words.length + words.trimEnd().length
    const around = [...inlinesOf(line.text)].find(
      part => part.kind === kind && line.from + part.from <= from && to <= line.from + part.to,
    )
    const size = sign.length
    const changes = around
      ? [
          { from: line.from + around.from, to: line.from + around.from + size },
          { from: line.from + around.to - size, to: line.from + around.to },
        ]
      : [
          { from, insert: sign },
          { from: to, insert: sign },
        ]
    const set = view.state.changes(changes)
    const range = around
      ? EditorSelection.range(set.mapPos(selection.main.anchor), set.mapPos(selection.main.head))
      : selection.main.empty
        ? EditorSelection.cursor(selection.main.head + size)
        : EditorSelection.range(from + size, to + size)
    view.dispatch({ changes: set, selection: range, userEvent: 'input.format' })
    view.focus()
    return true
  }

/** The link at the cursor, or what is selected, to be one. */
export function linkAt({ doc, selection }: EditorState) {
  const { from, to } = selection.main
  const line = doc.lineAt(from)
  for (const part of inlinesOf(line.text)) {
    const [start, end] = [line.from + part.from, line.from + part.to]
    if (part.kind !== 'lien' || start > from || to > end) continue
    const words = line.text.slice(part.words.from, part.words.to)
    return { from: start, to: end, words, address: line.text.slice(part.words.to + 2, part.to - 1) }
  }
  return { from, to, words: doc.sliceString(from, Math.min(to, line.to)), address: '' }
}

/** A link as it is written. `www.rtes.fr` and the name of a mailbox are completed. */
export function linkText(words: string, address: string): string {
  const typed = address.trim().replaceAll(' ', '%20')
  const scheme = /^www\./i.test(typed) ? 'https://' : /^[^/:@]+@[^/:@]+$/.test(typed) ? 'mailto:' : ''
  return `[${words}](${scheme}${typed})`
}

/** What a line of text can be. */
export const styles = {
  texte: '',
  titre: '## ',
  'sous-titre': '### ',
  liste: '- ',
  'sous-liste': '  - ',
  'liste numérotée': '1. ',
} as const
export type LineStyle = keyof typeof styles

const LEAD = /^(?:#{1,6}[ \t]+|[ \t]*(?:[-*]|\d+[.)])[ \t]+)/

export function styleOf(state: EditorState): LineStyle {
  const { text } = state.doc.lineAt(state.selection.main.head)
  if (/^###+[ \t]/.test(text)) return 'sous-titre'
  if (/^##[ \t]/.test(text)) return 'titre'
  if (/^[ \t]*\d+[.)][ \t]/.test(text)) return 'liste numérotée'
  if (/^[ \t]+[-*][ \t]/.test(text)) return 'sous-liste'
  return /^[-*][ \t]/.test(text) ? 'liste' : 'texte'
}

/** Gives the lines of the selection a style. The first line of a block is its own. */
export const restyle =
  (style: LineStyle): Command =>
  view => {
    const { doc, selection } = view.state
    const shape = shapeOf(doc)
    const [first, last] = [doc.lineAt(selection.main.from).number, doc.lineAt(selection.main.to).number]
    const isFull = (number: number) => isFullLine(doc, number)
    const isEdge = (number: number) => {
      const block = blockOn(shape, number)
      return block?.first === number || block?.last === number
    }
    const isList = style.includes('liste')
    const changes: ChangeSpec[] = []
    let rank = 0
    for (let number = first; number <= last; number++) {
      const line = doc.line(number)
      if (isEdge(number)) continue
      if (first !== last && !isFull(number)) {
        // The items of a list follow each other.
        if (isList && number > first) changes.push({ from: line.from - 1, to: line.to })
        continue
      }
      const lead = LEAD.exec(line.text)?.[0].length ?? 0
      // Marks belong to a title: `{picto=search #reperer}`.
      const [, end] = wordsOf(doc, shape, number)
      if (style === 'texte' || isList) changes.push({ from: end, to: line.to })
      const stands = (neighbour: number) => !isList && isFull(neighbour) && !isEdge(neighbour)
      const above = stands(number - 1) ? '\n' : ''
      rank += 1
      const sign = styles[style].replace('1', String(rank))
      changes.push({ from: line.from, to: line.from + lead, insert: above + sign })
      if (number === last && stands(number + 1)) changes.push({ from: line.to, insert: '\n' })
    }
    view.dispatch({ changes, userEvent: 'input.format' })
    const { head } = view.state.selection.main
    const [start] = wordsOf(view.state.doc, shapeOf(view.state.doc), view.state.doc.lineAt(head).number)
    view.dispatch({ selection: { anchor: Math.max(head, start) } })
    view.focus()
    return true
  }

export const pageKeys: readonly KeyBinding[] = [
  { key: 'Enter', run: breakLine },
  { key: 'Backspace', run: joinLines },
  { key: 'Delete', run: joinBelow },
  { key: 'Alt-ArrowUp', run: moveUnit(-1) },
  { key: 'Alt-ArrowDown', run: moveUnit(1) },
  { key: 'Home', run: toEdge(false) },
  { key: 'End', run: toEdge(true) },
]
