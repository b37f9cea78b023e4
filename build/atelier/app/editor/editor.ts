import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { codeFolding, foldGutter, foldKeymap } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState, Text } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import type { Glance } from '../../../../src/kit/index.ts'
import type { Problem } from '../../../../src/problems/index.ts'
import { isFor, type Remedy } from '../../worker/remedy.ts'
import type { Vocabulary } from '../../worker/workbench.ts'
import { completions, withPictos } from './completion.ts'
import { ficheLanguage, french } from './language.ts'
import {
  type BlockAt,
  blockAt,
  bytesOf,
  lineAt,
  offsetOf,
  openText,
  placeOf,
  stateOf,
  whatDiffers,
} from './text.ts'

/** Marks a change that comes from outside the editor. */
const fromOutside = Annotation.define<boolean>()

export type Editor = ReturnType<typeof mountEditor>

/** @param host where the editor stands, in a shadow root: its styles are adopted there, which the policy allows */
export function mountEditor(
  host: HTMLElement,
  styles: CSSStyleSheet,
  options: {
    vocabulary: Vocabulary
    picto(name: string): Promise<string | null>
    glance(): Glance
    onEdit(path: string, bytes: Uint8Array): void
    onLine(): void
  },
) {
  const root = host.attachShadow({ mode: 'open' })
  const states = new Map<string, EditorState>()
  let path = ''
  const extensions = [
    french,
    lineNumbers(),
    foldGutter({ openText: '–', closedText: '+' }),
    codeFolding(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    ficheLanguage,
    lintGutter(),
    search({ top: true }),
    highlightSelectionMatches(),
    autocompletion({
      override: [completions(options.vocabulary, options.glance)],
      addToOptions: [withPictos(options.picto)],
      icons: false,
    }),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': 'Texte de la fiche',
      spellcheck: 'true',
      lang: 'fr',
    }),
    // Gives pasted lines the line end of the file.
    EditorView.clipboardInputFilter.of((text, state) => text.replace(/\r\n?|\n/g, state.lineBreak)),
    // Tab leaves the editor: who works by keyboard is not held in it.
    keymap.of([
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...foldKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, state, transactions }) => {
      if (docChanged && !transactions.some(transaction => transaction.annotation(fromOutside)))
        options.onEdit(path, bytesOf(state))
      if (selectionSet || docChanged) options.onLine()
    }),
  ]
  const view = new EditorView({ parent: root, root })
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles]

  const goTo = (line: number, column = 1) => {
    const anchor = offsetOf(view.state.doc, line, column)
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    view.focus()
  }
  const mend = ({ line, column, length, text }: Remedy) => {
    const from = offsetOf(view.state.doc, line, column)
    view.dispatch({
      changes: { from, to: from + length, insert: text },
      selection: { anchor: from + text.length },
    })
    view.focus()
  }

  return {
    view,
    /** Shows a file, as it was left when it was shown before. @returns false for bytes that cannot be edited */
    show(next: string, bytes: Uint8Array): boolean {
      const file = openText(bytes)
      if (!file) return false
      if (path !== '') states.set(path, view.state)
      path = next
      view.setState(states.get(next) ?? stateOf(file, extensions))
      return true
    },
    /** Takes other bytes for a file that was shown; the change can be undone. */
    replace(file: string, bytes: Uint8Array | null): void {
      const content = bytes && openText(bytes)
      if (file !== path || !content) {
        states.delete(file)
        return
      }
      if (view.state.facet(EditorState.lineSeparator) !== content.lineSeparator)
        view.setState(stateOf(content, extensions))
      else
        view.dispatch({ changes: whatDiffers(view.state, content.text), annotations: fromOutside.of(true) })
    },
    tell(problems: readonly Problem[], remedies: readonly Remedy[]): void {
      const { doc } = view.state
      const marks = problems.map(({ code, place, severity, message, hint }) => {
        const from = offsetOf(doc, place.line, place.column)
        const word =
          /^[^\s]+/.exec(doc.sliceString(from, Math.min(from + 60, doc.lineAt(from).to)))?.[0] ?? ''
        const remedy = remedies.find(remedy => isFor(remedy, { code, place }))
        return {
          from,
          to: Math.min(doc.length, from + Math.max(1, word.length)),
          severity: severity === 'erreur' ? ('error' as const) : ('warning' as const),
          message: `${message} ${hint}`,
          actions: remedy ? [{ name: `Écrire « ${remedy.text.trim()} »`, apply: () => mend(remedy) }] : [],
        }
      })
      view.dispatch(setDiagnostics(view.state, marks))
    },
    mend,
    insert(text: string): void {
      const { from, before, after } = placeOf(view.state.doc, view.state.selection.main.from)
      const insert = Text.of(`${before}${text}\n\n${after}`.split('\n'))
      const anchor = from + insert.length - after.length
      view.dispatch({ changes: { from, insert }, selection: { anchor }, scrollIntoView: true })
      view.focus()
    },
    block: () => blockAt(view.state.doc, view.state.selection.main.head),
    rewrite({ from, to }: BlockAt, text: string): void {
      view.dispatch({ changes: { from, to, insert: Text.of(text.split('\n')) }, selection: { anchor: from } })
      view.focus()
    },
    goTo,
    line() {
      const { head } = view.state.selection.main
      return { number: lineAt(view.state.doc, head), text: view.state.doc.lineAt(head).text }
    },
    text: () => view.state.doc.toString(),
  }
}
