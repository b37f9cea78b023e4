import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { getSearchQuery, searchPanelOpen } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import { ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { Glance } from '../../../../src/kit/index.ts'
import { plural } from '../../../../src/problems/index.ts'
import { h } from '../dom.ts'

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

/** Proposes the titles of fiches after `[[`, and the acronyms of the kit. */
export const completions =
  (glance: () => Glance) =>
  (context: CompletionContext): CompletionResult | null => {
    const { sheets, sigles } = glance()
    const titre = context.matchBefore(/\[\[[^\]]*$/)
    if (titre)
      return {
        from: titre.from + 2,
        options: sheets.flatMap(({ slug, titre: label }): Completion[] =>
          slug ? [{ label, detail: slug, apply: `${slug}]]` }] : [],
        ),
        validFor: /^[^\]]*$/,
      }
    const sigle = context.matchBefore(/(?<=^|[\s(«])\p{Lu}{2,}$/u)
    return (
      sigle && {
        from: sigle.from,
        options: Object.entries(sigles).map(([label, detail]) => ({ label, detail })),
        validFor: /^[\w\p{L}-]*$/u,
      }
    )
  }

/** Says in the search panel how often the words stand in the text. */
export const searchCount = ViewPlugin.fromClass(
  class {
    readonly place = h('span.compte', { role: 'status' })
    update({ view, state }: ViewUpdate): void {
      if (!searchPanelOpen(state)) return
      const query = getSearchQuery(state)
      let count = 0
      if (query.search !== '' && query.valid)
        for (const cursor = query.getCursor(state); !cursor.next().done; ) count += 1
      const text = query.search === '' ? '' : count === 0 ? 'aucun passage' : plural(count, 'passage')
      if (this.place.textContent !== text) this.place.textContent = text
      // The panel is drawn after its state is there.
      const panel = view.dom.querySelector('.cm-search')
      if (panel && this.place.parentElement !== panel) panel.append(this.place)
    }
  },
)
