import { invertedEffects, isolateHistory } from '@codemirror/commands'
import {
  Annotation,
  type EditorState,
  type Extension,
  StateEffect,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state'
import { whatDiffers } from './text.ts'

/** Marks a change that comes from outside the editor. */
export const fromOutside = Annotation.define<boolean>()

/** Takes another text for the one that stands here. @param isQuiet it cannot be undone: it is nobody's here */
export const takenFrom = (state: EditorState, text: string, isQuiet: boolean): TransactionSpec => ({
  changes: whatDiffers(state, text),
  annotations: [fromOutside.of(true), Transaction.addToHistory.of(!isQuiet)],
})

/** What a deed on the text does elsewhere; undone and done again with it. */
export type Along = { redo(): void; undo(): void }

const carries = StateEffect.define<Along>()

/** Keeps what goes along with a deed in the history of the text. */
export const alongside: Extension = invertedEffects.of(({ effects }) =>
  effects.flatMap(effect =>
    effect.is(carries) ? carries.of({ redo: effect.value.undo, undo: effect.value.redo }) : [],
  ),
)

/** Does elsewhere what goes along with deeds that were undone or done again. */
export function followHistory(transactions: readonly Transaction[]): void {
  for (const transaction of transactions)
    if (transaction.isUserEvent('undo') || transaction.isUserEvent('redo'))
      for (const effect of transaction.effects) if (effect.is(carries)) effect.value.redo()
}

/** Writes another text as a deed of its own, which one undo takes back. The guard of keys has no part in it. */
export function deedOn(state: EditorState, text: string, along: Along): TransactionSpec {
  const changes = state.changes(whatDiffers(state, text))
  let end = state.selection.main.head
  changes.iterChangedRanges((_, __, ___, to) => {
    end = to
  })
  return {
    changes,
    selection: { anchor: end },
    effects: carries.of(along),
    annotations: isolateHistory.of('full'),
  }
}
