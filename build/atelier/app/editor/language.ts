import {
  foldService,
  HighlightStyle,
  StreamLanguage,
  type StringStream,
  syntaxHighlighting,
} from '@codemirror/language'
import { EditorState, type Extension, RangeSetBuilder, type Text } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { tags } from '@lezer/highlight'

type State = { part: 'start' | 'head' | 'body' }

/** Reads a fiche line by line, whatever its length: a front matter, then Markdown with blocks between `:::`. */
const fiche = StreamLanguage.define<State>({
  startState: () => ({ part: 'start' }),
  token(stream, state) {
    if (stream.sol()) {
      if (stream.match(/^\ufeff?---\s*$/)) {
        state.part = state.part === 'start' ? 'head' : 'body'
        return 'meta'
      }
      if (state.part === 'start') state.part = 'body'
      if (state.part === 'body') {
        if (stream.match(/^:::.*$/)) return 'keyword'
        if (stream.match(/^#{1,6}\s.*$/)) return 'heading'
        if (stream.match(/^\s*[-*]\s/)) return 'punctuation'
        if (stream.match(/^(Source :|— )/)) return 'comment'
      }
    }
    return state.part === 'head' ? headToken(stream) : bodyToken(stream)
  },
})

function headToken(stream: StringStream): string | null {
  if (stream.sol() && stream.match(/^[\w-]+(?=\s*:)/)) return 'propertyName'
  stream.skipToEnd()
  return 'string'
}

function bodyToken(stream: StringStream): string | null {
  if (stream.match(/^\*\*[^*]+\*\*/)) return 'strong'
  if (stream.match(/^\*[^*\s][^*]*\*/)) return 'emphasis'
  if (stream.match(/^\[\[[^\]]*\]\]/) || stream.match(/^!?\[[^\]]*\]\([^)]*\)/)) return 'link'
  if (stream.match(/^\{[^}]*\}/)) return 'attributeName'
  stream.next()
  stream.match(/^[^*[{!]+/)
  return null
}

const looks = HighlightStyle.define([
  { tag: tags.heading, class: 'titre' },
  { tag: tags.keyword, class: 'bloc' },
  { tag: tags.meta, class: 'borne' },
  { tag: tags.propertyName, class: 'cle' },
  { tag: tags.string, class: 'valeur' },
  { tag: tags.strong, class: 'gras' },
  { tag: tags.emphasis, class: 'italique' },
  { tag: tags.link, class: 'lien' },
  { tag: tags.attributeName, class: 'attribut' },
  { tag: tags.comment, class: 'source' },
  { tag: tags.punctuation, class: 'puce' },
])

/** A block folds from its first line to the one that closes it; a section to the next of its level. */
const folds = foldService.of((state, from, to) => {
  const text = state.doc.sliceString(from, to)
  const isBlock = /^:::\s*\S/.test(text)
  const level = /^(#{2,3})\s/.exec(text)?.[1]?.length
  if (!isBlock && !level) return null
  let end = to
  for (let number = state.doc.lineAt(from).number + 1; number <= state.doc.lines; number++) {
    const line = state.doc.line(number)
    if (isBlock && /^:::\s*$/.test(line.text)) return { from: to, to: line.to }
    if (level && new RegExp(`^#{2,${level}}\\s`).test(line.text)) break
    if (line.text.trim() !== '') end = line.to
  }
  return level && end > to ? { from: to, to: end } : null
})

/** The lines of a block stand on the colour of the fiche's family. */
const blockLines = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = linesInBlocks(view)
    }
    update({ docChanged, viewportChanged, view }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = linesInBlocks(view)
    }
  },
  { decorations: plugin => plugin.decorations },
)

const inBlock = Decoration.line({ class: 'dans-bloc' })

function linesInBlocks({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  for (const { from, to } of visibleRanges) {
    let open = isOpenBefore(state.doc, from)
    for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
      const fence = /^:::(\s*\S)?/.exec(line.text)
      if (fence || open) builder.add(line.from, line.from, inBlock)
      if (fence) open = fence[1] !== undefined
      if (line.to >= to) break
    }
  }
  return builder.finish()
}

/** Tells whether the line at an offset stands in a block: the nearest fence before it opens one. */
function isOpenBefore(doc: Text, offset: number): boolean {
  for (let number = doc.lineAt(offset).number - 1; number >= 1; number--) {
    const fence = /^:::(\s*\S)?/.exec(doc.line(number).text)
    if (fence) return fence[1] !== undefined
  }
  return false
}

export const ficheLanguage: Extension = [fiche, syntaxHighlighting(looks), folds, blockLines]

export const french = EditorState.phrases.of({
  'Fold line': 'Replier',
  'Unfold line': 'Déplier',
  'Folded lines': 'Lignes repliées',
  'Unfolded lines': 'Lignes dépliées',
  'folded code': 'texte replié',
  unfold: 'déplier',
  to: 'à',
  Problems: 'Problèmes',
  'No problems': 'Aucun problème',
  Find: 'Chercher',
  Replace: 'Remplacer',
  next: 'suivant',
  previous: 'précédent',
  all: 'tout',
  'match case': 'respecter les capitales',
  'by word': 'mots entiers',
  regexp: 'expression',
  replace: 'remplacer',
  'replace all': 'tout remplacer',
  close: 'fermer',
  'current match': 'ici',
  'replaced $ matches': '$ remplacements',
  'replaced match on line $': 'remplacé à la ligne $',
  'on line': 'à la ligne',
  Completions: 'Propositions',
  'Go to line': 'Aller à la ligne',
  go: 'aller',
  'Control character': 'Caractère de contrôle',
  'Selection deleted': 'Sélection supprimée',
})
