import { addressOf } from '../../../../src/addresses.ts'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { AuditCheck } from '../material.ts'
import { find, textOf } from '../read/html.ts'
import { expectedOf } from '../source/expected.ts'
import { compareWords } from './compare-words.ts'

export const wordsEpub: AuditCheck = {
  id: 'mots-epub',
  title: 'Le livre numérique dit tout le texte des fiches, dans l’ordre, et rien d’autre',
  subject: 'epub',
  async *run({ kit, epub }) {
    const book = await epub()
    const items = new Map(sequence(kit).map(item => [item.id, item]))
    const documents = expectedOf(kit, [...items.values()], 'epub').map(expected => {
      const item = items.get(expected.id)
      const chapter = item && book.chapter(addressOf(item, 'epub', kit))
      const body = find(chapter?.root, 'body')
      return { expected, elements: body ? [textOf(body)] : null }
    })
    return yield* compareWords(documents, 'mots')
  },
}
