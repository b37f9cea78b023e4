import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Passage } from '../../../../src/kit/index.ts'

const setMarks = StateEffect.define<DecorationSet>()

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (former, { changes, effects }) =>
    effects.find(effect => effect.is(setMarks))?.value ?? former.map(changes),
  provide: field => EditorView.decorations.from(field),
})

/** A passage in the editor, whose text may begin with a byte order mark. */
function rangeOf({ state: { doc } }: EditorView, { from, to }: Passage): { from: number; to: number } {
  const shift = doc.sliceString(0, 1) === '\ufeff' ? 1 : 0
  return { from: Math.min(from + shift, doc.length), to: Math.min(to + shift, doc.length) }
}

/** Marks the sentences that somebody speaks of. */
export function markPassages(view: EditorView, passages: readonly Passage[]): void {
  const mark = Decoration.mark({ class: 'relu' })
  const ranges = passages.map(passage => rangeOf(view, passage)).filter(({ from, to }) => from < to)
  const effect = setMarks.of(
    Decoration.set(
      ranges.map(({ from, to }) => mark.range(from, to)),
      true,
    ),
  )
  const isNew = view.state.field(marks, false) === undefined
  view.dispatch({ effects: isNew ? StateEffect.appendConfig.of(marks.init(() => effect.value)) : effect })
}

/** @param passage in the text as the editor has it */
export function selectPassage(view: EditorView, { from, to }: Passage): void {
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
  view.focus()
}

export const cursorIn = (view: EditorView, { from, to }: Passage): boolean => {
  const { head } = view.state.selection.main
  return from <= head && head <= to
}
