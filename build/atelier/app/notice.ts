import { button, h } from './dom.ts'

export type Say = (text: string, undo?: () => void) => void

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
