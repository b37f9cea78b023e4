import { spellUndrawn } from '../../../../src/content/drawn-characters.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { AuditCheck } from '../material.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { expectedOf } from '../source/expected.ts'
import { compareWords } from './compare-words.ts'

/** What no font draws is told to the author and printed as its code. Heads, folios and tabs are outside the structure and compared by `page-numbers`. */
export const wordsPdf: AuditCheck = {
  id: 'mots-pdf',
  title: 'Le PDF dit tout le texte des fiches, dans l’ordre, et rien d’autre',
  subject: 'pdf',
  async run({ kit, pdf }) {
    const pagesOf = new Map(pdfDocuments(await pdf(), kit).map(({ item, pages }) => [item.id, pages]))
    const documents = expectedOf(kit, sequence(kit), 'print').map(expected => ({
      expected: {
        ...expected,
        units: expected.units.map(unit => ({ ...unit, text: spellUndrawn(unit.text) })),
      },
      text:
        pagesOf
          .get(expected.id)
          ?.map(({ text }) => text)
          .join('\n') ?? null,
    }))
    return compareWords(documents, 'lettres')
  },
}
