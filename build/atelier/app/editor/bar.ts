import { withCapital } from '../../../../src/problems/index.ts'
import { button, h } from '../dom.ts'
import type { Editor } from './editor.ts'
import { drawn, type PageContext } from './signs.ts'
import { between, type LineStyle, restyle, styles } from './typing.ts'

/** Creates what shapes the text at the cursor: the style of its line, bold, italics; and the way back. */
export function createBar(editor: () => Editor, { picto, link }: Pick<PageContext, 'picto' | 'link'>) {
  const style = h(
    'select',
    {
      'aria-label': 'Style',
      onchange: () => editor().run(restyle(style.value as LineStyle)),
    },
    ...Object.keys(styles).map(value => h('option', { value }, withCapital(value))),
  )
  const tool = (label: string, keys: string, name: string, act: () => void) => {
    const element = button('', act, { class: 'outil', 'aria-label': label, title: `${label} (${keys})` })
    element.append(drawn(name, picto))
    return element
  }
  const bold = tool('Gras', 'Ctrl+B', 'bold', () => editor().run(between('**')))
  const italics = tool('Italique', 'Ctrl+I', 'italic', () => editor().run(between('*')))
  const address = tool('Lien', 'Ctrl+K', 'link', link)
  const undo = tool('Annuler', 'Ctrl+Z', 'undo-2', () => editor().undo())
  const redo = tool('Rétablir', 'Ctrl+Y', 'redo-2', () => editor().redo())
  return {
    element: h(
      'div.barre-de-texte',
      { role: 'group', 'aria-label': 'Mise en forme' },
      style,
      bold,
      italics,
      address,
      undo,
      redo,
    ),
    /** @param isText what is shown is a fiche or a page, no settings */
    follow(isText: boolean) {
      for (const one of [style, bold, italics, address]) one.disabled = !isText
      const standing = editor().standing()
      style.value = standing.style
      bold.setAttribute('aria-pressed', String(standing.marks.includes('**')))
      italics.setAttribute('aria-pressed', String(standing.marks.includes('*')))
      undo.disabled = !standing.undo
      redo.disabled = !standing.redo
    },
  }
}
