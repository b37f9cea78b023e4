import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Pasted } from '../../../../src/word/index.ts'
import { OWN } from './copy.ts'
import { headEnd } from './text.ts'

/** Pastes what was copied with its setting as Markdown, and lines of plain text as paragraphs. Ctrl+Shift+V pastes plain text.
 *  @param options `read`: Markdown of a clipboard's HTML; `picture`: an image alone is on the clipboard */
export const pasting = (options: {
  isWritable(): boolean
  read(html: string): Promise<Pasted>
  tell(remarks: readonly string[]): void
  picture(file: File): void
}) => [
  EditorView.domEventHandlers({
    paste({ clipboardData }, view) {
      if (!clipboardData || !options.isWritable() || isInHead(view.state)) return false
      const html = clipboardData.getData('text/html')
      const text = clipboardData.getData('text/plain')
      const [file] = clipboardData.files
      if (html === '' && text === '' && file?.type.startsWith('image/')) {
        options.picture(file)
        return true
      }
      if (html === '' || html.includes(OWN) || isMarkdown(text)) return false
      const plain = apart(text)
      void options.read(html).then(
        ({ markdown, isInline, remarks }) => {
          const [start = '', end = ''] = [/^ +/, / +$/].map(spaces => spaces.exec(text)?.[0])
          insert(view, isInline ? start + markdown + end : markdown || plain, isInline)
          options.tell(remarks)
        },
        // What cannot be read is pasted as a browser would.
        () => insert(view, plain, !plain.includes('\n')),
      )
      return true
    },
  }),
  EditorView.clipboardInputFilter.of((text, state) =>
    (isInHead(state) ? text : apart(text)).replace(/\r\n?/g, '\n'),
  ),
]

const isInHead = ({ doc, selection }: EditorState) => doc.lineAt(selection.main.head).number <= headEnd(doc)

/** Tells of text that is Markdown already: copied from a fiche, or from a page that shows its source. */
const isMarkdown = (text: string) =>
  /^(?::::|#{2,6} |- |\d+\. |\||> |---$)|\[\[[\w-]+\]\]|\]\(https?:/m.test(text)

/** Word ends each paragraph by one line end, where Markdown has an empty line, and sets a bullet and a tab before an item. A letter
 *  that was cut into lines is left as it is. */
function apart(text: string): string {
  if (isMarkdown(text) || /[\p{L},]\r?\n\p{Ll}|\n\s*\n/u.test(text)) return text
  const lines = text.split(/\r?\n/).map(line => line.replace(/^\s*[•·▪◦●■–o]\s*\t\s*/, '- '))
  const isItem = (line = '') => line.startsWith('- ')
  const ends = lines.map((line, at) => {
    const next = lines[at + 1]
    return next === undefined ? '' : line && next && !(isItem(line) && isItem(next)) ? '\n\n' : '\n'
  })
  return lines.map((line, at) => line + ends[at]).join('')
}

function insert(view: EditorView, markdown: string, isInline: boolean): void {
  const { state } = view
  const { from, to } = state.selection.main
  const [line, last] = [state.doc.lineAt(from), state.doc.lineAt(to)]
  const before = isInline || state.sliceDoc(line.from, from).trim() === '' ? '' : '\n\n'
  const after = isInline || state.sliceDoc(to, last.to).trim() === '' ? '' : '\n\n'
  view.dispatch({
    ...state.replaceSelection(`${before}${markdown}${after}`),
    userEvent: 'input.paste',
    scrollIntoView: true,
  })
}
