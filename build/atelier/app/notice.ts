import { messageOf } from '../../../src/diagnostics/diagnostic.ts'
import { button, h } from './dom.ts'

export type Say = (text: string, undo?: () => void) => void

/** Does what was asked for, or shows its error: what it would have changed stays as it was. */
export const attemptFor =
  (say: Say) =>
  (work: () => Promise<void>): void =>
    void work().catch((error: unknown) => say(messageOf(error)))

/** What the app tells of what was done, and the way back. */
export function createNotice(): { element: HTMLElement; say: Say } {
  const element = h('div.avis', { role: 'status' })
  const close = () => element.replaceChildren()
  return {
    element,
    say: (text, undo) =>
      element.replaceChildren(
        h('p', text),
        undo
          ? button('Annuler', () => {
              undo()
              close()
            })
          : button('Fermer', close),
      ),
  }
}
