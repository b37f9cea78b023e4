import { addressOf } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { AuditCheck } from '../material.ts'
import { find, linesOf } from '../read/html.ts'
import { expectedOf } from '../source/expected.ts'
import { compareWords } from './compare-words.ts'

export const wordsEpub: AuditCheck = {
  id: 'mots-epub',
  title: 'Le livre numérique dit tout le texte des fiches, dans l’ordre, et rien d’autre',
  async *run({ kit, epub }) {
    const book = await epub()
    const documents = expectedOf(kit, sequence(kit), 'epub').map(expected => {
      const chapter = book.chapter(addressOf(expected.item, 'epub', kit))
      const body = find(chapter?.root, 'body')
      return { expected, elements: body ? linesOf(body) : null }
    })
    return yield* compareWords(documents, 'mots')
  },
}
