import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'

type Sign = '**' | '*'

/** Turns bold or italics on, or off again, for what is typed next: no sign stands in the text around nothing. */
export const markNext = StateEffect.define<Sign>()

const marks = StateField.define<readonly Sign[]>({
  create: () => [],
  update(former, { effects, docChanged, selection }) {
    const sign = effects.find(effect => effect.is(markNext))?.value
    if (!sign) return docChanged || selection ? [] : former
    return former.includes(sign) ? former.filter(other => other !== sign) : [...former, sign]
  },
})

/** The signs that the next words get. */
export const marksOf = (state: EditorState): readonly Sign[] => state.field(marks, false) ?? []

/** Puts what is typed between the signs that were asked for, and takes signs away with the last letter between them. */
export const storedMarks: Extension = [
  marks,
  EditorState.transactionFilter.of(transaction => {
    const { startState, changes, newDoc, newSelection } = transaction
    const { head } = newSelection.main
    if (transaction.isUserEvent('delete') && newSelection.main.empty) {
      const { from, text } = newDoc.lineAt(head)
      const [before = ''] = /(?<![*\\])\*{1,3}$/.exec(text.slice(0, head - from)) ?? []
      const [after] = /^\*{1,3}(?!\*)/.exec(text.slice(head - from)) ?? []
      if (before === '' || before !== after) return transaction
      const start = head - before.length
      return [
        transaction,
        {
          changes: { from: start, to: head + after.length },
          selection: { anchor: start },
          sequential: true,
        },
      ]
    }
    const signs = marksOf(startState).join('')
    let typed: { from: number; to: number; words: string } | null = null
    changes.iterChanges((fromA, toA, from, to, words) => {
      typed = fromA === toA ? { from, to, words: words.toString() } : null
    })
    if (signs === '' || typed === null || !transaction.isUserEvent('input.type')) return transaction
    const { from, to, words } = typed as { from: number; to: number; words: string }
    if (!/^\S.*\S$|^\S$/.test(words)) return transaction
    return [
      transaction,
      {
        changes: [
          { from, insert: signs },
          { from: to, insert: signs },
        ],
        selection: { anchor: to + signs.length },
        sequential: true,
      },
    ]
  }),
]
