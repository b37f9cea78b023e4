import { sequence } from '../../../../src/indexes/sequence.ts'
import type { AuditCheck } from '../material.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { nodesOn } from '../read/structure-nodes.ts'
import { expectedOf } from '../source/expected.ts'
import type { Unit } from '../source/units.ts'
import { drawnWordsOf, lettersOf, missingWords, wordsOf } from '../words.ts'
import { compareWords } from './compare-words.ts'

/** Heads, folios and tabs are outside the structure and compared by `page-numbers`. */
export const wordsPdf: AuditCheck = {
  id: 'mots-pdf',
  title: 'Le PDF dit tout le texte des fiches, dans l’ordre, et rien d’autre',
  async *run({ kit, pdf }) {
    const pagesOf = new Map(pdfDocuments(await pdf(), kit).map(({ item, pages }) => [item.id, pages]))
    const documents = expectedOf(kit, sequence(kit), 'print').map(expected => {
      const pages = pagesOf.get(expected.item.id)
      const elements = pages?.flatMap(({ elements }) => elements) ?? null
      // What a reading machine says in the place of each drawing, and of what else is drawn: « Numéro 1 » of a numeral.
      const nodes = nodesOn(pages ?? [])
      const drawings = nodes.flatMap(({ role, alt }) => (role === 'Figure' ? (alt ?? []) : []))
      const heard = nodes.flatMap(({ role, alt }) => (role === 'Figure' ? [] : (alt ?? [])))
      const units = expected.units.map((unit): Unit => {
        return isDescribed(unit, drawings) ? { ...unit, optional: true } : unit
      })
      const labels = expected.labels.filter(label => {
        const at = heard.findIndex(text => lettersOf(text).startsWith(lettersOf(label)))
        if (at >= 0) heard.splice(at, 1)
        return at < 0
      })
      return { expected: { ...expected, units, labels }, elements }
    })
    return yield* compareWords(documents, 'lettres')
  },
}

/** A row of a chart, or a name of a wheel, that the drawing says in the place of a table or a list. */
function isDescribed({ drawn, text }: Unit, drawings: readonly string[]): boolean {
  if (!drawn) return false
  // « (en %) »: a unit is said with each figure.
  const words = wordsOf(text.replace(/\(en\s/giu, '('))
  return drawings.some(drawing => missingWords(words, drawnWordsOf(drawing)).length === 0)
}
