import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import {
  gotoLine,
  highlightSelectionMatches,
  SearchQuery,
  search,
  searchKeymap,
  setSearchQuery,
} from '@codemirror/search'
import { Compartment, EditorState, Text } from '@codemirror/state'
import {
  type Command,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Glance } from '../../../../src/kit/index.ts'
import type { Problem } from '../../../../src/problems/index.ts'
import { isFor, type Remedy, remedyLabel } from '../../worker/remedy.ts'
import { copying } from './copy.ts'
import { type Along, alongside, deedOn, followHistory, fromOutside, takenFrom } from './deeds.ts'
import { guard, wordsOnChange } from './guard.ts'
import { completions, ficheLanguage, french, searchCount } from './language.ts'
import { marksOf, storedMarks } from './marks.ts'
import { pageView } from './page-view.ts'
import { pasting } from './paste.ts'
import { formedAt, leversEnd, readHead, shapeOf } from './shape.ts'
import type { PageContext } from './signs.ts'
import {
  bytesOf,
  fileLineEnd,
  isInWords,
  lineAt,
  offsetOf,
  openText,
  placeOf,
  stateOf,
  whatDiffers,
} from './text.ts'
import { between, linkAt, pageKeys, styleOf } from './typing.ts'

export type Editor = ReturnType<typeof mountEditor>

const asks =
  (act: () => void): Command =>
  () => {
    act()
    return true
  }

/** @param host where the editor stands, in a shadow root: its styles are adopted there, which the policy allows */
export function mountEditor(
  host: HTMLElement,
  styles: CSSStyleSheet,
  options: {
    page: PageContext
    glance(): Glance
    isWritable(): boolean
    paste: Omit<Parameters<typeof pasting>[0], 'isWritable'>
    /** The HTML of Markdown that is copied. */
    copy(path: string, markdown: string): Promise<string | null>
    onEdit(path: string, bytes: Uint8Array): void
    onLine(): void
    /** What a key or a command did, or did not, where the page does not show it. */
    say(text: string): void
  },
) {
  const root = host.attachShadow({ mode: 'open' })
  const states = new Map<string, EditorState>()
  let path = ''
  let showsSource = false
  const looks = new Compartment()
  const page = [pageView(options.page), guard, storedMarks, keymap.of([...pageKeys])]
  const source = [lineNumbers(), ficheLanguage]
  const isPage = () => !showsSource && path.endsWith('.md')
  const extensions = [
    french,
    looks.of([]),
    history(),
    alongside,
    drawSelection(),
    highlightActiveLine(),
    EditorView.lineWrapping,
    lintGutter(),
    search({ top: true }),
    searchCount,
    // What is searched for is changed in words, and in no address.
    EditorState.transactionExtender.of(({ effects }) => {
      const query = effects.find(effect => effect.is(setSearchQuery))?.value
      return query ? { effects: setSearchQuery.of(new SearchQuery({ ...query, test: isInWords })) } : null
    }),
    highlightSelectionMatches(),
    autocompletion({ override: [completions(options.glance)], icons: false }),
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': 'Texte de la fiche',
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
      lang: 'fr',
    }),
    EditorState.changeFilter.of(
      transaction => options.isWritable() || transaction.annotation(fromOutside) === true,
    ),
    EditorView.contentAttributes.of(() => ({ 'aria-readonly': String(!options.isWritable()) })),
    pasting({ isWritable: options.isWritable, ...options.paste }),
    copying(text => options.copy(path, text)),
    // Tab leaves the editor: who works by keyboard is not held in it.
    keymap.of([
      ...completionKeymap,
      ...lintKeymap,
      // No line has a number to go to.
      ...searchKeymap.filter(({ run }) => run !== gotoLine),
      { key: 'Mod-b', run: between('**') },
      { key: 'Mod-i', run: between('*') },
      { key: 'Mod-k', run: asks(options.page.link) },
      { key: 'Mod-Enter', run: asks(() => options.page.change(view.state.selection.main.head)) },
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, startState, state, transactions }) => {
      if (docChanged && !transactions.some(transaction => transaction.annotation(fromOutside)))
        options.onEdit(path, bytesOf(state))
      followHistory(transactions)
      for (const transaction of transactions) {
        const words = wordsOnChange(transaction)
        if (words) options.say(words)
      }
      if (selectionSet || docChanged || marksOf(state) !== marksOf(startState)) options.onLine()
    }),
  ]
  const view = new EditorView({ parent: root, root })
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles]
  // Lines are wrapped anew once the fonts are there.
  document.fonts.addEventListener('loadingdone', () => view.requestMeasure())

  const dress = () => {
    view.dispatch({ effects: looks.reconfigure(isPage() ? page : source) })
    options.onLine()
  }
  const goTo = (line: number, column = 1) => {
    // The page does not show the front matter.
    if (isPage() && line <= shapeOf(view.state.doc).head) return
    const anchor = offsetOf(view.state.doc, line, column)
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
    view.focus()
  }
  const mend = ({ line, column, length, text }: Remedy) => {
    const from = offsetOf(view.state.doc, line, column)
    view.dispatch({ changes: { from, to: from + length, insert: text } })
    goTo(line, column + text.length)
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
      dress()
      return true
    },
    /** Shows the text as it stands in the file, or as a page. */
    showSource(isSource: boolean): void {
      showsSource = isSource
      dress()
    },
    /** The front matter with its fences, where the page leaves it to its form; null: it stands in the text. */
    head(): string | null {
      const { doc } = view.state
      const { head } = shapeOf(doc)
      return isPage() && head > 0 ? doc.sliceString(0, doc.line(head).to) : null
    },
    setHead(text: string): void {
      const { doc } = view.state
      const { head } = shapeOf(doc)
      if (readHead(text) === null) throw new Error(`No front matter: ${text}`)
      const rest = doc.sliceString(doc.line(head).to)
      view.dispatch({
        changes: whatDiffers(view.state, text + rest),
        userEvent: 'input.type',
        filter: false,
      })
    },
    /** Writes another text as one deed, which one undo takes back; `along` goes with it. @returns false: nothing can be written here */
    write(text: string, along: Along): boolean {
      view.dispatch(deedOn(view.state, text, along))
      return view.state.doc.toString() === text
    },
    /** Takes other bytes for a file that was shown; the change can be undone. @param isQuiet it cannot: it is nobody's here */
    replace(file: string, bytes: Uint8Array | null, isQuiet = false): void {
      const content = bytes && openText(bytes)
      if (file !== path || !content) {
        states.delete(file)
        return
      }
      if (view.state.facet(fileLineEnd) !== content.lineEnd) {
        view.setState(stateOf(content, extensions))
        dress()
      } else view.dispatch(takenFrom(view.state, content.text, isQuiet))
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
          actions: remedy ? [{ name: remedyLabel(remedy), apply: () => mend(remedy) }] : [],
        }
      })
      view.dispatch(setDiagnostics(view.state, marks))
    },
    mend,
    /** Writes a block below the line of the cursor; writing goes on in the empty line below it. */
    insert(text: string, cursor = view.state.selection.main.from): void {
      const { from, before, after } = placeOf(view.state.doc, cursor)
      const insert = Text.of(`${before}${text}${after}`.split('\n'))
      const anchor = from + before.length + text.length + 1
      view.dispatch({ changes: { from, insert } })
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) })
      view.focus()
    },
    /** The same for a lever, which stands in the section of levers: there is one from the first lever on. */
    insertLever(text: string): void {
      const { doc, selection } = view.state
      const cursor = leversEnd(doc, selection.main.from)
      const section = cursor === null ? '## Les leviers d’action {.leviers}\n\n' : ''
      this.insert(section + text, cursor ?? doc.length)
    },
    /** What stands at an offset and has a form. */
    formed: (at = view.state.selection.main.head) => formedAt(view.state.doc, at),
    link: () => linkAt(view.state),
    /** Writes words in the place of a part; null: of the selection. */
    put(part: { from: number; to: number } | null, text: string): void {
      const { from, to } = part ?? view.state.selection.main
      const insert = Text.of(text.split('\n'))
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length } })
      view.focus()
    },
    goTo,
    /** Has a command done where the cursor stands. */
    run(command: Command): void {
      command(view)
      view.focus()
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    /** What can be undone and done again, and the style of the line of the cursor. */
    standing: () => ({
      undo: undoDepth(view.state) > 0,
      redo: redoDepth(view.state) > 0,
      style: styleOf(view.state),
      marks: marksOf(view.state),
    }),
    /** The line of the cursor. */
    line: () => lineAt(view.state.doc, view.state.selection.main.head),
    text: () => view.state.doc.toString(),
  }
}
