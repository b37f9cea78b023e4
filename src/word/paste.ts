import { plural } from '../problems/index.ts'
import { paragraph } from './element.ts'
import { wordToFiche } from './markdown/write-body.ts'
import { htmlElements } from './read/read-html.ts'
import { cleanRuns } from './recognise/lines-of.ts'
import { recognisePart } from './recognise/recognise.ts'

/** What was copied elsewhere, as Markdown. `isInline`: words that go into a sentence. `remarks`: guesses, parts to complete and what
 *  was left out, in French. */
export type Pasted = { markdown: string; isInline: boolean; remarks: string[] }

/** Reads copied words by their HTML, as a Word file without the styles of the kit is read. */
export function pastedMarkdown(html: string): Pasted {
  const { elements, pictures, deletions, comments } = htmlElements(html)
  const [first, ...others] = elements
  const isInline =
    first?.kind === 'paragraph' && others.length === 0 && first.heading === null && first.list === null
  // Of a part of a sentence nothing is guessed.
  const part = isInline
    ? { elements: [paragraph(cleanRuns(first.runs))], guesses: new Map(), additions: new Map() }
    : recognisePart(elements)
  const { body } = wordToFiche({ head: { titre: '', rows: [] }, elements: part.elements }, null)
  const remarks = [
    ...(deletions > 0
      ? [
          `${plural(deletions, 'passage supprimé', 'passages supprimés')} (suivi des modifications) : non repris`,
        ]
      : []),
    ...(comments > 0 ? [`${plural(comments, 'commentaire')} en marge : non repris`] : []),
    ...[...part.guesses.values()].flat(),
    ...[...part.additions.values()].flat().map(text => `à compléter : ${text}`),
    ...(pictures > 0 ? ['une image ne se colle pas avec le texte : la déposer sur la fiche'] : []),
    ...body.plain.map(text => `mise en forme simplifiée : « ${text} »`),
  ]
  return { markdown: body.text.trim(), isInline, remarks: [...new Set(remarks)] }
}
