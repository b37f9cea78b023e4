import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { EditorState, type Extension } from '@codemirror/state'
import { tags } from '@lezer/highlight'

/** Reads a source line by line, whatever its length: the keys of YAML, the fences and titles of Markdown. */
const fiche = StreamLanguage.define({
  token(stream) {
    if (stream.sol() && stream.match(/^[\w-]+(?=\s*:(?!:))/)) return 'propertyName'
    if (stream.sol() && stream.match(/^(?::::|#{1,6}\s).*$/)) return 'heading'
    stream.skipToEnd()
    return null
  },
})

const looks = HighlightStyle.define([{ tag: [tags.heading, tags.propertyName], class: 'gras' }])

export const ficheLanguage: Extension = [fiche, syntaxHighlighting(looks)]

export const french = EditorState.phrases.of({
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
  'replaced match on line $': 'remplacé',
  'on line': 'à la ligne',
  Completions: 'Propositions',
  'Control character': 'Caractère de contrôle',
  'Selection deleted': 'Sélection supprimée',
})
